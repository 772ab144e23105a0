// The board, Home and the guide with sample data, in both languages and at both ends of the widths.
#include "generated/text.h"
#include "tests/support/memory_session.h"
#include "tests/web/ui/harness.h"
#include "web/views/board_view.h"
#include "web/views/guide_view.h"
#include "web/views/home_view.h"

using namespace cohoi;
using test::MemorySession;

namespace {

struct Screens {
  Screens() { m.must(app::LoadSampleData{}); }

  // Draws it everywhere: every item named, no text wider than its place.
  void everywhere(const std::function<void()>& draw) {
    for (const auto language : {Language::vi, Language::en}) {
      m->set_language(language);
      text::set_language(language);
      for (const float width : {320.0F, 390.0F, 1024.0F, 1440.0F}) {
        CAPTURE(width);
        ui_test::Page page(width, 900.0F);
        page.context.language = language;
        page.draw(draw);
        CHECK(page.semantics.unnamed().empty());
        for (const auto& words : ui::overflowing_texts()) FAIL_CHECK(words);
      }
    }
    m->set_language(Language::en);
    text::set_language(Language::en);
  }

  MemorySession m;
  app::Names names{*m};
  app::RecordList list{*m, names, Entity::opportunity};
  app::OpportunityBoard board{*m, names};
  views::OpportunitiesState state;
  views::HomeState home_state;
  views::IntentSink sink;
};

}  // namespace

TEST_CASE_FIXTURE(Screens, "the board keeps its place in both languages, with lanes and closed columns too") {
  everywhere([&] { views::draw_opportunities(board, list, state, sink); });
  state.board.by_owner = state.board.closed = true;
  everywhere([&] { views::draw_opportunities(board, list, state, sink); });
}

TEST_CASE_FIXTURE(Screens, "Home keeps its place in both languages") {
  everywhere([&] {
    const auto model = app::home(*m, names, {});
    REQUIRE(model);
    views::draw_home(*model, home_state, sink);
  });
}

TEST_CASE_FIXTURE(Screens, "the guide keeps its place in both languages") { everywhere([] { views::draw_guide(); }); }

TEST_CASE_FIXTURE(Screens, "the device remembers order, lanes, closed columns and what is folded; what it does not know it skips") {
  state.board.sort = "amount";
  state.board.by_owner = true;
  state.folded = {"lane 1", "column"};
  views::OpportunitiesState again;
  views::take_board_habits(again, views::board_habits(state) + ",something of a later version");
  CHECK(again.board.sort == "amount");
  CHECK(again.board.by_owner);
  CHECK_FALSE(again.board.closed);
  CHECK(again.folded == state.folded);
}
