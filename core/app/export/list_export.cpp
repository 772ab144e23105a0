#include "core/app/export/list_export.h"

#include "core/app/record_values.h"
#include "core/domain/labels.h"

namespace cohoi::app {
namespace {

// 1234.50, without grouping and sign, so that every program reads it as a number.
std::string plain_amount(Money money) {
  const bool negative = money.minor < 0;
  std::string digits = std::to_string(money.minor);
  if (negative) digits.erase(0, 1);
  const auto minor = static_cast<std::size_t>(money.currency.minor_digits());
  if (minor > 0) {
    if (digits.size() <= minor) digits.insert(0, minor + 1 - digits.size(), '0');
    digits.insert(digits.size() - minor, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

class Writer {
 public:
  Writer(Session& session, Names& names, const Say& say) : session_(session), names_(names), say_(say) {}

  void add_head(std::vector<TableHead>& heads, const FieldInfo& field, std::string label) {
    if (field.type != FieldType::money) {
      heads.push_back({std::string(field.key), std::move(label)});
      return;
    }
    std::string currency = say_(msg("import.csv.currency", std::vector<Message>{field_label(field.key)}));
    heads.push_back({std::string(field.key), std::move(label)});
    heads.push_back({std::string(field.key) + "_currency", std::move(currency)});
  }

  [[nodiscard]] std::vector<const FieldInfo*> fields(Entity entity) const {
    std::vector<const FieldInfo*> all;
    for (const FieldInfo& field : fields_of(entity))
      if (!skipped(field)) all.push_back(&field);
    for (const FieldInfo& field : custom_fields_of(entity)) all.push_back(&field);
    return all;
  }

  [[nodiscard]] std::string said(const Label& label) { return shown(label); }

  // One field's value, money in two.
  void add(std::vector<TableCell>& cells, const FieldInfo& field, const Value& value) {
    if (field.type == FieldType::money) {
      const auto* money = std::get_if<Money>(&value);
      cells.push_back({money ? plain_amount(*money) : std::string(), true});
      cells.push_back({money ? std::string(money->currency.code()) : std::string()});
      return;
    }
    const bool number = field.type == FieldType::integer || field.type == FieldType::percent || field.type == FieldType::decimal;
    TableCell cell{written(field, value), number};
    if (field.type == FieldType::date) cell.day = Date::parse_iso(cell.text);
    cells.push_back(std::move(cell));
  }

 private:
  // Ids of the machinery and links that name nothing a reader knows.
  static bool skipped(const FieldInfo& field) { return field.key == "conversion_transaction" || field.key == "pipeline_id" || field.key == "custom"; }

  std::string written(const FieldInfo& field, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      if (field.type == FieldType::check) return say_(*number != 0 ? msg("answer.yes") : msg("answer.no"));
      if (field.type == FieldType::timestamp) return Timestamp{*number}.to_iso();
      return std::to_string(*number);
    }
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return {};
    if (field.type == FieldType::choice) return say_(choice_label(field, *text));
    if (field.type == FieldType::ref) return name_of_record(field.ref, *text);
    if (field.key == "source") return shown(names_.choice_label(ChoiceList::source, *text));
    if (field.key == "industry") return shown(names_.choice_label(ChoiceList::industry, *text));
    if (field.key == "loss_reason") return shown(names_.choice_label(ChoiceList::loss_reason, *text));
    if (field.key == "disqualify_reason") return shown(names_.choice_label(ChoiceList::disqualify_reason, *text));
    return *text;
  }

  std::string shown(const Label& label) { return label.message.key.empty() ? label.text : say_(label.message); }

  std::string name_of_record(Entity entity, const std::string& text) {
    const auto id = Uuid::parse(text);
    if (!id) return {};
    switch (entity) {
      case Entity::owner: return names_.owner({*id});
      case Entity::account: return names_.account({*id});
      case Entity::contact: return names_.contact({*id});
      case Entity::stage: return shown(names_.stage_label({*id}));
      case Entity::lead: return title<Lead>(*id);
      case Entity::opportunity: return title<Opportunity>(*id);
      default: return text;
    }
  }

  template <class T>
  std::string title(const Uuid& id) {
    const auto found = store::find(session_.db(), Id<T>{id});
    return found && *found ? title_of(**found) : std::string();
  }

  Session& session_;
  Names& names_;
  const Say& say_;
};

// A cell as it is read: its text, or its chips.
std::string cell_text(Writer& writer, const ListCell& cell) {
  std::string text = writer.said(cell.label);
  for (const Chip& chip : cell.chips) text += (text.empty() ? "" : ", ") + writer.said(chip.label);
  return text;
}

}  // namespace

Status export_shown(RecordList& list, Names& names, const Say& say, TableFile& file) {
  Writer writer(list.session(), names, say);
  std::vector<TableHead> heads;
  std::vector<const FieldInfo*> fields;  // of the columns; null for what is derived
  for (const ListColumn& column : list.columns()) {
    fields.push_back(record_field(list.entity(), column.key));
    if (fields.back()) writer.add_head(heads, *fields.back(), writer.said(column.label));
    else heads.push_back({column.key, writer.said(column.label)});
  }
  COHOI_CHECK(file.heads(heads));
  for (std::int64_t at = 0; at < list.total(); ++at) {
    COHOI_TRY(const auto read, store::fetch_raw(list.session().db(), list.entity(), {list.row_numbers()[static_cast<std::size_t>(at)]}));
    if (read.empty()) continue;
    std::vector<TableCell> cells;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i]) writer.add(cells, *fields[i], field_value(read.front().record.values, fields[i]->key));
      else cells.push_back({cell_text(writer, list.row(at).cells[i])});
    }
    COHOI_CHECK(file.row(cells));
  }
  return {};
}

Status export_list(Session& session, Names& names, Entity entity, const Say& say, TableFile& file) {
  Writer writer(session, names, say);
  const auto fields = writer.fields(entity);
  std::vector<TableHead> heads;
  for (const FieldInfo* field : fields) writer.add_head(heads, *field, say(field_label(field->key)));
  COHOI_CHECK(file.heads(heads));
  return store::each_raw(session.db(), entity, [&](const store::RawRecord& record) {
    std::vector<TableCell> cells;
    for (const FieldInfo* field : fields) writer.add(cells, *field, field_value(record.values, field->key));
    return file.row(cells);
  });
}

}  // namespace cohoi::app
