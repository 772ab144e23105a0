// A whole product in memory: Session over a database without a file, a clock set by hand, ids that repeat. With builders for the records
// tests start from.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/draft.h"
#include "core/app/session.h"
#include "core/store/dump.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/seeded_ids.h"

namespace cohoi::test {

[[nodiscard]] inline FieldValue text(std::string key, std::string value) { return {std::move(key), Value{std::move(value)}}; }
[[nodiscard]] inline FieldValue number(std::string key, std::int64_t value) { return {std::move(key), Value{value}}; }
[[nodiscard]] inline FieldValue vnd(std::string key, std::int64_t value) { return {std::move(key), Value{Money{value, Currency{}}}}; }
template <class T>
[[nodiscard]] FieldValue link(std::string key, Id<T> id) { return {std::move(key), to_value(id)}; }

[[nodiscard]] inline std::string keys_of(const std::vector<Message>& messages) {
  std::string keys;
  for (const Message& message : messages) keys += (keys.empty() ? "" : " ") + message.key;
  return keys;
}

class MemorySession {
 public:
  // With a folder it lies in files, as in the browser.
  explicit MemorySession(std::uint64_t seed = 1, const std::string& folder = {}) : ids(seed), db(open_database(folder)) {
    auto opened = app::Session::open(db, {.clock = clock, .ids = ids, .device = "device-1", .language = Language::en});
    REQUIRE_MESSAGE(opened, (opened ? std::string{} : opened.error().message.key + " " + opened.error().detail));
    session = *std::move(opened);
  }

  FixedClock clock;
  SeededIds ids;
  store::Database db;
  std::unique_ptr<app::Session> session;

  app::Session* operator->() { return session.get(); }
  app::Session& operator*() { return *session; }

  // Carries it out; the test stops when it is refused. Time passes between two commands.
  app::Outcome must(const app::Command& command) {
    clock.advance_ms(1000);
    auto outcome = session->execute(command);
    REQUIRE_MESSAGE(outcome, (outcome ? std::string{} : outcome.error().message.key + " [" + keys_of(outcome.error().missing) + "] " + outcome.error().detail));
    return *std::move(outcome);
  }
  // The refusal, which asking and doing must give alike, and after which nothing may have changed.
  Error refused(const app::Command& command) {
    const std::string before = dump();
    const Status asked = session->can_execute(command);
    const auto done = session->execute(command);
    REQUIRE_FALSE(asked);
    REQUIRE_FALSE(done);
    CHECK(asked.error() == done.error());
    CHECK(difference(before) == "");
    return done.error();
  }
  [[nodiscard]] std::string dump() {
    auto text = store::dump_domain(db);
    REQUIRE(text);
    return *std::move(text);
  }

  // What is not as it was: the first line that differs, or nothing.
  [[nodiscard]] std::string difference(const std::string& before) {
    const std::string now = dump();
    if (now == before) return {};
    std::size_t at = 0;
    while (at < now.size() && at < before.size() && now[at] == before[at]) ++at;
    const auto line = [at](const std::string& text) {
      const std::size_t start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
      return text.substr(start, text.find('\n', start) - start);
    };
    return "was: " + line(before) + "\nis:  " + line(now);
  }

  template <class T>
  [[nodiscard]] T get(Id<T> id) {
    auto record = store::get(db, id);
    REQUIRE(record);
    return *std::move(record);
  }
  template <class T>
  [[nodiscard]] bool there(Id<T> id) {
    const auto record = store::find(db, id);
    REQUIRE(record);
    return record->has_value();
  }
  template <class T, class U>
  [[nodiscard]] std::vector<T> by(std::string_view field, Id<U> id) {
    auto records = store::find_by<T>(db, field, to_value(id));
    REQUIRE(records);
    return *std::move(records);
  }
  template <class T>
  [[nodiscard]] std::vector<T> all() {
    auto records = store::all<T>(db);
    REQUIRE(records);
    return *std::move(records);
  }

  template <class T>
  Id<T> save(std::vector<FieldValue> values) {
    const app::Outcome outcome = must(app::SaveRecord{T::entity, {}, std::move(values)});
    REQUIRE_FALSE(outcome.made.empty());
    return Id<T>{outcome.made.front().id};
  }
  template <class T>
  void edit(Id<T> id, std::vector<FieldValue> values) { must(app::SaveRecord{T::entity, id.uuid, std::move(values)}); }

  AccountId account(const std::string& name) { return save<Account>({text("name", name)}); }
  ContactId contact(const std::string& first, const std::string& last, AccountId account_id = {}) {
    std::vector<FieldValue> values{text("first_name", first), text("last_name", last)};
    if (!account_id.empty()) values.push_back(link("account_id", account_id));
    return save<Contact>(std::move(values));
  }
  // A lead nothing is known of yet.
  LeadId lead(const std::string& first, const std::string& last, const std::string& company = {}) {
    std::vector<FieldValue> values{text("first_name", first), text("last_name", last)};
    if (!company.empty()) values.push_back(text("company", company));
    return save<Lead>(std::move(values));
  }
  void answer(LeadId id, const std::string& criterion, Answer said, const std::string& evidence = "said so on the phone") {
    must(app::AnswerCriterion{id, criterion, said, evidence, {}});
  }
  void answer_all(LeadId id) {
    for (const char* criterion : {"need", "ability", "timeframe"}) answer(id, criterion, Answer::yes);
  }
  template <class T>
  ActivityId done(ActivityKind kind, Id<T> about) {
    Activity activity{.kind = kind, .subject = "talk"};
    if constexpr (T::entity == Entity::lead) activity.lead_id = about;
    if constexpr (T::entity == Entity::opportunity) activity.opportunity_id = about;
    if constexpr (T::entity == Entity::account) activity.account_id = about;
    if constexpr (T::entity == Entity::contact) activity.contact_id = about;
    return ActivityId{must(app::AddActivity{activity}).made.front().id};
  }
  // Passes C-0: answers with evidence, a done call, written needs.
  LeadId qualified_lead(const std::string& first = "Văn An", const std::string& last = "Nguyễn",
                        const std::string& company = "Công ty Hoa Sen") {
    const LeadId id = lead(first, last, company);
    edit(id, {text("needs", "200 pumps before Tết"), text("interest", "pumps"), vnd("estimated_budget", 500'000'000),
              text("phone", "0903 123 456"), text("email", "an@hoasen.vn"), text("source", "referral")});
    answer_all(id);
    done(ActivityKind::call, id);
    return id;
  }
  // A conversion with default targets; the lead's links say what was made.
  Lead convert(LeadId id, ConversionChoice choice = {}) {
    must(app::ConvertLead{id, std::move(choice)});
    return get(id);
  }

  OpportunityId opportunity(const std::string& name, AccountId account_id = {}) {
    std::vector<FieldValue> values{text("name", name), text("needs", "as written"), text("relationship", "call")};
    if (!account_id.empty()) values.push_back(link("account_id", account_id));
    return save<Opportunity>(std::move(values));
  }
  // Fills everything the gates up to the contract ask for, a buyer included.
  void prepare_for_contract(OpportunityId id) {
    edit(id, {vnd("amount", 480'000'000), text("supplier_dropped", "yes"), number("payment_terms_discussed", 1),
              text("expected_close", "2027-01-15"), text("payment_terms", "30 % on order, 70 % on delivery"), number("contract_drafted", 1)});
    if (by<ContactRole>("opportunity_id", id).empty())
      must(app::SetRole{ContactRole{.opportunity_id = id, .contact_id = contact("Bình", "Trần"), .part = Part::buyer}});
    else
      for (ContactRole role : by<ContactRole>("opportunity_id", id)) {
        role.part = Part::buyer;
        must(app::SetRole{role});
      }
  }
  [[nodiscard]] Stage stage(std::string_view key) {
    for (const Stage& stage : all<Stage>())
      if (stage.key == key) return stage;
    REQUIRE_MESSAGE(false, "no stage " << std::string(key));
    return {};
  }
  [[nodiscard]] std::string stage_of(OpportunityId id) { return get(get(id).stage_id).key; }

 private:
  static store::Database open_database(const std::string& folder) {
    auto opened = folder.empty() ? store::Database::open_in_memory() : store::Database::open(folder, {});
    REQUIRE(opened);
    return *std::move(opened);
  }
};

}  // namespace cohoi::test
