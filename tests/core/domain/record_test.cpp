#include "core/domain/record.h"

#include <set>

#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;

TEST_CASE("Every field of every entity has its own key and comes back from its value") {
  for (std::size_t i = 0; i < entity_names.size(); ++i) {
    const auto entity = static_cast<Entity>(i);
    CHECK(entity_named(name_of(entity)) == entity);
    with_record_type(entity, [&]<class T>() {
      CHECK(T::entity == entity);
      std::set<std::string> keys;
      T record;
      for (const FieldValue& field : values_of(record)) {
        CHECK(keys.insert(field.key).second);
        CHECK(set_value(record, field.key, field.value));
        CHECK(value_of(record, field.key) == field.value);
        CHECK(set_value(record, field.key, Value{}));
      }
      CHECK(keys.size() == fields_of(entity).size());
      CHECK_FALSE(set_value(record, "no_such_field", Value{}));
    });
  }
}

TEST_CASE("A whole lead survives being taken apart and put together") {
  Lead one = lead();
  one.expected_purchase = Month::from_ym(2027, 2);
  one.converted_at = at(2026, 11, 23);
  one.do_not_call = true;
  one.conversion_transaction = id<Lead>(200).uuid;
  one.status = LeadStatus::nurturing;
  Lead copy;
  for (const FieldValue& field : values_of(one)) CHECK(set_value(copy, field.key, field.value));
  CHECK(values_of(copy) == values_of(one));
  CHECK(copy.conversion_transaction == one.conversion_transaction);
}

TEST_CASE("A value of the wrong type leaves the member as it was") {
  Lead one = lead();
  CHECK_FALSE(set_value(one, "estimated_budget", Value{std::string("nhiều")}));
  CHECK_FALSE(set_value(one, "owner_id", Value{std::string("Lan")}));
  CHECK_FALSE(set_value(one, "part", Value{std::string("boss")}));
  CHECK_FALSE(set_value(one, "do_not_call", Value{std::int64_t{2}}));
  CHECK_FALSE(set_value(one, "expected_purchase", Value{std::int64_t{2}}));
  CHECK(values_of(one) == values_of(lead()));
}

TEST_CASE("Tags are tidy, unique by folding and in Vietnamese order") {
  CHECK(make_tags({" VIP ", "đại lý", "vip", "", "ăn uống", "da"}).items == std::vector<std::string>{"ăn uống", "da", "đại lý", "VIP"});
  CHECK(split_tags("a, b;c,,").items == std::vector<std::string>{"a", "b", "c"});
  CHECK(join_tags(make_tags({"a", "b"}), make_tags({"B", "c"})).items == std::vector<std::string>{"a", "b", "c"});
  Tags back;
  const Tags tags = make_tags({"miền Trung, Huế", "x"});
  CHECK(from_value(to_value(tags), back));
  CHECK(back == tags);
}

TEST_CASE("A record is called by its name, a lead by person and company") {
  CHECK(title_of(lead()) == "Nguyễn Văn An – Công ty TNHH Sao Mai");
  Lead one = lead();
  one.company.clear();
  CHECK(title_of(one) == "Nguyễn Văn An");
  Lead firm;
  firm.company = "Sao Mai";
  CHECK(title_of(firm) == "Sao Mai");
  CHECK(title_of(account()) == "Sao Mai");
}

TEST_CASE("The sample records fit their fields; a contact without a last name does not") {
  CHECK(check_fields(lead()));
  CHECK(check_fields(account()));
  CHECK(check_fields(contact()));
  Contact nameless = contact();
  nameless.last_name.clear();
  const Status status = check_fields(nameless);
  REQUIRE_FALSE(status);
  CHECK(status.error().detail == "last_name");
  CHECK(status.error().message.key == "error.required");
}
