#include "core/store/list_keys.h"

#include <algorithm>

#include "core/domain/record.h"
#include "core/store/schema.h"
#include "core/store/search_text.h"

namespace cohoi::store {
namespace {

std::string number_of(Entity entity) { return std::to_string(static_cast<int>(entity)); }

Dependencies name_of_other(Entity other) { return is_searchable(other) ? depends_on_title(other) : depends_on(other); }

std::string search_join(Entity entity) { return " JOIN search s ON s.rid=t.rid*32+" + number_of(entity); }

ListKey key_of_field(const FieldInfo& field) {
  ListKey key;
  // A key of the user's own fields is the product's, so it needs no quoting.
  const auto custom = [&](const char* function) { return std::string(function) + "(t.custom, '" + std::string(field.key) + "')"; };
  key.value = is_custom(field.key) ? custom("custom_value") : "t." + quoted(field.key);
  switch (field.type) {
    case FieldType::money:
      key.type = KeyType::money;
      key.currency = is_custom(field.key) ? custom("custom_currency") : "t." + quoted(std::string(field.key) + "_currency");
      break;
    case FieldType::integer:
    case FieldType::percent:
    case FieldType::timestamp:
    case FieldType::check:
      key.type = KeyType::number;
      break;
    case FieldType::decimal:
      key.type = KeyType::number;
      key.value = "CAST(" + key.value + " AS REAL)";
      key.order = "CAST(" + key.value + "*1000000 AS INTEGER)";
      break;
    case FieldType::date:
    case FieldType::month:
    case FieldType::choice:
      key.type = KeyType::code;
      break;
    case FieldType::ref:
      key.type = KeyType::code;
      key.ranked = field.ref;
      key.order = key.value;
      key.others = name_of_other(field.ref);
      break;
    case FieldType::tags:
      key.type = KeyType::list;
      key.separator = ", ";
      break;
    default:
      key.type = KeyType::text;
      break;
  }
  return key;
}

// account, owner, stage, contact, product: the name behind the field "<key>_id".
std::optional<ListKey> key_of_name(Entity entity, std::string_view key) {
  const FieldInfo* field = field_of(entity, std::string(key) + "_id");
  if (field == nullptr || field->type != FieldType::ref) return std::nullopt;
  const std::string link = "t." + quoted(field->key);
  ListKey name{.type = KeyType::text, .order = link, .ranked = field->ref, .others = name_of_other(field->ref)};
  const std::string other = "r_" + std::string(key);
  name.joins = {" LEFT JOIN " + std::string(name_of(field->ref)) + " " + other + " ON " + other + ".id=" + link};
  if (is_searchable(field->ref)) {
    const std::string found = "s_" + std::string(key);
    name.joins.push_back(" LEFT JOIN search " + found + " ON " + found + ".rid=" + other + ".rid*32+" +
                         number_of(field->ref));
    name.value = found + ".title";
  } else if (field->ref == Entity::stage || field->ref == Entity::pipeline) {
    name.value = "coalesce(" + other + ".name, " + other + ".key)";
  } else {
    name.value = other + ".name";
  }
  return name;
}

std::string activity_time(Entity entity, std::string_view what) {
  return "(SELECT " + std::string(what) + " FROM activity v WHERE v." + std::string(name_of(entity)) + "_id=t.id)";
}

std::optional<ListKey> key_of_lead(std::string_view key) {
  ListKey facts{
      .joins = {" LEFT JOIN lead_facts f ON f.rid=t.rid"}, .instead_from = "lead_facts f", .instead_rid = "f.rid"};
  if (key == "verdict") {
    facts.value = "f.verdict";
  } else if (key == "score") {
    facts.type = KeyType::number;
    facts.value = "f.score";
  } else if (key == "missing") {
    facts.type = KeyType::list;
    facts.value = "nullif(f.missing, '')";
    facts.separator = "\n";
  } else {
    return std::nullopt;
  }
  return facts;
}

std::optional<ListKey> key_of_opportunity(std::string_view key) {
  const std::string stage = " LEFT JOIN stage g ON g.id=t.stage_id";
  // In the order of the words' places in a row: open, won, lost.
  if (key == "stage_kind") return ListKey{.type = KeyType::code, .value = "g.kind", .order = "instr('openwonlost', g.kind)", .others = depends_on(Entity::stage), .joins = {stage}};
  if (key == "entered_at")
    return ListKey{
        .type = KeyType::number,
        .value = "(SELECT max(v.entered_at) FROM stage_visit v WHERE v.opportunity_id=t.id AND v.left_at IS NULL)"};
  if (key == "rots_at") {
    const std::string entered =
        "(SELECT max(v.entered_at) FROM stage_visit v WHERE v.opportunity_id=t.id AND v.left_at IS NULL)";
    return ListKey{.type = KeyType::number,
                   .value = "CASE WHEN g.kind='open' AND g.rots_after_days>0 THEN max(" + entered + ", coalesce(" +
                            activity_time(Entity::opportunity, "max(v.done_at)") +
                            ", 0))+(g.rots_after_days+1)*86400000 END",
                   .others = depends_on(Entity::stage),
                   .joins = {stage}};
  }
  if (key == "weighted") {
    // P-5, as percent_of does it; a hundred is added and taken away so that the division rounds down below zero too.
    const std::string percent =
        "(CASE WHEN g.kind='open' THEN coalesce(t.probability, g.probability) ELSE g.probability END)";
    return ListKey{.type = KeyType::money,
                   .value = "((t.amount/100)*" + percent + "+((t.amount%100)*" + percent + "+10050)/100-100)",
                   .currency = "t.amount_currency",
                   .others = depends_on(Entity::stage),
                   .joins = {stage}};
  }
  return std::nullopt;
}

std::optional<ListKey> key_of_word(Entity entity, std::string_view key) {
  if (key == "title" && is_searchable(entity)) {
    return ListKey{.type = KeyType::text,
                   .value = "nullif(s.title, '')",
                   .order = "o.sort_key",
                   .by_title = true,
                   .joins = {search_join(entity)}};
  }
  if (key == "given_name" && (entity == Entity::contact || entity == Entity::lead))
    return ListKey{.type = KeyType::text,
                   .value = "t.first_name",
                   .order = "nullif(coalesce(t.first_name, '')||char(31)||coalesce(t.last_name, ''), char(31))",
                   .by_given_name = true};
  if (key == "job_title" && (entity == Entity::contact || entity == Entity::lead))
    return ListKey{.type = KeyType::text, .value = "t.title"};
  if (entity == Entity::lead || entity == Entity::opportunity) {
    if (key == "planned_until")
      return ListKey{.type = KeyType::number,
                     .value = activity_time(entity, "max(CASE WHEN v.done_at IS NULL THEN v.due_at END)")};
    if (key == "next_activity_at")
      return ListKey{.type = KeyType::number,
                     .value = activity_time(entity, "min(CASE WHEN v.done_at IS NULL THEN v.due_at END)")};
    if (key == "last_done_at")
      return ListKey{.type = KeyType::number, .value = activity_time(entity, "max(v.done_at)")};
  }
  if (entity == Entity::lead) return key_of_lead(key);
  if (entity == Entity::opportunity) return key_of_opportunity(key);
  if (entity == Entity::activity && key == "open")
    return ListKey{.type = KeyType::number, .value = "(t.done_at IS NULL)"};
  return std::nullopt;
}

}  // namespace

Result<ListKey> list_key(Entity entity, std::string_view key) {
  if (auto word = key_of_word(entity, key)) return *std::move(word);
  if (const FieldInfo* field = field_of(entity, key)) return key_of_field(*field);
  if (auto name = key_of_name(entity, key)) return *std::move(name);
  if (key == "id") return ListKey{.type = KeyType::code, .value = "t.id"};
  return fail(ErrorCode::invalid, msg("store.unknown_key", std::string(key)), std::string(name_of(entity)));
}

ListSource source_of(Entity entity, const std::vector<const ListKey*>& keys) {
  const auto same = [&](const ListKey* key) {
    return !key->instead_from.empty() && key->instead_from == keys.front()->instead_from;
  };
  if (!keys.empty() && std::all_of(keys.begin(), keys.end(), same)) {
    const ListKey& key = *keys.front();
    return {key.instead_from + " WHERE 1", key.instead_rid};
  }
  std::vector<std::string> joins;
  for (const ListKey* key : keys)
    for (const std::string& join : key->joins)
      if (std::find(joins.begin(), joins.end(), join) == joins.end()) joins.push_back(join);
  std::string from = std::string(name_of(entity)) + " t";
  for (const std::string& join : joins) from += join;
  return {from + " WHERE 1", "t.rid"};
}

}  // namespace cohoi::store
