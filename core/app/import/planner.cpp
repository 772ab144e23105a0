#include "core/app/import/planner.h"

#include <algorithm>

#include "core/app/import/questions.h"
#include "core/app/import/words.h"
#include "core/base/currencies.h"
#include "core/base/person_name.h"
#include "core/base/text.h"
#include "core/domain/labels.h"
#include "core/store/duplicates.h"

namespace cohoi::app {
namespace {

// FNV-1a over the cells: the key of a line that brings none of its own.
std::string row_hash(const CsvTable& table, std::size_t row) {
  std::uint64_t hash = 14'695'981'039'346'656'037ULL;
  const auto mix = [&](unsigned char byte) { hash = (hash ^ byte) * 1'099'511'628'211ULL; };
  for (std::size_t column = 0; column < table.header().size(); ++column) {
    for (const char c : table.cell(row, column)) mix(static_cast<unsigned char>(c));
    mix(0x1F);
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[static_cast<std::size_t>((hash >> static_cast<unsigned>(shift)) & 15U)];
  return text;
}

Message table_problem(CsvProblem problem) {
  switch (problem) {
    case CsvProblem::too_few: return msg("import.refused.too_few");
    case CsvProblem::too_many: return msg("import.refused.too_many");
    case CsvProblem::cut_off: return msg("import.refused.cut_off");
    default: return msg("import.refused.stray_quote");
  }
}

constexpr std::size_t longest_key = 255;

}  // namespace

std::string choice_key(std::string_view field, std::string_view word) { return std::string(field) + "=" + compact(word); }

RowPlanner::RowPlanner(Surroundings around, const CsvTable& table, Entity kind, std::vector<Column> columns, Directory directory,
                       ImportAnswers answers)
    : around_(std::move(around)),
      table_(table),
      kind_(kind),
      columns_(std::move(columns)),
      directory_(std::move(directory)),
      answers_(std::move(answers)) {
  for (const Column& one : columns_)
    if (std::any_of(answers_.choices.begin(), answers_.choices.end(),
                    [&](const auto& choice) { return choice.first.starts_with(choice_key(one.field.key, {})); }))
      answered_.insert(one.index);
  for (const std::string& header : table_.header()) {
    const std::string word = compact(header);
    if (word.starts_with("call")) usual_kind_ = ActivityKind::call;
    if (word.starts_with("event") || word.starts_with("meeting")) usual_kind_ = ActivityKind::meeting;
  }
}

bool RowPlanner::refuse(PlannedRow& planned, Message reason) {
  planned.fate = Fate::refused;
  planned.reason = std::move(reason);
  return false;
}

const RowPlanner::Column* RowPlanner::column(Meaning meaning) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const Column& one) { return one.field.meaning == meaning; });
  return found == columns_.end() ? nullptr : &*found;
}

std::string RowPlanner::text(const Column& column) const { return tidy(given_text(table_.cell(row_, column.index))); }

std::string RowPlanner::text(Meaning meaning) const {
  const Column* found = column(meaning);
  return found ? text(*found) : std::string{};
}

std::optional<Date> RowPlanner::read_date(const Column& column, PlannedRow& planned) {
  const std::string written = text(column);
  if (written.empty()) return std::nullopt;
  const auto date = parse_date(written, answers_.date_order[column.index]);
  if (!date) refuse(planned, msg("import.refused.value", table_.header()[column.index], written, std::vector<Message>{msg("error.date")}));
  return date;
}

// Nothing when the line is refused; a Value that is not given for an empty cell.
std::optional<Value> RowPlanner::read_value(const Column& column, PlannedRow& planned) {
  const FieldInfo& info = *column.field.info;
  const std::string_view cell = given_text(table_.cell(row_, column.index));
  const DateOrder order = answers_.date_order[column.index];
  const auto bad = [&](Message why) {
    refuse(planned, msg("import.refused.value", table_.header()[column.index], tidy(cell), std::vector<Message>{std::move(why)}));
    return std::nullopt;
  };
  Result<Value> value = Value{};
  if (cell.empty()) return Value{};
  if (info.type == FieldType::date) {
    const auto date = parse_date(tidy(cell), order);
    if (!date) return bad(msg("error.date"));
    value = Value{date->to_iso()};
  } else if (info.type == FieldType::timestamp) {
    const auto time = parse_timestamp(tidy(cell), around_.utc_offset_minutes, order);
    if (!time) return bad(msg("error.timestamp"));
    value = Value{time->ms};
  } else if (info.type == FieldType::money) {
    const std::string said = text(Meaning::currency);
    const auto currency = Currency::parse(said);
    if (!said.empty() && (!currency || !is_iso_currency(currency->code()))) return bad(msg("import.refused.currency", said));
    value = parse_field(info, answers_.money[column.index].normal(cell), currency.value_or(answers_.currency), around_.utc_offset_minutes);
  } else if (const auto answer = answered_.contains(column.index) ? answers_.choices.find(choice_key(info.key, cell)) : answers_.choices.end();
             answer != answers_.choices.end()) {
    if (answer->second == answer_leave) return Value{};
    value = Value{answer->second == answer_new ? tidy(cell) : answer->second};
  } else {
    value = parse_field(info, cell, answers_.currency, around_.utc_offset_minutes);
  }
  if (!value && (info.type == FieldType::choice || !info.choices.empty())) {
    planned.doubts.push_back(msg("import.doubt.unknown_value", table_.header()[column.index], tidy(cell)));
    return Value{};
  }
  if (!value) return bad(value.error().message);
  return *std::move(value);
}

template <class T>
bool RowPlanner::read_fields(T& record, PlannedRow& planned) {
  for (const Column& column : columns_) {
    if (column.field.meaning != Meaning::field) continue;
    const auto value = read_value(column, planned);
    if (!value) return false;
    if (given(*value) && !set_value(record, column.field.key, *value))
      return refuse(planned, msg("import.refused.value", table_.header()[column.index], text(column), std::vector<Message>{msg("error.value")}));
  }
  if constexpr (requires { record.first_name; }) {
    if (const std::string full = text(Meaning::full_name); !full.empty()) {
      const PersonName name = split_name(full);
      record.first_name = name.first;
      record.last_name = name.last;
    }
    if (record.last_name.empty()) record.last_name.swap(record.first_name);
  }
  record.created_at = around_.now;
  if (const Column* at = column(Meaning::created_at)) {
    if (const std::string written = text(*at); !written.empty()) {
      const auto time = parse_timestamp(written, around_.utc_offset_minutes, answers_.date_order[at->index]);
      if (!time) return refuse(planned, msg("import.refused.value", table_.header()[at->index], written, std::vector<Message>{msg("error.timestamp")}));
      record.created_at = time;
    }
  }
  return true;
}

// "<kind>:<header>=<value>"; of a line without a key of its own the name (accounts, products) or its whole content.
std::string RowPlanner::file_key(std::string_view name) {
  const std::string head = std::string(name_of(kind_)) + ":";
  if (const Column* id = column(Meaning::external_id)) {
    const std::string value = text(*id);
    std::string key = head + table_.header()[id->index] + "=" + value;
    if (!value.empty() && utf16_length(key) <= longest_key) return key;
  }
  if ((kind_ == Entity::account || kind_ == Entity::product) && !name.empty()) {
    for (const Column& one : columns_) {
      std::string key = head + table_.header()[one.index] + "=" + std::string(name);
      if (one.field.key == "name" && utf16_length(key) <= longest_key) return key;
    }
  }
  return head + "row=" + row_hash(table_, row_);
}

bool RowPlanner::writes(std::string_view field) const {
  if (field == "first_name" || field == "last_name")
    if (column(Meaning::full_name)) return true;
  return std::any_of(columns_.begin(), columns_.end(), [&](const Column& one) {
    return one.field.meaning == Meaning::field && (one.field.key == field || (field == "custom" && is_custom(one.field.key)));
  });
}

template <class T>
Status RowPlanner::merge_alike(const T& record, const Uuid& there, PlannedRow& planned) {
  planned.fate = Fate::left_out;
  const bool update = answers_.lookalikes == answer_update;
  if (!update && answers_.lookalikes != answer_fill) return {};
  COHOI_TRY(auto stored, store::find_raw(around_.db, kind_, there));
  if (!stored) return {};
  if constexpr (std::is_same_v<T, Lead>) {
    if (store::typed<Lead>(*stored).status == LeadStatus::converted) return {};  // C-10
  }
  T said = record;
  if constexpr (std::is_same_v<T, Contact>) {
    if (store::typed<Contact>(*stored).account_id.empty()) said.account_id = account_named(planned);
  }
  const store::RawRecord fresh = store::raw_of(said);
  bool changed = false;
  for (std::size_t i = 0; i < fresh.values.size() && i < stored->values.size(); ++i) {
    if (!given(fresh.values[i].value) || stored->values[i].value == fresh.values[i].value) continue;
    // What the file does not say is never changed: the rest of a record comes from rules, not from its columns.
    if (given(stored->values[i].value) && !(update && writes(stored->values[i].key))) continue;
    stored->values[i].value = fresh.values[i].value;
    changed = true;
  }
  planned.fate = changed ? Fate::filled : Fate::already_there;
  if (changed) planned.puts.push_back(*std::move(stored));
  return {};
}

template <class T>
Status RowPlanner::plan_record(T& record, PlannedRow& planned) {
  if (!read_fields(record, planned) || !finish(record, planned)) return {};
  std::string name;
  if constexpr (requires { record.name; }) name = record.name;
  std::string key = file_key(name);
  // Two calls of one day may look alike to the letter: they are told apart by their number.
  if constexpr (std::is_same_v<T, Activity>) {
    if (column(Meaning::external_id) == nullptr)
      for (const std::string same = key; seen_.contains(key);) key = same + "#" + std::to_string(++repeated_[same]);
  }
  // The line by which an account or product is known may be repeated only under keys of its own.
  if (!seen_.insert(key).second) {
    refuse(planned, msg("import.refused.repeated"));
    return {};
  }
  if (directory_.imported.contains(key)) {
    planned.fate = Fate::already_there;
    return {};
  }
  record.imported_from = std::move(key);
  record.id.uuid = around_.ids.next();
  if (const Status status = check_fields(record); !status) {
    refuse(planned, msg("import.refused.field", std::vector<Message>{field_label(status.error().detail)}, std::vector<Message>{status.error().message}));
    return {};
  }
  if constexpr (!std::is_same_v<T, Opportunity> && !std::is_same_v<T, Activity>) {
    if (answers_.lookalikes != answer_new) {
      // A card of our own says by its id which record it was.
      constexpr std::string_view own_id = "urn:uuid:";
      const std::string known = text(Meaning::external_id);
      if (const auto id = known.starts_with(own_id) ? Uuid::parse(std::string_view(known).substr(own_id.size())) : std::nullopt) {
        COHOI_TRY(const auto now, store::merged_into(around_.db, kind_, *id));
        COHOI_TRY(const auto stored, store::find_raw(around_.db, kind_, now.value_or(*id)));
        if (stored) return merge_alike(record, stored->id, planned);
      }
      const Lookup& there = directory_.alike[static_cast<std::size_t>(answers_.match_by)];
      const auto* alike = there.empty() ? nullptr : there.find(alike_key(answers_.match_by, kind_, alike_facts(record)));
      if (alike) return merge_alike(record, alike->id, planned);
    }
  }

  if constexpr (requires { record.owner_id; }) record.owner_id = owner_named(planned);
  if constexpr (std::is_same_v<T, Contact> || std::is_same_v<T, Opportunity> || std::is_same_v<T, Activity>) record.account_id = account_named(planned);
  if constexpr (std::is_same_v<T, Opportunity>) return surround(record, planned);
  if constexpr (std::is_same_v<T, Activity>) {
    if (const auto* lead = lead_keyed(planned)) record.lead_id = LeadId{lead->id};
    planned.unlinked = record.lead_id.empty() && record.account_id.empty();
  }
  planned.inserts.push_back(store::new_of(record));
  if constexpr (std::is_same_v<T, Account>) {
    if (std::string parent = text(Meaning::account); !parent.empty()) children_.emplace_back(record.id.uuid, std::move(parent));
    directory_.accounts.add(fold(record.name), record.id.uuid);
    directory_.account_keys.add(std::string(key_value(record.imported_from)), record.id.uuid);
  }
  return {};
}

Result<PlannedRow> RowPlanner::plan(std::size_t row) {
  row_ = row;
  PlannedRow planned;
  if (const CsvProblem problem = table_.rows()[row].problem; problem != CsvProblem::none) {
    refuse(planned, table_problem(problem));
    return planned;
  }
  const auto plan_as = [&]<class T>(T record) { return plan_record(record, planned); };
  Status status;
  switch (kind_) {
    case Entity::account: status = plan_as(Account{}); break;
    case Entity::contact: status = plan_as(Contact{}); break;
    case Entity::opportunity: status = plan_as(Opportunity{}); break;
    case Entity::product: status = plan_as(Product{}); break;
    case Entity::activity: status = plan_as(Activity{}); break;
    default: status = plan_as(Lead{}); break;
  }
  if (!status) return fail(std::move(status).error());
  if (planned.fate == Fate::refused) planned.doubts.clear();
  return planned;
}

}  // namespace cohoi::app
