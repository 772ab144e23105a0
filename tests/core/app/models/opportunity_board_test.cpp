#include "core/app/models/opportunity_board.h"

#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

struct BoardOfSession : MemorySession {
  app::Names names{*session};
  app::OpportunityBoard board{*session, names};
  app::BoardRequest request;

  void show() { REQUIRE(board.show(request)); }
  std::string cards(std::size_t column, std::size_t lane = 0) {
    std::string found;
    for (std::size_t i = 0; i < board.lanes()[lane].cells[column].size(); ++i)
      found += (found.empty() ? "" : " ") + board.card({lane, column, i}).name;
    return found;
  }
  void task(OpportunityId id, std::int64_t in_ms, const std::string& subject = "offer") {
    Activity activity{.kind = ActivityKind::task, .subject = subject, .due_at = Timestamp{clock.now().ms + in_ms}, .opportunity_id = id};
    must(app::AddActivity{activity});
  }
};

constexpr std::int64_t day = 24 * 60 * 60 * 1000;

}  // namespace

TEST_CASE_FIXTURE(BoardOfSession, "the board has a column for each open stage, with count, sum and weighted sum") {
  edit(opportunity("Pumps"), {vnd("amount", 100'000'000)});
  edit(opportunity("Pipes"), {vnd("amount", 300'000'000)});
  show();
  REQUIRE(board.columns().size() == 4);
  REQUIRE(board.lanes().size() == 1);
  CHECK(board.columns()[0].figures.count == 2);
  CHECK(board.columns()[0].figures.sum == format_money_short(Money{400'000'000, {}}, Language::en));
  CHECK(board.columns()[0].figures.weighted == format_money_short(Money{80'000'000, {}}, Language::en));
  CHECK(board.columns()[1].figures.count == 0);
  CHECK(board.total() == 2);
}

TEST_CASE_FIXTURE(BoardOfSession, "cards lie in the chosen order, and those without the value last") {
  const auto a = opportunity("A"), b = opportunity("B"), c = opportunity("C");
  edit(a, {vnd("amount", 1), text("expected_close", "2027-03-01")});
  edit(b, {vnd("amount", 3)});
  edit(c, {vnd("amount", 2), text("expected_close", "2027-02-01")});
  task(b, 2 * day);
  task(c, day);
  show();
  CHECK(cards(0) == "C B A");
  request.sort = "amount";
  show();
  CHECK(cards(0) == "B C A");
  request.sort = "close_date";
  show();
  CHECK(cards(0) == "C A B");
  request.sort = "days";
  show();
  CHECK(cards(0) == "A B C");
}

TEST_CASE_FIXTURE(BoardOfSession, "a card says days in the stage, the next activity, and that it rots (P-4)") {
  const auto id = opportunity("Pumps", account("Hoa Sen"));
  clock.advance_ms(30 * day);
  show();
  const auto alone = board.card({0, 0, 0});
  CHECK(alone.account == "Hoa Sen");
  CHECK(alone.days.message == msg("board.days", std::int64_t{30}));
  CHECK(alone.rots);
  CHECK_FALSE(alone.overdue);
  task(id, day, "Send the offer");
  show();
  const auto planned = board.card({0, 0, 0});
  CHECK_FALSE(planned.rots);
  CHECK(planned.next_kind == ActivityKind::task);
  CHECK(planned.next.message.key == "board.next");
  clock.advance_ms(2 * day);
  show();
  CHECK(board.card({0, 0, 0}).overdue);
}

TEST_CASE_FIXTURE(BoardOfSession, "search and owner narrow the board as they narrow the list") {
  opportunity("Pumps");
  opportunity("Pipes");
  request.filter.text = "pump";
  show();
  CHECK(cards(0) == "Pumps");
  CHECK(board.columns()[0].figures.count == 1);
}

TEST_CASE_FIXTURE(BoardOfSession, "lanes by owner hold each owner's cards and sums; nobody's lane comes last") {
  const auto mine = opportunity("Mine"), other = opportunity("Other"), nobodys = opportunity("Nobody's");
  static_cast<void>(mine);
  const auto binh = save<Owner>({text("name", "Bình")});
  edit(other, {link("owner_id", binh), vnd("amount", 5'000'000)});
  edit(nobodys, {{"owner_id", Value{}}});
  request.by_owner = true;
  show();
  REQUIRE(board.lanes().size() == 3);
  CHECK(board.lanes()[1].name == "Bình");
  CHECK(cards(0, 1) == "Other");
  CHECK(board.lanes()[1].figures.sum == format_money_short(Money{5'000'000, {}}, Language::en));
  CHECK(board.lanes()[2].owner.empty());
  CHECK(cards(0, 2) == "Nobody's");
  const auto place = board.place_of(other);
  REQUIRE(place.has_value());
  CHECK(place->lane == 1);
}

TEST_CASE_FIXTURE(BoardOfSession, "won and lost ones of the last 90 days are columns when asked for") {
  const auto lost = opportunity("Lost");
  must(app::CloseLost{lost, {.closed_on = clock.today(), .reason = "price"}});
  const auto older = opportunity("Older");
  must(app::CloseLost{older, {.closed_on = Date{clock.today().days - 100}, .reason = "price"}});
  show();
  CHECK(board.total() == 0);
  request.closed = true;
  show();
  REQUIRE(board.columns().size() == 6);
  CHECK(board.columns()[5].kind == StageKind::lost);
  CHECK(cards(5) == "Lost");
  CHECK(board.card({0, 5, 0}).closed);
  CHECK(board.lanes()[0].figures.count == 0);
}
