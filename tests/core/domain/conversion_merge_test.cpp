#include "core/domain/conversion_merge.h"

#include <random>

#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;

namespace {

const FieldOutcome* outcome_of(const std::vector<FieldOutcome>& outcomes, std::string_view key) {
  for (const FieldOutcome& one : outcomes)
    if (one.key == key) return &one;
  return nullptr;
}

template <class Record>
std::vector<FieldOutcome> merged(Record& target, const Record& offer, const std::vector<std::string>& taken = {}) {
  std::vector<FieldOutcome> outcomes;
  CHECK(merge_offer(target, offer, taken, outcomes));
  return outcomes;
}

}  // namespace

TEST_CASE("C-5 accepts: empty fields of an existing account are filled") {
  Account target = account();
  const auto outcomes = merged(target, account_from_lead(lead()));
  CHECK(target.website == "saomai.vn");
  CHECK(target.city == "Đà Nẵng");
  CHECK(target.tags == lead().tags);
  REQUIRE(outcome_of(outcomes, "website"));
  CHECK(outcome_of(outcomes, "website")->outcome == Fill::filled);
  CHECK_FALSE(given(outcome_of(outcomes, "website")->target_value));
}

TEST_CASE("C-5 refuses: to overwrite a filled field, and shows both values") {
  Account target = account();
  target.phone = "0281 234 567";
  target.tax_code = "0312345678";
  const auto outcomes = merged(target, account_from_lead(lead()));
  CHECK(target.phone == "0281 234 567");
  const FieldOutcome* phone = outcome_of(outcomes, "phone");
  REQUIRE(phone);
  CHECK(phone->outcome == Fill::kept_conflict);
  CHECK(phone->target_value == Value{std::string("0281 234 567")});
  CHECK(phone->lead_value == Value{std::string("0903 123 456")});
  CHECK(outcome_of(outcomes, "tax_code")->outcome == Fill::kept_equal);
}

TEST_CASE("C-5 refuses: to change name, owner or id, even when asked") {
  Account target = account();
  const auto outcomes = merged(target, account_from_lead(lead()));
  CHECK(target.name == "Sao Mai");
  CHECK(target.owner_id == account().owner_id);
  CHECK(target.id == account().id);
  CHECK(outcome_of(outcomes, "name")->outcome == Fill::kept_conflict);
  for (const char* key : {"account.name", "account.owner_id", "account.id", "account.status", "account.nothing"}) {
    std::vector<FieldOutcome> none;
    Account kept = account();
    CHECK_FALSE(merge_offer(kept, account_from_lead(lead()), {key}, none));
    CHECK(values_of(kept) == values_of(account()));
  }
}

TEST_CASE("C-5 accepts: the lead's value where the user chose it, and only there") {
  Contact target = contact();
  target.title = "Nhân viên";
  target.email = "an.nguyen@saomai.vn";
  const auto outcomes = merged(target, contact_from_lead(lead(), false), {"contact.title", "account.phone"});
  CHECK(target.title == "Trưởng phòng mua hàng");
  CHECK(target.email == "an.nguyen@saomai.vn");
  CHECK(outcome_of(outcomes, "title")->outcome == Fill::taken);
  CHECK(outcome_of(outcomes, "email")->outcome == Fill::kept_conflict);
}

TEST_CASE("C-5: an address is one block, never mixed") {
  Account target = account();
  target.city = "Huế";
  const auto kept = merged(target, account_from_lead(lead()));
  CHECK(target.street.empty());
  CHECK(target.city == "Huế");
  CHECK(outcome_of(kept, "street")->outcome == Fill::kept_conflict);
  target.postal_code = "530000";
  merged(target, account_from_lead(lead()), {"account.city"});
  CHECK(target.street == "12 Lê Lợi");
  CHECK(target.city == "Đà Nẵng");
  CHECK(target.postal_code.empty());
}

TEST_CASE("C-5: an address the lead does not have is not taken") {
  Lead homeless = lead();
  homeless.street.clear();
  homeless.city.clear();
  homeless.country.clear();
  Account target = account();
  target.city = "Huế";
  merged(target, account_from_lead(homeless), {"account.city"});
  CHECK(target.city == "Huế");
}

TEST_CASE("C-5 accepts: a do-not-contact flag of the lead strengthens the contact's") {
  Lead of = lead();
  of.do_not_call = true;
  Contact target = contact();
  merged(target, contact_from_lead(of, false));
  CHECK(target.do_not_call);
}

TEST_CASE("C-5 refuses: to weaken a do-not-contact flag, or to put the way around it on the account") {
  Contact target = contact();
  target.do_not_call = true;
  merged(target, contact_from_lead(lead(), false), {"contact.do_not_call"});
  CHECK(target.do_not_call);
  Lead of = lead();
  of.company.clear();
  of.do_not_call = of.do_not_email = true;
  CHECK(account_from_lead(of).phone.empty());
  CHECK(account_from_lead(of).email.empty());
}

TEST_CASE("C-5: the same number or address in another form is equal, and is not written twice on one card") {
  Contact target = contact();
  target.mobile = "+84-903-123-456";
  target.email = "AN@saomai.vn";
  const auto outcomes = merged(target, contact_from_lead(lead(), false));
  CHECK(target.phone.empty());
  CHECK(outcome_of(outcomes, "email")->outcome == Fill::kept_equal);
}

TEST_CASE("C-5: notes taken are put below the notes there, so that none is lost") {
  const DefaultPipeline pipe = pipeline();
  Opportunity target = opportunity(pipe);
  target.notes = "Đã gửi báo giá";
  merged(target, opportunity_from_lead(lead()), {"opportunity.notes"});
  CHECK(target.notes == "Đã gửi báo giá\n\nGặp ở hội chợ");
}

TEST_CASE("C-5: an unknown answer about the supplier is empty, a No is not") {
  const DefaultPipeline pipe = pipeline();
  Lead of = lead();
  of.supplier_dropped = SupplierDropped::yes;
  Opportunity unknown = opportunity(pipe);
  merged(unknown, opportunity_from_lead(of));
  CHECK(unknown.supplier_dropped == SupplierDropped::yes);
  Opportunity answered = opportunity(pipe);
  answered.supplier_dropped = SupplierDropped::no;
  merged(answered, opportunity_from_lead(of));
  CHECK(answered.supplier_dropped == SupplierDropped::no);
}

namespace {

// Each field empty or one of two values, by chance.
template <class Record>
Record random_record(std::mt19937& chance, Record record) {
  Record::fields(record, [&](const FieldInfo& field, auto& member) {
    const auto roll = chance() % 3;
    using Member = std::remove_reference_t<decltype(member)>;
    if constexpr (std::is_same_v<Member, std::string>) {
      member = roll == 0 ? "" : std::string(field.key) + (roll == 1 ? " a" : " b");
    } else if constexpr (std::is_same_v<Member, bool>) {
      member = roll == 0;
    } else if constexpr (std::is_same_v<Member, Tags>) {
      member = make_tags(roll == 0 ? std::vector<std::string>{} : std::vector<std::string>{"x", roll == 1 ? "y" : "z"});
    } else if constexpr (std::is_same_v<Member, std::optional<Money>>) {
      member = roll == 0 ? std::optional<Money>{} : dong(static_cast<std::int64_t>(roll));
    } else if constexpr (std::is_same_v<Member, SupplierDropped>) {
      member = static_cast<SupplierDropped>(roll);
    }
  });
  return record;
}

template <class Record>
void check_never_overwritten(Record (*offer_of)(const Lead&), unsigned seed) {
  std::mt19937 chance(seed);
  for (int round = 0; round < 300; ++round) {
    const Record before = random_record(chance, Record{});
    Record after = before;
    const Record offer = offer_of(random_record(chance, Lead{}));
    std::vector<FieldOutcome> outcomes;
    REQUIRE(merge_offer(after, offer, {}, outcomes));
    for (const FieldInfo& field : fields_of(Record::entity)) {
      const Value was = value_of(before, field.key);
      const Value is = value_of(after, field.key);
      CAPTURE(field.key);
      if (field.type == FieldType::tags) {
        CHECK(join_tags(before.tags, after.tags) == after.tags);
      } else if (field.type == FieldType::check) {
        CHECK(std::get<std::int64_t>(is) >= std::get<std::int64_t>(was));
      } else if (given(was) && was != Value{std::string("unknown")}) {
        CHECK(is == was);
      }
      // Every change is told, and nothing is told that did not happen.
      const FieldOutcome* told = outcome_of(outcomes, field.key);
      CHECK((is != was) == (told && told->outcome == Fill::filled));
    }
  }
}

Contact contact_offer(const Lead& of) { return contact_from_lead(of, true); }

}  // namespace

TEST_CASE("C-5: over random records, no filled field of a target ever changes unless it is taken") {
  check_never_overwritten<Account>(account_from_lead, 1);
  check_never_overwritten<Contact>(contact_offer, 2);
  check_never_overwritten<Opportunity>(opportunity_from_lead, 3);
}
