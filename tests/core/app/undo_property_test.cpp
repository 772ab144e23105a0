#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

// Commands as a hand in a hurry would give them: many are refused, which must change nothing.
class Hand {
 public:
  Hand(MemorySession& session, std::uint64_t seed) : m(session), bits(seed) {}

  Command next() {
    switch (bits.below(23)) {
      case 0: return SaveRecord{Entity::account, {}, {text("name", word())}};
      case 1: return SaveRecord{Entity::contact, {}, {text("last_name", word()), {"account_id", to_value(any<Account>())}}};
      case 2: return SaveRecord{Entity::lead, {}, {text("last_name", word()), text("company", word())}};
      case 3: return SaveRecord{Entity::lead, any<Lead>().uuid, {text("needs", word()), vnd("estimated_budget", number_below(1000))}};
      case 4: return AnswerCriterion{any<Lead>(), pick<const char*>({"need", "ability", "timeframe", "authority"}),
                                     pick<Answer>({Answer::yes, Answer::yes, Answer::no, Answer::unknown}), word(), {}};
      case 5: return AddActivity{Activity{.kind = pick<ActivityKind>({ActivityKind::call, ActivityKind::task}), .subject = word(),
                                          .lead_id = any<Lead>()}};
      case 6: return ConvertLead{any<Lead>(), choice()};
      case 7: return ConvertLeads{{any<Lead>(), any<Lead>()}, bits.below(2) == 0 ? word() : std::string{}};
      case 8: return RevertConversion{any<Lead>(), bits.below(2) == 0};
      case 9: return SaveRecord{Entity::opportunity, {}, {text("name", word()), {"account_id", to_value(any<Account>())},
                                                          text("override_reason", word())}};
      case 10: return SaveRecord{Entity::opportunity, any<Opportunity>().uuid,
                                 {vnd("amount", number_below(1'000'000)), text("order_number", word()), text("supplier_dropped", "yes")}};
      case 11: return MoveStage{{any<Opportunity>(), any<Opportunity>()}, any<Stage>(), bits.below(2) == 0 ? word() : std::string{}};
      case 12: return CloseWon{any<Opportunity>(), {m.clock.today()}, word()};
      case 13: return CloseLost{any<Opportunity>(), {{}, "price", {}, word()}};
      case 14: return Reopen{any<Opportunity>()};
      case 15: return SetRole{{.opportunity_id = any<Opportunity>(), .contact_id = any<Contact>(), .part = Part::buyer, .primary = bits.below(2) == 0}};
      case 16: return DeleteRecords{pick<Entity>({Entity::account, Entity::contact, Entity::lead, Entity::opportunity, Entity::activity}),
                                    {any<Lead>().uuid, any<Opportunity>().uuid, any<Contact>().uuid, any<Activity>().uuid}};
      case 17: return CompleteActivity{any<Activity>(), bits.below(3) != 0};
      case 19: return MergeRecords{Entity::account, {any<Account>().uuid, any<Account>().uuid}, {}};
      case 20: return MergeRecords{Entity::contact, {any<Contact>().uuid, any<Contact>().uuid}, {{"last_name", static_cast<std::size_t>(bits.below(2))}}};
      case 21: return bits.below(4) == 0 ? Command{KeepApart{Entity::lead, {any<Lead>().uuid, any<Lead>().uuid}}}
                                         : Command{MergeRecords{Entity::lead, {any<Lead>().uuid, any<Lead>().uuid, any<Lead>().uuid}, {}}};
      case 18: return MakeLead{any<Contact>()};
      default: return SetLeadStatus{{any<Lead>()}, pick<LeadStatus>({LeadStatus::working, LeadStatus::disqualified}), "not_now", {}};
    }
  }

 private:
  std::string word() { return "w" + std::to_string(bits.below(1000)); }
  std::int64_t number_below(std::uint64_t limit) { return static_cast<std::int64_t>(bits.below(limit)); }
  template <class T>
  T pick(std::initializer_list<T> items) { return *(items.begin() + static_cast<std::ptrdiff_t>(bits.below(items.size()))); }
  template <class T>
  Id<T> any() {
    const auto records = m.all<T>();
    return records.empty() ? Id<T>{} : records[static_cast<std::size_t>(bits.below(records.size()))].id;
  }
  ConversionChoice choice() {
    ConversionChoice made;
    if (bits.below(3) == 0) {
      const auto contacts = m.all<Contact>();
      if (!contacts.empty()) {
        const Contact& contact = contacts[static_cast<std::size_t>(bits.below(contacts.size()))];
        made.account = made.contact = Target::existing;
        made.account_id = contact.account_id;
        made.contact_id = contact.id;
      }
    }
    made.make_opportunity = bits.below(4) != 0;
    if (bits.below(2) == 0) made.override_reason = word();
    return made;
  }

  MemorySession& m;
  SeededBits bits;
};

}  // namespace

TEST_CASE("any sequence of commands is undone to the byte and redone to the byte; a refused command changes nothing") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    MemorySession m(seed);
    Hand hand(m, seed * 7919);
    std::vector<std::string> states{m.dump()};
    int refusals = 0;
    for (int i = 0; states.size() <= 70 && i < 400; ++i) {
      const Command command = hand.next();
      m.clock.advance_ms(static_cast<std::int64_t>(i) * 977);
      const Status asked = m->can_execute(command);
      const auto outcome = m->execute(command);
      REQUIRE(asked.has_value() == outcome.has_value());
      std::string after = m.dump();
      if (!outcome) {
        ++refusals;
        REQUIRE(after == states.back());
        REQUIRE(asked.error().message.key == outcome.error().message.key);
      } else if (!outcome->transaction.empty()) {
        states.push_back(std::move(after));
      }
    }
    CHECK(states.size() > 40);
    CHECK(refusals > 0);
    for (std::size_t i = states.size() - 1; i > 0; --i) {
      const auto undone = m->undo();
      REQUIRE_MESSAGE(undone, (undone ? std::string{} : undone.error().message.key + " " + keys_of(undone.error().missing)));
      REQUIRE(m.difference(states[i - 1]) == "");
    }
    for (std::size_t i = 1; i < states.size(); ++i) {
      const auto redone = m->redo();
      REQUIRE_MESSAGE(redone, (redone ? std::string{} : redone.error().message.key + " " + keys_of(redone.error().missing)));
      REQUIRE(m.difference(states[i]) == "");
    }
    REQUIRE(m.db.check_integrity());
  }
}
