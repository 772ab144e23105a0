#include "core/domain/qualification.h"

#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;

namespace {

Lead plain_lead() { return lead(); }

Qualification verdict_of(const std::vector<CriterionAnswer>& answers, const Settings& settings = {}, const Lead& of = plain_lead()) {
  return qualify(of, criteria(), answers, settings, today());
}

}  // namespace

TEST_CASE("L-2 accepts: an essential Yes with a note or a linked activity counts") {
  CHECK(verdict_of(qualifying_answers()).verdict == Verdict::qualified);
  auto answers = qualifying_answers();
  answers[0].evidence.clear();
  answers[0].evidence_activity_id = id<Activity>(9);
  CHECK(verdict_of(answers).verdict == Verdict::qualified);
}

TEST_CASE("L-2 refuses: a Yes without evidence, and the verdict says that it is missing") {
  auto answers = qualifying_answers();
  answers[1].evidence.clear();
  const Qualification result = verdict_of(answers);
  CHECK(result.verdict == Verdict::incomplete);
  CHECK(result.missing == std::vector<std::string>{"ability"});
  CHECK(result.sentence == msg("sentence.incomplete.evidence", std::vector<Message>{msg("criterion.ability")}));
  CHECK(result.next_question == msg("next.evidence", std::vector<Message>{msg("criterion.ability")}));
}

TEST_CASE("L-2: switched off, a bare Yes is enough") {
  auto answers = qualifying_answers();
  for (CriterionAnswer& one : answers) one.evidence.clear();
  Settings settings;
  settings.evidence_required = false;
  CHECK(verdict_of(answers, settings).verdict == Verdict::qualified);
}

TEST_CASE("A lead nobody has asked is incomplete, scores 0 and is asked for the need first") {
  const Qualification result = verdict_of({});
  CHECK(result.verdict == Verdict::incomplete);
  CHECK(result.score == 0);
  CHECK(result.missing == std::vector<std::string>{"need", "ability", "timeframe"});
  CHECK(result.sentence == msg("sentence.incomplete.unknown", std::vector<Message>{msg("sentence.unknown.need"), msg("sentence.unknown.ability"),
                                                                                   msg("sentence.unknown.timeframe")}));
  CHECK(result.next_question == msg("next.need"));
}

TEST_CASE("One essential No makes a lead unqualified, whatever else is Yes, and nothing more is asked") {
  auto answers = qualifying_answers();
  answers[1].answer = Answer::no;
  const Qualification result = verdict_of(answers);
  CHECK(result.verdict == Verdict::unqualified);
  CHECK(result.no == std::vector<std::string>{"ability"});
  CHECK(result.sentence == msg("sentence.unqualified", std::vector<Message>{msg("sentence.no.ability")}));
  CHECK_FALSE(result.next_question);
}

TEST_CASE("Unknowns and missing evidence are said in one sentence") {
  auto answers = qualifying_answers();
  answers[0].evidence.clear();
  answers[1].answer = Answer::unknown;
  CHECK(verdict_of(answers).sentence == msg("sentence.incomplete.both", std::vector<Message>{msg("sentence.unknown.ability")},
                                            std::vector<Message>{msg("criterion.need")}));
}

TEST_CASE("Authority strengthens the score and never decides") {
  auto answers = qualifying_answers();
  CHECK(verdict_of(answers).score == 85);
  CHECK(verdict_of(answers).next_question == msg("next.authority"));
  answers.push_back(answer("authority", Answer::no, ""));
  CHECK(verdict_of(answers).verdict == Verdict::qualified);
  CHECK(verdict_of(answers).score == 85);
  answers.back().answer = Answer::yes;
  CHECK(verdict_of(answers).verdict == Verdict::qualified);
  CHECK(verdict_of(answers).score == 100);
  CHECK_FALSE(verdict_of(answers).next_question);
  CHECK(verdict_of({answers.back()}).verdict == Verdict::incomplete);
}

TEST_CASE("The expected month answers the timeframe: Yes within the setting, No beyond, Unknown once it has passed") {
  const Month now = Month::of(today());
  CHECK(timeframe_answer(now, today(), 6) == Answer::yes);
  CHECK(timeframe_answer(add_months(now, 6), today(), 6) == Answer::yes);
  CHECK(timeframe_answer(add_months(now, 7), today(), 6) == Answer::no);
  CHECK(timeframe_answer(add_months(now, -1), today(), 6) == Answer::unknown);
  CHECK(timeframe_answer(add_months(now, 7), today(), 12) == Answer::yes);
}

TEST_CASE("L-2 accepts: an expected month as its own evidence, over any answer given by hand") {
  Lead one = lead();
  one.expected_purchase = Month::from_ym(2027, 2);
  auto answers = qualifying_answers();
  answers[2].answer = Answer::no;
  answers[2].evidence.clear();
  const Qualification result = verdict_of(answers, {}, one);
  CHECK(result.verdict == Verdict::qualified);
  CHECK(result.standings[2].from_expected_month);
  CHECK(result.standings[2].has_evidence);
}

TEST_CASE("A month that has passed opens the question again and says so") {
  Lead one = lead();
  one.expected_purchase = Month::from_ym(2026, 10);
  const Qualification result = verdict_of(qualifying_answers(), {}, one);
  CHECK(result.verdict == Verdict::incomplete);
  CHECK(result.sentence == msg("sentence.incomplete.unknown", std::vector<Message>{msg("sentence.unknown.timeframe_passed")}));
  CHECK(result.next_question == msg("next.timeframe_passed"));
}

TEST_CASE("A criterion of the user's own counts like the built-in ones, in its own words") {
  auto asked = criteria();
  Criterion own;
  own.key = "own_1";
  own.question = "Có giấy phép chưa?";
  own.weight = 40;
  own.position = 9;
  asked.push_back(own);
  const Qualification open = qualify(lead(), asked, qualifying_answers(), {}, today());
  CHECK(open.verdict == Verdict::incomplete);
  CHECK(open.sentence == msg("sentence.incomplete.unknown", std::vector<Message>{msg("sentence.unknown.own", std::string("Có giấy phép chưa?"))}));
  auto answers = qualifying_answers();
  answers.push_back(answer("own_1", Answer::yes));
  const Qualification done = qualify(lead(), asked, answers, {}, today());
  CHECK(done.verdict == Verdict::qualified);
  CHECK(done.score == 89);  // 125 of 140
  CHECK(criterion_name(own) == msg("verbatim", std::string("Có giấy phép chưa?")));
}

TEST_CASE("A retired criterion is asked no more, and its old answer decides nothing but stays visible") {
  auto asked = criteria();
  asked[1].retired = true;
  auto answers = qualifying_answers();
  CHECK(qualify(lead(), asked, {answers[0], answers[2]}, {}, today()).standings.size() == 3);
  answers[1].answer = Answer::no;
  const Qualification result = qualify(lead(), asked, answers, {}, today());
  CHECK(result.verdict == Verdict::qualified);
  CHECK(result.standings.size() == 4);
}

TEST_CASE("The default criteria have DOMAIN's keys, kinds and weights") {
  const auto asked = criteria();
  REQUIRE(asked.size() == 4);
  std::int64_t total = 0;
  for (const Criterion& one : asked) total += one.weight;
  CHECK(total == 100);
  CHECK(asked[0].key == "need");
  CHECK(asked[2].weight == 25);
  CHECK(asked[3].kind == CriterionKind::signal);
}

TEST_CASE("Answering Yes never lowers the score, over every combination of answers") {
  constexpr std::array<const char*, 4> keys{"need", "ability", "timeframe", "authority"};
  constexpr std::array<Answer, 3> possible{Answer::unknown, Answer::yes, Answer::no};
  for (int combination = 0; combination < 81; ++combination) {
    std::vector<CriterionAnswer> answers;
    int rest = combination;
    for (const char* key : keys) {
      answers.push_back(answer(key, possible[static_cast<std::size_t>(rest % 3)]));
      rest /= 3;
    }
    const Qualification before = verdict_of(answers);
    CHECK(before.score >= 0);
    CHECK(before.score <= 100);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      auto better = answers;
      better[i].answer = Answer::yes;
      const Qualification after = verdict_of(better);
      CHECK(after.score >= before.score);
      if (before.verdict == Verdict::qualified) CHECK(after.verdict == Verdict::qualified);
    }
  }
}
