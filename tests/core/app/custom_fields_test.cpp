// Fields the user adds: made and kept in the settings, filled in on records, found in lists, filters, exports and the story.
#include "core/app/models/filter.h"
#include "core/app/models/form.h"
#include "core/app/models/record_list.h"
#include "core/app/models/setting_form.h"
#include "core/app/models/settings_page.h"
#include "core/app/models/timeline.h"
#include "tests/core/app/import/import_fixture.h"
#include "tests/support/exported.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

struct Custom {
  MemorySession m;
  Names names{*m};

  std::string add(const char* name, const char* type, const char* choices = "", const char* kind = "lead") {
    std::vector<FieldValue> values{text("record_kind", kind), text("name", name), text("value_type", type)};
    if (*choices) values.push_back(text("choices", choices));
    return m.get(m.save<CustomField>(std::move(values))).key;
  }
  std::string titles(const FilterGroup& filter, const std::string& order = {}, bool descending = false) {
    RecordList list(*m, names, Entity::lead);
    ListRequest request;
    request.filter = filter;
    if (!order.empty()) request.order = {{order, descending}};
    REQUIRE(list.show(request));
    std::string all;
    for (std::int64_t i = 0; i < list.total(); ++i) all += (i ? " " : "") + list.row(i).title;
    return all;
  }
  std::string where(const std::string& key, Operator op, std::vector<std::string> values = {}) {
    const Condition condition{key, op, std::move(values)};
    REQUIRE(check_condition(Entity::lead, condition));
    return titles({.any = false, .conditions = {condition}, .groups = {}}, "title");
  }
};

}  // namespace

TEST_CASE("a field added in the settings is asked on the record's form and page, after the others") {
  Custom c;
  const std::string key = c.add("Floor area", "number");
  CHECK(full_form(Entity::lead).back() == key);
  CHECK(short_form(Entity::lead).back() == key);
  CHECK(full_form(Entity::account).back() != key);
  const auto form = make_form(*c.m, c.names, Entity::lead, {}, short_form(Entity::lead));
  REQUIRE(form);
  CHECK(form->fields.back().label.message == msg("verbatim", std::string("Floor area")));
  std::map<std::string, Message> errors;
  CHECK_FALSE(read_form(*c.m, *form, {{"last_name", "An"}, {key, "large"}}, errors));
  CHECK(errors[key] == msg("error.decimal"));
  const auto values = read_form(*c.m, *form, {{"last_name", "An"}, {key, "1,250.5"}}, errors);
  REQUIRE(values);
  CHECK(values->back() == text(key, "1250.5"));
  const LeadId lead = c.m.save<Lead>(*values);
  CHECK(value_of(c.m.get(lead), key) == Value(std::string("1250.5")));
}

TEST_CASE("an edit of one field leaves the others, and undo gives back what was there") {
  Custom c;
  const std::string area = c.add("Floor area", "number");
  const std::string district = c.add("District", "choice", "Quận 1\nQuận 3");
  const LeadId lead = c.m.lead("An", "Nguyễn");
  c.m.edit(lead, {text(area, "80")});
  const std::string before = c.m.dump();
  c.m.edit(lead, {text(district, "Quận 3")});
  CHECK(value_of(c.m.get(lead), area) == Value(std::string("80")));
  CHECK(value_of(c.m.get(lead), district) == Value(std::string("Quận 3")));
  REQUIRE(c.m->undo());
  CHECK(c.m.difference(before) == "");
}

TEST_CASE("a value that its field does not take is refused, by whatever way it comes") {
  Custom c;
  const std::string district = c.add("District", "choice", "Quận 1\nQuận 3");
  const std::string interests = c.add("Interests", "multi_choice", "Pumps\nPipes");
  const std::string site = c.add("Map", "link");
  const LeadId lead = c.m.lead("An", "Nguyễn");
  const auto refusal = [&](FieldValue value) { return c.m.refused(SaveRecord{Entity::lead, lead.uuid, {std::move(value)}}).message.key; };
  CHECK(refusal(text(district, "Quận 9")) == "error.choice");
  CHECK(refusal(text(interests, "Pumps, Cars")) == "error.choice");
  CHECK(refusal(text(site, "javascript:alert(1)")) == "error.link");
  CHECK(refusal(number(district, 1)) == "error.value");
  CHECK(refusal(text("custom_000000000000", "x")) == "refusal.no_such_field");
  CHECK(refusal(text("custom", "custom_1 text x")) == "refusal.field_by_rule");
  c.m.edit(lead, {text(interests, "Pipes, Pumps")});
}

TEST_CASE("lists sort and filter by the user's fields as by their own") {
  Custom c;
  const std::string area = c.add("Floor area", "number");
  const std::string budget = c.add("Rent", "money");
  const std::string since = c.add("Since", "date");
  const std::string district = c.add("District", "choice", "Quận 1\nQuận 3");
  const std::string interests = c.add("Interests", "multi_choice", "Pumps\nPipes");
  const std::string visited = c.add("Visited", "check");
  const LeadId a = c.m.lead("A", "Lead");
  const LeadId b = c.m.lead("B", "Lead");
  const LeadId d = c.m.lead("D", "Lead");
  c.m.edit(a, {text(area, "9.5"), vnd(budget, 5'000'000), text(since, "2026-01-02"), text(district, "Quận 3"), number(visited, 1)});
  c.m.edit(b, {text(area, "80"), vnd(budget, 900'000), text(interests, "Pipes, Pumps")});
  const auto name = [&](LeadId id) { return title_of(c.m.get(id)); };
  CHECK(c.titles({}, area) == name(a) + " " + name(b) + " " + name(d));
  CHECK(c.titles({}, area, true).starts_with(name(b) + " " + name(a)));
  CHECK(c.titles({}, budget).starts_with(name(b) + " " + name(a)));
  CHECK(c.where(area, Operator::more, {"9.25"}) == name(a) + " " + name(b));
  CHECK(c.where(area, Operator::between, {"81", "10.5"}) == name(b));
  CHECK(c.where(area, Operator::is, {"9.5"}) == name(a));
  CHECK(c.where(budget, Operator::less, {"VND 1000000"}) == name(b));
  CHECK(c.where(since, Operator::period, {"this_year"}) == name(a));
  CHECK(c.where(district, Operator::any_of, {"Quận 3"}) == name(a));
  CHECK(c.where(interests, Operator::all_of, {"Pumps", "Pipes"}) == name(b));
  CHECK(c.where(visited, Operator::yes) == name(a));
  CHECK(c.where(visited, Operator::no) == name(b) + " " + name(d));
  CHECK(c.where(area, Operator::empty) == name(d));
  const Condition kept{area, Operator::more, {"9.25"}};
  const FilterGroup filter{.any = false, .conditions = {kept}, .groups = {}};
  CHECK(filter_from_text(Entity::lead, to_text(filter)) == filter);
}

TEST_CASE("a list groups by a choice, and shows and edits a value in its cell") {
  Custom c;
  const std::string area = c.add("Floor area", "number");
  const std::string district = c.add("District", "choice", "Quận 1\nQuận 3");
  const LeadId a = c.m.lead("A", "Lead");
  static_cast<void>(c.m.lead("B", "Lead"));
  c.m.edit(a, {text(area, "1250.5"), text(district, "Quận 3")});
  RecordList list(*c.m, c.names, Entity::lead);
  ListRequest request;
  request.columns = {{"title", 0}, {area, 0}, {district, 0}};
  request.group_by = district;
  REQUIRE(list.show(request));
  CHECK(list.groups().size() == 2);
  const auto at = list.index_of(a.uuid);
  REQUIRE(at);
  CHECK(list.row(*at).cells[1].label.text == "1,250.5");
  const auto command = list.edited(*at, area, "99");
  REQUIRE(command);
  c.m.must(*command);
  CHECK(value_of(c.m.get(a), area) == Value(std::string("99")));
}

TEST_CASE("the record's story tells which of the user's fields changed, and the export has a column for each") {
  Custom c;
  const std::string area = c.add("Floor area", "number");
  const LeadId lead = c.m.lead("An", "Nguyễn");
  c.m.edit(lead, {text(area, "80")});
  std::vector<StoryEntry> entries;
  REQUIRE(add_changes(entries, *c.m, c.names, Entity::lead, lead.uuid));
  bool told = false;
  for (const auto& entry : entries)
    for (const auto& change : entry.changes) told |= change.field.message == msg("verbatim", std::string("Floor area")) && change.after.text == "80";
  CHECK(told);
  const std::string csv = exported(*c.m, c.names, Entity::lead, [](const Message& message) {
    return message.key == "verbatim" ? std::get<std::string>(message.args.front()) : message.key;
  });
  CHECK(csv.find("Floor area") != std::string::npos);
  CHECK(csv.find(",80\r\n") != std::string::npos);
  CHECK(csv.find("custom_") == std::string::npos);
}

TEST_CASE("a choice offered no more stays with the record that has it, is seen there, and comes to no other") {
  Custom c;
  const std::string interests = c.add("Interests", "multi_choice", "Pumps\nPipes");
  const CustomField field = c.m.all<CustomField>().front();
  const LeadId lead = c.m.lead("An", "Nguyễn");
  const LeadId other = c.m.lead("Bình", "Trần");
  c.m.edit(lead, {text(interests, "Pumps")});
  c.m.edit(field.id, {text("choices", "Pipes\nValves")});
  const auto form = make_form(*c.m, c.names, Entity::lead, lead.uuid, {interests});
  REQUIRE(form);
  CHECK(form->fields.front().options.size() == 3);
  c.m.edit(lead, {text(interests, "Pumps, Valves")});
  CHECK(c.m.refused(SaveRecord{Entity::lead, other.uuid, {text(interests, "Pumps")}}).message.key == "error.choice");
}

TEST_CASE("what is known of a field holds when fields are added after it") {
  Custom c;
  const std::string district = c.add("District", "choice", "Quận 1\nQuận 3");
  const FieldInfo* info = field_of(Entity::lead, district);
  static_cast<void>(c.add("Area", "number"));
  CHECK(info->key == district);
  CHECK(info->choices.size() == 2);
}

TEST_CASE("an import fills the user's fields, and doubts a choice that is none") {
  Custom c;
  const std::string area = c.add("Floor area", "number");
  const std::string interests = c.add("Interests", "multi_choice", "Pumps\nPipes");
  const auto import = imported(c.m, "First Name,Last Name,Company,Floor area,Interests\nAn,Nguyễn,ACME,\"1,250.5\",Pumps\nBình,Trần,ACME,80,Cars\n");
  const auto leads = c.m.all<Lead>();
  REQUIRE(leads.size() == 2);
  CHECK(value_of(leads[0], area) == Value(std::string("1250.5")));
  CHECK(value_of(leads[0], interests) == Value(std::string("Pumps")));
  CHECK(value_of(leads[1], area) == Value(std::string("80")));
  CHECK_FALSE(given(value_of(leads[1], interests)));
}

TEST_CASE("a field's type stays; its name and choices may change; a retired one is asked no more and keeps its values") {
  Custom c;
  const std::string district = c.add("District", "choice", "Quận 1\nQuận 3");
  const CustomField field = c.m.all<CustomField>().front();
  CHECK(c.m.refused(SaveRecord{Entity::custom_field, field.id.uuid, {text("value_type", "text")}}).message.key == "refusal.custom_field.type");
  CHECK(c.m.refused(SaveRecord{Entity::custom_field, field.id.uuid, {{"choices", Value{}}}}).detail == "choices");
  CHECK(c.m.refused(SaveRecord{Entity::custom_field, {}, {text("record_kind", "lead"), text("name", "district"), text("value_type", "text")}}).code ==
        ErrorCode::conflict);
  const LeadId lead = c.m.lead("An", "Nguyễn");
  c.m.edit(lead, {text(district, "Quận 3")});
  c.m.edit(field.id, {text("choices", "Quận 1")});
  c.m.edit(lead, {text("title", "Buyer")});
  CHECK(value_of(c.m.get(lead), district) == Value(std::string("Quận 3")));
  c.m.edit(field.id, {number("retired", 1)});
  CHECK(full_form(Entity::lead).back() != district);
  CHECK(list_field(Entity::lead, district) == nullptr);
  CHECK(value_of(c.m.get(lead), district) == Value(std::string("Quận 3")));
}

TEST_CASE("the settings list the fields of each kind of record and ask choices only where there are some") {
  Custom c;
  static_cast<void>(c.add("District", "choice", "Quận 1\nQuận 3"));
  static_cast<void>(c.add("Area", "number", "", "account"));
  const auto page = settings_page(*c.m, c.names, "custom-fields");
  REQUIRE(page);
  REQUIRE(page->groups.size() == 4);
  CHECK(page->groups[0].rows.front().lines.front().text == "Quận 1 · Quận 3");
  CHECK(page->groups[2].rows.front().chips.front().label.message == msg("custom_type.number"));
  const auto form = setting_form(*c.m, c.names, {Entity::custom_field, {}}, page->groups[0].fresh_values);
  REQUIRE(form);
  const FormField& choices = form->form.fields.back();
  CHECK_FALSE(is_asked(*form, choices, {{"value_type", "number"}}));
  CHECK(is_asked(*form, choices, {{"value_type", "multi_choice"}}));
  std::map<std::string, Message> errors;
  const auto command = setting_command(*c.m, *form, {{"name", "Zone"}, {"value_type", "text"}}, {}, errors);
  REQUIRE(command);
  c.m.must(*command);
  CHECK(c.m.all<CustomField>().size() == 3);
}
