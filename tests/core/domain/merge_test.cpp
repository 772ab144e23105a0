#include "core/domain/merge.h"

#include <algorithm>

#include "core/base/text.h"
#include "tests/core/domain/samples.h"
#include "tests/support/random_text.h"

using namespace cohoi;

namespace {

template <class T>
std::vector<RecordValues> values_of_all(const std::vector<T>& records) {
  std::vector<RecordValues> values;
  for (const T& record : records) values.push_back(values_of(record));
  return values;
}

template <class T>
T merged(const std::vector<T>& records, const std::vector<MergeChoice>& choices = {}) {
  const auto result = merge(T::entity, values_of_all(records), choices);
  REQUIRE(result);
  T one = records.front();
  for (const FieldValue& field : result->values) REQUIRE(set_value(one, field.key, field.value));
  return one;
}

MergePart part(const std::vector<RecordValues>& records, Entity entity, std::string_view key) {
  const auto result = merge(entity, records, {});
  REQUIRE(result);
  for (const MergePart& one : result->parts)
    if (one.key == key) return one;
  return {};
}

}  // namespace

TEST_CASE("merge: the survivor's value stands, else the first that is given, in order") {
  Contact one{.last_name = "Nguyễn", .email = "an@hoasen.vn"};
  Contact two{.last_name = "Trần", .title = "Giám đốc", .email = "khac@hoasen.vn"};
  Contact three{.last_name = "Lê", .title = "Phó phòng", .phone = "0903 123 456"};
  const Contact result = merged<Contact>({one, two, three});
  CHECK(result.last_name == "Nguyễn");
  CHECK(result.email == "an@hoasen.vn");
  CHECK(result.title == "Giám đốc");
  CHECK(result.phone == "0903 123 456");
}

TEST_CASE("merge: a choice takes another record's value, of any part by any of its fields") {
  const std::vector<Contact> both{{.last_name = "Nguyễn", .email = "an@hoasen.vn", .street = "1 Lê Lợi", .city = "Huế"},
                                  {.first_name = "An", .last_name = "Trần", .email = "an@khac.vn", .street = "2 Hùng Vương", .country = "Việt Nam"}};
  const Contact result = merged(both, {{"email", 1}, {"country", 1}, {"last_name", 1}});
  CHECK(result.email == "an@khac.vn");
  CHECK(result.first_name == "An");
  CHECK(result.last_name == "Trần");
  CHECK(result.street == "2 Hùng Vương");
  CHECK(result.city == "");
  CHECK(result.country == "Việt Nam");
  for (const MergeChoice& wrong : {MergeChoice{"email", 2}, MergeChoice{"created_at", 0}, MergeChoice{"notes", 1}, MergeChoice{"nowhere", 0}})
    CHECK_FALSE(merge(Entity::contact, values_of_all(both), {wrong}));
}

TEST_CASE("merge: an address and a person's name are one block, never mixed") {
  const std::vector<Contact> both{{.last_name = "Lan", .city = "Huế"}, {.first_name = "Thị", .last_name = "Hoa", .street = "2 Hùng Vương", .city = "Đà Nẵng"}};
  const Contact kept = merged(both);
  CHECK(kept.first_name == "");
  CHECK(kept.last_name == "Lan");
  CHECK(kept.street == "");
  CHECK(kept.city == "Huế");
  const Contact filled = merged<Contact>({{.last_name = "Lan"}, both[1]});
  CHECK(filled.street == "2 Hùng Vương");
  CHECK(filled.city == "Đà Nẵng");
}

TEST_CASE("merge: notes are joined once each, tags united, do-not-contact never weakened (C-5)") {
  const std::vector<Contact> three{{.last_name = "A", .tags = make_tags({"vip"}), .notes = "gọi buổi sáng"},
                                   {.last_name = "A", .do_not_call = true, .tags = make_tags({"Hội chợ", "VIP"}), .notes = "gọi buổi sáng"},
                                   {.last_name = "A", .do_not_email = true, .notes = "đi vắng tháng 12"}};
  const Contact result = merged(three);
  CHECK(result.notes == "gọi buổi sáng\n\nđi vắng tháng 12");
  CHECK(result.tags.items.size() == 2);
  CHECK(result.do_not_call);
  CHECK(result.do_not_email);
}

TEST_CASE("merge: notes that do not fit are refused, not cut") {
  Contact one{.last_name = "A", .notes = std::string(15'000, 'a')};
  Contact two{.last_name = "A", .notes = std::string(15'000, 'b')};
  CHECK_FALSE(merge(Entity::contact, values_of_all<Contact>({one, two}), {}));
}

TEST_CASE("merge: a customer stays one, since the first sale (P-6)") {
  Account one{.name = "Hoa Sen", .status = AccountStatus::prospect};
  Account two{.name = "HOA SEN", .status = AccountStatus::customer, .customer_since = samples::day(2025, 3, 1)};
  Account three{.name = "Hoa sen", .status = AccountStatus::customer, .customer_since = samples::day(2024, 7, 9)};
  const Account result = merged<Account>({one, two, three});
  CHECK(result.name == "Hoa Sen");
  CHECK(result.status == AccountStatus::customer);
  CHECK(result.customer_since == samples::day(2024, 7, 9));
}

TEST_CASE("merge: the user's own fields are taken one by one") {
  Lead one{.last_name = "A", .custom = "custom_a text đỏ"};
  Lead two{.last_name = "A", .custom = "custom_a text xanh\ncustom_b number 5"};
  CHECK(merged<Lead>({one, two}).custom == "custom_a text đỏ\ncustom_b number 5");
  CHECK(merged<Lead>({one, two}, {{"custom_a", 1}}).custom == "custom_a text xanh\ncustom_b number 5");
}

TEST_CASE("merge: what only a rule writes stays the survivor's") {
  Lead one = samples::lead(), two = samples::lead();
  one.status = LeadStatus::working;
  one.created_at = samples::at(2026, 5, 1);
  two.status = LeadStatus::disqualified;
  two.disqualify_reason = "no_need";
  two.created_at = samples::at(2025, 1, 1);
  const Lead result = merged<Lead>({one, two});
  CHECK(result.status == LeadStatus::working);
  CHECK(result.disqualify_reason == "");
  CHECK(result.created_at == one.created_at);
}

TEST_CASE("merge: one number written two ways is no difference") {
  const auto phones = values_of_all<Contact>({{.last_name = "A", .phone = "+84 903 123 456"}, {.last_name = "A", .phone = "0903123456"}});
  CHECK_FALSE(part(phones, Entity::contact, "phone").differs);
  const auto emails = values_of_all<Contact>({{.last_name = "A", .email = "a@x.vn"}, {.last_name = "A", .email = "b@x.vn"}});
  CHECK(part(emails, Entity::contact, "email").differs);
  CHECK(part(emails, Entity::contact, "title").key == "");  // nobody says anything about it
}

TEST_CASE("merge: two to five") {
  const std::vector<Contact> six(6, Contact{.last_name = "A"});
  CHECK_FALSE(merge(Entity::contact, values_of_all(six), {}));
  CHECK_FALSE(merge(Entity::contact, values_of_all(std::vector<Contact>{six[0]}), {}));
  CHECK(merge(Entity::contact, values_of_all(std::vector<Contact>(5, six[0])), {}));
}

TEST_CASE("merge: who stays by default") {
  Account prospect{.name = "A", .created_at = samples::at(2020, 1, 1)}, customer{.name = "A", .status = AccountStatus::customer, .created_at = samples::at(2024, 1, 1)};
  CHECK(default_survivor(Entity::account, values_of_all<Account>({prospect, customer})) == 1);
  Lead lost{.last_name = "A", .status = LeadStatus::disqualified, .created_at = samples::at(2020, 1, 1)};
  Lead working{.last_name = "A", .status = LeadStatus::working, .created_at = samples::at(2024, 1, 1)};
  Lead fresh{.last_name = "A", .created_at = samples::at(2021, 1, 1)};
  CHECK(default_survivor(Entity::lead, values_of_all<Lead>({lost, fresh, working})) == 2);
  CHECK(default_survivor(Entity::lead, values_of_all<Lead>({lost, fresh})) == 1);
  Contact younger{.last_name = "A", .created_at = samples::at(2024, 1, 1)}, older{.last_name = "A", .created_at = samples::at(2020, 1, 1)};
  CHECK(default_survivor(Entity::contact, values_of_all<Contact>({younger, older})) == 1);
}

// Whatever the records hold: every value comes from one of them, nothing given is lost where the survivor is silent, blocks are whole.
TEST_CASE("merge: random records") {
  test::SeededBits bits(20261127);
  const auto word = [&](std::string_view stem) { return bits.below(2) == 0 ? std::string() : std::string(stem) + std::to_string(bits.below(3)); };
  for (int round = 0; round < 500; ++round) {
    std::vector<Lead> leads(2 + static_cast<std::size_t>(bits.below(4)));
    for (Lead& lead : leads) {
      lead.first_name = word("f");
      lead.last_name = word("l");
      lead.company = word("c");
      lead.email = word("e");
      lead.street = word("s");
      lead.city = word("t");
      lead.needs = word("n");
      lead.notes = tidy_long(test::random_text(bits));
      lead.do_not_call = bits.below(4) == 0;
      lead.part = bits.below(2) == 0 ? Part::unknown : Part::buyer;
      lead.tags = make_tags({word("a"), word("b")});
    }
    const auto values = values_of_all(leads);
    const auto result = merge(Entity::lead, values, {});
    REQUIRE(result);
    const Lead one = merged(leads);
    const auto text_is_first = [&](std::string Lead::*member) {
      for (const Lead& lead : leads)
        if (!(lead.*member).empty()) return one.*member == lead.*member;
      return (one.*member).empty();
    };
    CHECK(text_is_first(&Lead::company));
    CHECK(text_is_first(&Lead::email));
    CHECK(text_is_first(&Lead::needs));
    bool address = false, name = false, called = false;
    for (const Lead& lead : leads) {
      address = address || (lead.street == one.street && lead.city == one.city);
      name = name || (lead.first_name == one.first_name && lead.last_name == one.last_name);
      called = called || lead.do_not_call;
      CHECK(one.notes.find(lead.notes) != std::string::npos);
      for (const std::string& tag : lead.tags.items)
        CHECK(std::find(one.tags.items.begin(), one.tags.items.end(), tag) != one.tags.items.end());
    }
    CHECK(address);
    CHECK(name);
    CHECK(called == one.do_not_call);
    // Merging what came of it with what went in changes nothing.
    std::vector<Lead> again{one};
    again.insert(again.end(), leads.begin(), leads.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(leads.size(), 4)));
    Lead twice = merged(again);
    twice.notes = one.notes;  // below each other once more: a text that has been joined is another text
    CHECK(values_of(twice) == values_of(one));
  }
}
