// The whole product without a browser: every screen and dialog of the sample data at every width, in both languages.
#include <doctest/doctest.h>

#include <array>
#include <map>
#include <memory>
#include <string>

#include "core/app/models/duplicates_page.h"
#include "core/app/models/record_list.h"
#include "generated/text.h"
#include "tests/core/app/import/import_fixture.h"
#include "tests/support/memory_session.h"
#include "tests/web/ui/harness.h"
#include "web/shell/shell.h"
#include "web/ui/ui.h"

using namespace cohoi;

namespace {

struct Whole {
  test::MemorySession data;
  shell::Ports ports;
  std::map<std::string, std::string> kept;
  std::unique_ptr<shell::Shell> shell;
  std::unique_ptr<ui_test::Page> page;

  Whole() {
    ports.go = [this](const std::string& address, bool) { shell->arrive(address); };
    ports.set_title = [](const std::string&) {};
    ports.choose_file = [](const std::string&, const std::function<void(shell::ChosenFile)>&) {};
    ports.save_picture = [](const std::string&, int, int, int, int) {};
    ports.save_file = [](const std::string&, const std::string&, const std::function<Status(const app::Sink&)>&) { return Status(); };
    ports.recall = [this](const std::string& key) -> std::optional<std::string> {
      const auto found = kept.find(key);
      return found == kept.end() ? std::nullopt : std::optional(found->second);
    };
    ports.remember = [this](const std::string& key, const std::string& value) { kept[key] = value; };
    ports.save_status = [] { return store::SaveStatus{}; };
    ports.take_over = [] {};
    ports.storage = [] { return shell::StorageFacts{}; };
    ports.ask_storage = [](bool) {};
    ports.schedule = [] {};
  }

  void open(float width, float height, Language language = Language::en, bool touch = false) {
    data->set_language(language);
    shell = std::make_unique<shell::Shell>(*data.session, ports);
    page = std::make_unique<ui_test::Page>(width, height);
    page->context.language = language;
    page->context.touch = touch;
    text::set_language(language);
    page->draw([this] { shell->draw(); });
  }

  void go(const std::string& address) {
    shell->arrive(address);
    page->draw([this] { shell->draw(); });
    page->draw([this] { shell->draw(); });
  }

  void look(const std::string& where) const {
    CAPTURE(where);
    std::string wide;
    for (const auto& words : ui::overflowing_texts()) wide += words + "; ";
    CHECK_MESSAGE(wide.empty(), where << ": wider than its place: " << wide);
    std::string nameless;
    for (const auto id : page->semantics.unnamed()) nameless += page->semantics.label_of(id) + "; ";
    CHECK_MESSAGE(nameless.empty(), where << ": without a name: " << nameless);
  }

  ~Whole() { text::set_language(Language::en); }
};

constexpr std::array<float, 7> widths{320, 390, 700, 1100, 1280, 1440, 2560};

}  // namespace

TEST_CASE("every screen of the sample data is within its place at every width, in both languages, and all of it is named") {
  Whole product;
  product.data.must(app::LoadSampleData{});
  const auto first = [&product](auto record) { return product.data.all<decltype(record)>().front().id.uuid; };
  const std::vector<std::string> addresses{"#/", "#/leads", app::address_of(Entity::lead, first(Lead{})), "#/opportunities?view=board", "#/opportunities?view=list",
                                           app::address_of(Entity::opportunity, first(Opportunity{})), "#/accounts", app::address_of(Entity::account, first(Account{})),
                                           "#/contacts", app::address_of(Entity::contact, first(Contact{})), "#/activities", "#/products", "#/import", "#/duplicates", "#/settings",
                                           "#/guide", "#/nowhere"};
  for (const auto language : {Language::en, Language::vi}) {
    for (const float width : widths) {
      if (language == Language::vi && width != 320 && width != 700 && width != 1440) continue;
      product.open(width, width < 700 ? 640.0F : 900.0F, language, width < 700);
      for (const auto& address : addresses) {
        product.go(address);
        product.look(address + " at " + std::to_string(static_cast<int>(width)) + (language == Language::vi ? " vi" : " en"));
      }
    }
  }
}

TEST_CASE("a large change is taken back between frames, which say so at every width, and can be let go of") {
  Whole product;
  std::string file = "Last Name\n";
  for (int i = 0; i < 2100; ++i) file += "Name" + std::to_string(i) + "\n";
  const auto import = test::imported(product.data, file);
  const std::string imported = product.data.dump();
  for (const auto language : {Language::en, Language::vi}) {
    for (const float width : widths) {
      product.open(width, 900, language, width < 700);
      product.page->click("button", text::shell_undo().c_str());
      REQUIRE(product.shell->working());
      product.page->draw([&] { product.shell->draw(); });
      CHECK(product.page->has("status", text::shell_undoing("0").c_str()));
      product.look("undoing at " + std::to_string(static_cast<int>(width)));
      product.page->click("button", text::ui_cancel().c_str());
      CHECK_FALSE(product.shell->working());
      CHECK(product.data.dump() == imported);
    }
  }
  product.page->click("button", text::shell_undo().c_str());
  while (product.shell->work()) {}
  product.page->draw([&] { product.shell->draw(); });
  CHECK(product.data.all<Lead>().empty());
  CHECK(product.data->to_redo().has_value());
}

TEST_CASE("duplicates are within their place at every width, and a merged record's address leads to where it went") {
  Whole product;
  std::vector<Uuid> ids;
  for (const char* name : {"Nguyễn Thị Hoàng Thanh Phương", "Phương", "Trần Phương"})
    ids.push_back(product.data.save<Contact>({test::text("last_name", name), test::text("email", "phuong.nguyen.thi.hoang.thanh@congtyhoasen.vn"),
                                              test::text("title", std::string("Trưởng phòng mua hàng và vật tư khu vực ") + name)}).uuid);
  for (const auto language : {Language::en, Language::vi}) {
    for (const float width : widths) {
      product.open(width, 900, language, width < 700);
      product.go("#/duplicates");
      product.page->click("button", text::duplicates_find().c_str());
      while (product.shell->work()) {}
      product.page->draw([&] { product.shell->draw(); });
      product.page->click("tab", text::nav_contacts().c_str());
      product.page->draw([&] { product.shell->draw(); });
      CHECK(product.page->has("button", text::duplicates_compare().c_str()));
      product.look("groups at " + std::to_string(static_cast<int>(width)));
      product.go(app::address_of_comparison(Entity::contact, ids));
      CHECK(product.page->has("radiogroup", text::duplicates_stays().c_str()));
      product.look("comparison at " + std::to_string(static_cast<int>(width)));
    }
  }
  product.open(1440, 900);
  product.go(app::address_of_comparison(Entity::contact, ids));
  product.page->click("button", "Merge 3 records");
  product.page->draw([&] { product.shell->draw(); });
  CHECK(product.data.all<Contact>().size() == 1);
  product.go(app::address_of(Entity::contact, ids[1]));
  CHECK_FALSE(product.page->has("heading", text::shell_not_found_title().c_str()));
  CHECK(product.page->has("heading", "Nguyễn Thị Hoàng Thanh Phương"));
}

TEST_CASE("an empty product is within its place, narrow and wide") {
  Whole product;
  for (const auto language : {Language::en, Language::vi}) {
    for (const float width : {320.0F, 700.0F, 1440.0F}) {
      product.open(width, 640, language);
      for (const char* address : {"#/", "#/leads", "#/opportunities?view=board", "#/accounts", "#/activities"}) {
        product.go(address);
        product.look(std::string(address) + " at " + std::to_string(static_cast<int>(width)));
      }
    }
  }
}

TEST_CASE("the palette and the sheet of keys open by their keys, over every width, and give commands out") {
  Whole product;
  for (const float width : widths) {
    product.open(width, 640);
    product.page->press("k", false, true);
    REQUIRE(product.page->has("dialog", "Find anything"));
    product.look("palette");
    product.page->focus("combobox", "Find a record or a command");
    product.page->type("combobox", "Find a record or a command", "sett", false);
    CHECK(product.page->has("option", "Settings, Go to"));
    product.page->press("Enter");
    CHECK_FALSE(product.page->has("dialog", "Find anything"));
    CHECK(product.page->has("navigation", "Sections of the settings"));
    product.page->press("?", true);
    REQUIRE(product.page->has("dialog", "Keyboard shortcuts"));
    product.look("keys");
    product.page->press("Escape");
    CHECK_FALSE(product.page->has("dialog"));
  }
}

TEST_CASE("G and a letter goes; a letter alone works only where letters are keys; the second letter may not come too late") {
  Whole product;
  product.open(1440, 900);
  product.page->press("g");
  product.page->press("l");
  CHECK(product.page->has("heading", "Leads"));
  product.page->press("g");
  product.page->context.now += 10;
  product.page->press("c");
  CHECK_FALSE(product.page->has("heading", "Contacts"));
  product.page->press("Escape");
  product.page->press("n");
  CHECK(product.page->has("dialog", "New lead"));
  product.page->press("Escape");
  product.kept["single_keys"] = "0";
  product.open(1440, 900);
  product.page->press("n");
  CHECK_FALSE(product.page->has("dialog"));
}

TEST_CASE("the theme menu remembers what was chosen, high contrast among it") {
  Whole product;
  product.open(1440, 900);
  product.page->click("button", "Theme");
  product.page->click("menuitem", "High contrast");
  CHECK(product.shell->theme() == shell::ThemeChoice::high_contrast);
  CHECK(product.kept["theme"] == "3");
  product.open(1440, 900);
  CHECK(product.shell->theme() == shell::ThemeChoice::high_contrast);
}

TEST_CASE("Home reminds of a backup after fourteen days, is quiet for a week when told so, and after a backup") {
  Whole product;
  product.data.account("Thép Hòa Phú");
  product.open(1440, 900);
  product.go("#/guide");
  product.go("#/");
  CHECK_FALSE(product.page->has("button", "Remind me in a week"));  // the first day counts from here
  const auto days_later = [&](int days) {
    product.data.clock.advance_ms(std::int64_t{days} * 86'400'000);
    product.go("#/guide");
    product.go("#/");
    return product.page->has("button", "Remind me in a week");
  };
  CHECK_FALSE(days_later(13));
  REQUIRE(days_later(1));
  CHECK(product.page->shows("It is 14 days since the last backup. Everything is in this browser only."));
  product.look("reminder");
  REQUIRE(product.page->click("button", "Remind me in a week"));
  CHECK_FALSE(days_later(6));
  REQUIRE(days_later(1));
  REQUIRE(product.page->click("button", "Save backup"));
  CHECK_FALSE(days_later(1));
}
