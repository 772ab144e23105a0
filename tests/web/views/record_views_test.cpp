#include "generated/text.h"
#include "tests/support/memory_session.h"
#include "tests/web/ui/harness.h"
#include "tests/web/views/pushed.h"
#include "web/views/lead_view.h"
#include "web/views/opportunity_view.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

// A record's page as it stands now, in a window of this width.
template <class Model, class State>
struct Drawn {
  MemorySession& m;
  app::Names names{*m};
  app::Forms forms{*m, names};
  State state;
  views::IntentSink sink;
  ui_test::Page page;

  template <class Draw, class Build>
  void show(const Draw& draw, const Build& build) {
    auto model = build(*m, names);
    REQUIRE(model);
    page.draw([this, shown = *std::move(model), draw] { draw(shown, state, forms, sink); });
    CHECK(page.semantics.unnamed().empty());
    CHECK(ui::overflowing_texts().empty());
  }
};

}  // namespace

TEST_CASE("a field of the details is saved as it is left, refused at the field, and taken back by Escape") {
  MemorySession m;
  const auto id = m.lead("An", "Nguyễn");
  Drawn<app::LeadPage, views::LeadState> drawn{.m = m, .page = ui_test::Page(1440.0F)};
  drawn.show(views::draw_lead, [&](auto& session, auto& names) { return app::lead_page(session, names, id); });

  REQUIRE(drawn.page.type("textbox", "E-mail", "an at hoasen"));
  CHECK_FALSE(pushed<views::Execute>(drawn.sink));
  const auto* email = drawn.page.find("textbox", "E-mail");
  REQUIRE(email);
  CHECK_FALSE(email->error.empty());
  REQUIRE(drawn.page.focus("textbox", "E-mail"));
  drawn.page.press("Escape");
  email = drawn.page.find("textbox", "E-mail");
  REQUIRE(email);
  CHECK(email->value.empty());
  CHECK(email->error.empty());

  REQUIRE(drawn.page.type("textbox", "E-mail", "an@hoasen.vn"));
  const auto saved = pushed<views::Execute>(drawn.sink);
  REQUIRE(saved);
  const auto* command = std::get_if<app::SaveRecord>(&saved->command);
  REQUIRE(command);
  REQUIRE(command->values.size() == 1);
  CHECK(command->values.front().key == "email");
}

TEST_CASE("the pages of records say the next step, the story by filter, and fit every width") {
  MemorySession m;
  const auto lead = m.qualified_lead();
  m.must(app::AddActivity{Activity{.kind = ActivityKind::task, .subject = "Gửi báo giá", .due_at = m.clock.now(), .lead_id = lead}});
  m.convert(lead);
  const OpportunityId id = m.get(lead).converted_opportunity_id;
  m.prepare_for_contract(id);
  m.must(app::MoveStage{{id}, m.stage("negotiation").id, {}});
  for (const float width : {390.0F, 420.0F, 1000.0F, 1440.0F}) {
    CAPTURE(width);
    Drawn<app::OpportunityPage, views::OpportunityState> drawn{.m = m, .page = ui_test::Page(width)};
    drawn.show(views::draw_opportunity, [&](auto& session, auto& names) { return app::opportunity_page(session, names, id); });
    CHECK(drawn.page.shows("Next step"));
    CHECK(drawn.page.shows("Gửi báo giá"));
    REQUIRE(drawn.page.choose("Show", "Stages and status"));
    CHECK(drawn.page.shows("Negotiation"));
    Drawn<app::LeadPage, views::LeadState> other{.m = m, .page = ui_test::Page(width)};
    other.show(views::draw_lead, [&](auto& session, auto& names) { return app::lead_page(session, names, lead); });
    CHECK(other.page.find("textbox", "E-mail") != nullptr);
  }
}
