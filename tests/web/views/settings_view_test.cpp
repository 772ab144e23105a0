#include "web/views/settings_view.h"

#include "generated/text.h"
#include "tests/support/memory_session.h"
#include "tests/web/ui/harness.h"

using namespace cohoi;
using test::MemorySession;

namespace {

struct Screen {
  explicit Screen(std::string which, float width = 1440.0F) : section(std::move(which)), page(width, 900.0F) { redraw(); }
  void redraw() {
    page.draw([this] {
      // A frame's intents are carried out after it, as the shell does.
      const auto model = app::settings_page(*m, names, views::settings_section_shown(section));
      REQUIRE(model);
      views::draw_settings(section, *model, device, state, forms, sink);
      if (dialog) views::draw_setting_dialog(*dialog, forms, setting_forms, sink);
      if (erase) views::draw_erase_dialog(*erase, sink);
    });
    REQUIRE(page.semantics.unnamed().empty());
    CHECK(ui::overflowing_texts().empty());
  }
  // Presses a button and does what it asked for.
  void press(const char* role, const char* name) {
    CAPTURE(name);
    REQUIRE(page.click(role, name));
    carry_out();
  }
  void carry_out() {
    for (auto& intent : sink.take()) {
      if (const auto* execute = std::get_if<views::Execute>(&intent)) {
        m.must(execute->command);
        dialog.reset();
      } else if (const auto* open = std::get_if<views::OpenDialog>(&intent)) {
        if (open->kind == views::DialogKind::erase_everything) erase.emplace();
        else dialog = views::setting_state(*app::setting_form(*m, names, open->record, open->values));
      } else if (std::holds_alternative<views::CloseDialog>(intent)) {
        dialog.reset();
      } else if (std::holds_alternative<views::EraseEverything>(intent)) {
        erased = true;
      }
    }
    redraw();
  }

  MemorySession m;
  app::Names names{*m};
  app::Forms forms{*m, names};
  app::SettingForms setting_forms{*m};
  std::string section;
  views::DeviceFacts device{.language = Language::en, .storage_known = true, .used_bytes = 12e6, .quota_bytes = 2e9, .version = "1"};
  views::SettingsState state;
  std::optional<views::SettingState> dialog;
  std::optional<views::EraseState> erase;
  bool erased = false;
  views::IntentSink sink;
  ui_test::Page page;
};

}  // namespace

TEST_CASE("every section of the settings names its items and keeps its texts in place, wide and on a phone") {
  for (const char* section : {"", "general", "owners", "pipelines", "qualification", "currencies", "sources", "disqualify-reasons",
                              "loss-reasons", "industries", "custom-fields", "tags", "data", "lock", "about"}) {
    CAPTURE(section);
    CHECK(views::has_settings_section(section));
    for (const float width : {2560.0F, 1440.0F, 900.0F, 390.0F, 320.0F}) {
      const Screen screen(section, width);
      CHECK(screen.page.has("heading"));
    }
  }
  CHECK_FALSE(views::has_settings_section("nowhere"));
  CHECK(Screen("", 390.0F).page.has("link", "Pipelines"));
  CHECK(Screen("tags", 390.0F).page.has("link", "Settings"));
}

TEST_CASE("a stage is added, moved and renamed from its row") {
  Screen screen("pipelines");
  screen.press("button", "Add stage");
  REQUIRE(screen.page.type("textbox", "Name", "Trial"));
  REQUIRE(screen.page.click("checkbox", "Contract drafted"));
  screen.press("button", "Save");
  CHECK(screen.page.shows("Trial"));
  CHECK(screen.m.all<Stage>().size() == 7);
  screen.press("button", "Move up Trial");
  CHECK(screen.m.stage("contract").position == 4);
  screen.press("button", "Edit Needs confirmed");
  REQUIRE(screen.page.type("textbox", "Name", "Discovery"));
  screen.press("button", "Save");
  CHECK(screen.m.stage("needs").name == "Discovery");
  CHECK_FALSE(screen.page.has("textbox", "Name"));
}

TEST_CASE("of several lists each button adds to its own") {
  Screen s("custom-fields");
  REQUIRE(s.page.click("button", "Add Lead field"));
  const auto intents = s.sink.take();
  REQUIRE(intents.size() == 1);
  const auto& open = std::get<views::OpenDialog>(intents.front());
  CHECK(open.values == std::vector<FieldValue>{test::text("record_kind", "lead")});
}

TEST_CASE("an entry is retired, brought back and deleted from its menu") {
  Screen screen("sources");
  screen.press("button", "Add entry");
  REQUIRE(screen.page.type("textbox", "Name", "Zalo"));
  screen.press("button", "Save");
  screen.press("button", "More for Zalo");
  screen.press("menuitem", "Retire");
  CHECK(screen.m.all<Choice>().back().retired);
  screen.press("button", "More for Zalo");
  screen.press("menuitem", "Bring back");
  CHECK_FALSE(screen.m.all<Choice>().back().retired);
  const auto before = screen.m.all<Choice>().size();
  screen.press("button", "More for Zalo");
  screen.press("menuitem", "Delete");
  CHECK(screen.m.all<Choice>().size() == before - 1);
}

TEST_CASE("a word of the product is offered as its name and stays the product's when left alone") {
  Screen screen("sources");
  screen.press("button", "Edit Web site");
  const auto* field = screen.page.find("textbox", "Name");
  REQUIRE(field);
  CHECK(field->value == "Web site");
  screen.press("button", "Save");
  for (const Choice& choice : screen.m.all<Choice>()) CHECK(choice.name.empty());
}

TEST_CASE("everything is erased only after its word was typed") {
  Screen screen("data");
  screen.press("button", "Erase everything");
  REQUIRE(screen.page.type("textbox", "Type Cohoi to go on", "cohoi"));
  const auto last = [&] {
    const ui_test::Element* found = nullptr;
    for (const auto* button : screen.page.all("button"))
      if (button->name == "Erase everything" && screen.page.inside(*button, "dialog", "Erase everything")) found = button;
    REQUIRE(found);
    return found;
  };
  CHECK(last()->disabled);
  REQUIRE(screen.page.type("textbox", "Type Cohoi to go on", "Cohoi"));
  CHECK_FALSE(last()->disabled);
}
