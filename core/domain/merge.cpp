#include "core/domain/merge.h"

#include <algorithm>
#include <array>

#include "core/base/contact_points.h"
#include "core/base/text.h"

namespace cohoi {
namespace {

using Rule = MergePart::Rule;
using Records = std::span<const RecordValues>;

constexpr std::array<std::string_view, 5> address_keys{"street", "city", "region", "postal_code", "country"};
constexpr std::array<std::string_view, 2> person_keys{"first_name", "last_name"};

bool is_one_of(std::span<const std::string_view> keys, std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

const FieldValue* find(const RecordValues& record, std::string_view key) {
  for (const FieldValue& field : record)
    if (field.key == key) return &field;
  return nullptr;
}

std::string_view text_of(const RecordValues& record, std::string_view key) {
  const FieldValue* field = find(record, key);
  const auto* text = field ? std::get_if<std::string>(&field->value) : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

// Also one of the user's own, which are kept together in one text.
Value get(const RecordValues& record, std::string_view key) {
  if (is_custom(key)) return custom_value(text_of(record, "custom"), key);
  const FieldValue* field = find(record, key);
  return field ? field->value : Value{};
}

void set(RecordValues& record, std::string_view key, Value value) {
  const bool custom = is_custom(key);
  if (custom) value = to_value(with_custom_value(text_of(record, "custom"), key, value));
  for (FieldValue& field : record)
    if (field.key == (custom ? "custom" : key)) field.value = std::move(value);
}

// Nothing, a check not set, and the Unknown of a choice say nothing.
bool says(const Value& value) {
  return given(value) && value != Value(std::int64_t{0}) && value != Value(std::string("unknown"));
}

bool says_any(const RecordValues& record, const MergePart& part) {
  return std::any_of(part.fields.begin(), part.fields.end(), [&](const std::string& key) { return says(get(record, key)); });
}

bool equal(const Value& a, const Value& b, FieldType type) {
  const auto* one = std::get_if<std::string>(&a);
  const auto* other = std::get_if<std::string>(&b);
  if (!one || !other || *one == *other) return a == b || (!says(a) && !says(b));
  if (type == FieldType::email) return normal_email(*one) == normal_email(*other);
  return type == FieldType::phone && normal_phone(*one) == normal_phone(*other);
}

// The keys of the user's own fields that any record has a value of, also of fields that are asked no more.
std::vector<std::string> custom_keys(Records records) {
  std::vector<std::string> keys;
  for (const RecordValues& record : records) {
    std::string_view kept = text_of(record, "custom");
    while (!kept.empty()) {
      const std::string_view line = kept.substr(0, kept.find('\n'));
      kept.remove_prefix(std::min(kept.size(), line.size() + 1));
      const std::string_view key = line.substr(0, line.find(' '));
      if (is_custom(key) && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.emplace_back(key);
    }
  }
  return keys;
}

std::vector<MergePart> parts_of(Entity entity, Records records) {
  std::vector<MergePart> parts;
  for (const FieldInfo& field : fields_of(entity)) {
    if (field.written == Written::by_rule) continue;
    const bool goes_on = !parts.empty() && ((is_one_of(address_keys, field.key) && is_one_of(address_keys, parts.back().key)) ||
                                            (is_one_of(person_keys, field.key) && is_one_of(person_keys, parts.back().key)));
    if (goes_on) {
      parts.back().fields.emplace_back(field.key);
      continue;
    }
    const bool joined = field.type == FieldType::tags || field.key == "notes";
    const Rule rule = joined ? Rule::joined : field.type == FieldType::check ? Rule::any : Rule::chosen;
    parts.push_back({std::string(field.key), {std::string(field.key)}, rule, 0, false});
  }
  for (const std::string& key : custom_keys(records)) parts.push_back({key, {key}, Rule::chosen, 0, false});
  return parts;
}

bool differs(Entity entity, const MergePart& part, Records records) {
  const RecordValues* first = nullptr;
  for (const RecordValues& record : records) {
    if (!says_any(record, part)) continue;
    if (!first) {
      first = &record;
      continue;
    }
    for (const std::string& key : part.fields) {
      const FieldInfo* info = field_of(entity, key);
      if (!equal(get(*first, key), get(record, key), info ? info->type : FieldType::text)) return true;
    }
  }
  return false;
}

// A customer stays one, whichever record stays; its value is what a choice may change.
std::size_t first_choice(const MergePart& part, Records records) {
  if (part.key == "status")
    for (std::size_t i = 0; i < records.size(); ++i)
      if (text_of(records[i], "status") == name_of(AccountStatus::customer)) return i;
  for (std::size_t i = 0; i < records.size(); ++i)
    if (says_any(records[i], part)) return i;
  return 0;
}

Status choose(std::vector<MergePart>& parts, const MergeChoice& choice, std::size_t count) {
  for (MergePart& part : parts) {
    if (std::find(part.fields.begin(), part.fields.end(), choice.key) == part.fields.end()) continue;
    if (part.rule != Rule::chosen || choice.from >= count) break;
    part.from = choice.from;
    return {};
  }
  return fail(ErrorCode::invalid, msg("refusal.no_such_field"), choice.key);
}

Status join(const FieldInfo& field, Records records, RecordValues& values) {
  if (field.type == FieldType::tags) {
    Tags all;
    for (const RecordValues& record : records) all = join_tags(all, split_tags(text_of(record, field.key)));
    set(values, field.key, to_value(all));
    return {};
  }
  std::vector<std::string_view> texts;
  for (const RecordValues& record : records) {
    const std::string_view text = text_of(record, field.key);
    if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  }
  std::string joined;
  for (const std::string_view text : texts) {
    if (!joined.empty()) joined += "\n\n";
    joined += text;
  }
  set(values, field.key, to_value(joined));
  return check_field(field, get(values, field.key));
}

// P-6: the sales of all are now the survivor's, the first of them included.
void keep_first_sale(Records records, RecordValues& values) {
  std::string_view first;
  for (const RecordValues& record : records) {
    const std::string_view since = text_of(record, "customer_since");
    if (!since.empty() && (first.empty() || since < first)) first = since;
  }
  set(values, "customer_since", to_value(std::string(first)));
}

}  // namespace

Result<Merged> merge(Entity entity, Records records, const std::vector<MergeChoice>& choices) {
  if (records.size() < 2 || records.size() > most_merged)
    return fail(ErrorCode::invalid, msg("refusal.merge.how_many", static_cast<std::int64_t>(most_merged)));
  std::vector<MergePart> parts = parts_of(entity, records);
  for (MergePart& part : parts) {
    part.from = first_choice(part, records);
    part.differs = differs(entity, part, records);
  }
  for (const MergeChoice& choice : choices) COHOI_CHECK(choose(parts, choice, records.size()));
  Merged merged{records.front(), {}};
  for (MergePart& part : parts) {
    const FieldInfo* info = field_of(entity, part.key);
    if (part.rule == Rule::joined) {
      COHOI_CHECK(join(*info, records, merged.values));
    } else if (part.rule == Rule::any) {
      for (const RecordValues& record : records)
        if (says(get(record, part.key))) set(merged.values, part.key, std::int64_t{1});
    } else {
      for (const std::string& key : part.fields) set(merged.values, key, get(records[part.from], key));
    }
    if (std::any_of(records.begin(), records.end(), [&](const RecordValues& record) { return says_any(record, part); }))
      merged.parts.push_back(std::move(part));
  }
  if (entity == Entity::account) keep_first_sale(records, merged.values);
  return merged;
}

std::size_t default_survivor(Entity entity, Records records) {
  const auto rank = [&](const RecordValues& record) {
    const std::string_view status = text_of(record, "status");
    if (entity == Entity::account) return status == "customer" ? 1 : 0;
    if (entity != Entity::lead) return 0;
    constexpr std::array<std::string_view, 5> from_last{"disqualified", "new", "nurturing", "working", "converted"};
    return static_cast<int>(std::find(from_last.begin(), from_last.end(), status) - from_last.begin());
  };
  const auto made = [](const RecordValues& record) {
    const FieldValue* created = find(record, "created_at");
    const auto* when = created ? std::get_if<std::int64_t>(&created->value) : nullptr;
    return when ? *when : std::int64_t{0};
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const int one = rank(records[i]), other = rank(records[best]);
    if (one > other || (one == other && made(records[i]) < made(records[best]))) best = i;
  }
  return best;
}

}  // namespace cohoi
