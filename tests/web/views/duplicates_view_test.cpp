#include "web/views/duplicates_view.h"

#include "core/app/models/record_list.h"
#include "tests/support/memory_session.h"
#include "tests/web/ui/harness.h"
#include "tests/web/views/pushed.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

struct Screen {
  explicit Screen(float width = 1440.0F) : page(width, 900.0F) {}
  void redraw() {
    for (int i = 0; i < 2; ++i) page.draw([this] { views::draw_duplicates(model, state, sink); });
    REQUIRE(page.semantics.unnamed().empty());
    CHECK(ui::overflowing_texts().empty());
  }
  void search() {
    redraw();
    REQUIRE(page.click("button", "Find duplicates"));
    while (model.working()) model.step(1000);
    redraw();
  }
  void compare(Entity kind, const std::vector<Uuid>& ids) {
    state.comparing = true;
    model.compare(kind, ids);
    redraw();
  }
  void press(const char* role, const char* name) {
    CAPTURE(name);
    REQUIRE(page.click(role, name));
    redraw();
  }
  // Carries out what was asked for.
  app::Outcome carry_out() {
    const auto asked = pushed<views::Execute>(sink);
    REQUIRE(asked);
    const auto done = m.must(asked->command);
    redraw();
    return done;
  }
  ContactId person(const char* last, const char* mail, const char* title) {
    std::vector<FieldValue> values{text("first_name", "An"), text("last_name", last), text("email", mail)};
    if (*title != '\0') values.push_back(text("title", title));
    return m.save<Contact>(std::move(values));
  }

  MemorySession m;
  app::Names names{*m};
  app::DuplicatesPage model{*m, names};
  views::DuplicatesState state;
  views::IntentSink sink;
  ui_test::Page page;
};

}  // namespace

TEST_CASE("groups say why they match, lead to their comparison, and go when they are kept apart; undo brings them back") {
  Screen screen;
  const ContactId one = screen.person("Nguyễn", "an@hoasen.vn", ""), two = screen.person("Trần", "An+web@hoasen.vn", "");
  screen.state.kind = "contact";
  screen.search();
  CHECK(screen.page.shows("Same e-mail"));
  CHECK(screen.model.count(Entity::contact) == 1);
  CHECK(screen.model.count(Entity::lead) == 0);
  screen.press("button", "Compare and merge");
  const auto there = pushed<views::Navigate>(screen.sink);
  REQUIRE(there);
  CHECK(there->address == "#/duplicates?kind=contact&ids=" + one.to_string() + "," + two.to_string());
  CHECK(app::ids_in(there->address.substr(there->address.find("ids=") + 4)) == std::vector<Uuid>{one.uuid, two.uuid});
  screen.press("button", "Not a duplicate");
  screen.carry_out();
  CHECK(screen.model.count(Entity::contact) == 0);
  CHECK(screen.page.shows("No duplicates found"));
  REQUIRE(screen.m->undo());
  screen.redraw();
  CHECK(screen.model.count(Entity::contact) == 1);
}

TEST_CASE("what differs is chosen field by field, who stays is chosen too, and it is merged so") {
  for (const float width : {1440.0F, 390.0F}) {
    Screen screen(width);
    const ContactId one = screen.person("Nguyễn", "an@hoasen.vn", "Giám đốc"), two = screen.person("Nguyễn", "khac@hoasen.vn", "");
    screen.compare(Entity::contact, {one.uuid, two.uuid});
    CHECK(screen.page.has("radiogroup", "Record that stays"));
    CHECK(screen.page.has("radiogroup", "E-mail"));
    CHECK_FALSE(screen.page.has("radiogroup", "Title"));  // only one says it
    CHECK(screen.model.comparison().survivor == 0);       // the older one
    screen.press("radio", "khac@hoasen.vn");
    screen.model.keep(two.uuid);
    screen.redraw();
    CHECK(screen.model.comparison().survivor == 1);
    screen.press("button", "Merge 2 records");
    screen.carry_out();
    CHECK_FALSE(screen.m.there(one));
    CHECK(screen.m.get(two).email == "khac@hoasen.vn");
    CHECK(screen.m.get(two).title == "Giám đốc");
    CHECK(screen.page.shows("Nothing to compare any more"));
    REQUIRE(screen.m->undo());
    screen.redraw();
    CHECK(screen.page.has("radiogroup", "E-mail"));
  }
}

TEST_CASE("of more than five the first five take part; one is left out and taken in again; a converted lead stays out") {
  Screen screen;
  std::vector<Uuid> ids;
  for (int i = 0; i < 6; ++i) ids.push_back(screen.m.contact("An", "Nguyễn").uuid);
  screen.compare(Entity::contact, ids);
  CHECK(screen.model.comparison().part.size() == 5);
  CHECK_FALSE(screen.model.comparison().refused);
  screen.press("button", "Leave out Nguyễn An");
  CHECK(screen.model.comparison().part.size() == 4);
  CHECK(screen.page.has("button", "Merge 4 records"));
  screen.press("button", "Take in Nguyễn An");
  CHECK(screen.model.comparison().part.size() == 5);
  screen.model.take_part(ids[5], true);
  screen.model.take_part(ids[0], true);
  screen.redraw();
  CHECK(screen.model.comparison().refused);
  CHECK(screen.page.shows("Choose 2 to 5"));

  const LeadId converted = screen.m.qualified_lead(), open = screen.m.lead("Văn An", "Nguyễn"), other = screen.m.lead("Văn An", "Nguyễn");
  (void)screen.m.convert(converted);
  screen.compare(Entity::lead, {converted.uuid, open.uuid, other.uuid});
  REQUIRE(screen.model.comparison().out.size() == 1);
  CHECK(screen.model.comparison().out[0].converted);
  CHECK_FALSE(screen.model.comparison().refused);
  screen.compare(Entity::lead, {converted.uuid, open.uuid});
  REQUIRE(screen.model.comparison().refused);
  CHECK(screen.model.comparison().refused->message.key == "refusal.merge.converted");
}

TEST_CASE("the pass says how far it is and can be cancelled") {
  Screen screen;
  for (int i = 0; i < 300; ++i) screen.m.contact("Người " + std::to_string(i), "Lê");
  screen.redraw();
  REQUIRE(screen.page.click("button", "Find duplicates"));
  screen.model.step(0);
  screen.model.step(0);
  REQUIRE(screen.model.working());
  screen.redraw();
  CHECK(screen.page.has("progressbar", "Duplicates"));
  screen.press("button", "Cancel");
  CHECK_FALSE(screen.model.working());
  CHECK(screen.page.has("button", "Find duplicates"));
}
