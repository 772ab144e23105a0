#include "core/app/export/list_export.h"

#include "core/app/import/csv.h"
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

  template <class T>
  std::string heads() {
    std::vector<std::string> record;
    const auto add_head = [&](const FieldInfo& field) {
      if (skipped(field)) return;
      record.push_back(say_(field_label(field.key)));
      if (field.type == FieldType::money) record.push_back(say_(msg("import.csv.currency", std::vector<Message>{field_label(field.key)})));
    };
    for (const FieldInfo& field : fields_of(T::entity)) add_head(field);
    for (const FieldInfo& field : custom_fields_of(T::entity)) add_head(field);
    std::string out;
    append_csv_record(out, record);
    return out;
  }

  [[nodiscard]] std::string said(const Label& label) { return shown(label); }

  // One field's value, money in two.
  void add(std::vector<std::string>& record, const FieldInfo& field, const Value& value) {
    if (field.type != FieldType::money) {
      record.push_back(written(field, value));
      return;
    }
    const auto* money = std::get_if<Money>(&value);
    record.push_back(money ? plain_amount(*money) : std::string());
    record.push_back(money ? std::string(money->currency.code()) : std::string());
  }

  template <class T>
  void append(std::string& out, const T& one) {
    std::vector<std::string> record;
    T::fields(one, [&](const FieldInfo& field, const auto& member) {
      if (skipped(field)) return;
      add(record, field, to_value(member));
    });
    for (const FieldInfo& field : custom_fields_of(T::entity)) add(record, field, value_of(one, field.key));
    append_csv_record(out, record);
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

template <class T>
Result<std::string> write_list(Session& session, Names& names, const Say& say) {
  COHOI_TRY(const auto records, store::all<T>(session.db()));
  Writer writer(session, names, say);
  std::string out(utf8_mark);
  out += writer.template heads<T>();
  for (const T& record : records) writer.append(out, record);
  return out;
}

// A cell as it is read: its text, or its chips.
std::string cell_text(Writer& writer, const ListCell& cell) {
  std::string text = writer.said(cell.label);
  for (const Chip& chip : cell.chips) text += (text.empty() ? "" : ", ") + writer.said(chip.label);
  return text;
}

}  // namespace

Result<std::string> export_shown(RecordList& list, Names& names, const Say& say) {
  Writer writer(list.session(), names, say);
  std::string out(utf8_mark);
  std::vector<std::string> record;
  std::vector<const FieldInfo*> fields;  // of the columns; null for what is derived
  for (const ListColumn& column : list.columns()) {
    fields.push_back(record_field(list.entity(), column.key));
    record.push_back(writer.said(column.label));
    if (fields.back() && fields.back()->type == FieldType::money)
      record.push_back(say(msg("import.csv.currency", std::vector<Message>{column.label.message})));
  }
  append_csv_record(out, record);
  for (std::int64_t at = 0; at < list.total(); ++at) {
    COHOI_TRY(const auto read, store::fetch_raw(list.session().db(), list.entity(), {list.row_numbers()[static_cast<std::size_t>(at)]}));
    if (read.empty()) continue;
    record.clear();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!fields[i]) {
        record.push_back(cell_text(writer, list.row(at).cells[i]));
        continue;
      }
      writer.add(record, *fields[i], field_value(read.front().record.values, fields[i]->key));
    }
    append_csv_record(out, record);
  }
  return out;
}

Result<std::string> export_list(Session& session, Names& names, Entity entity, const Say& say) {
  switch (entity) {
    case Entity::account: return write_list<Account>(session, names, say);
    case Entity::contact: return write_list<Contact>(session, names, say);
    case Entity::opportunity: return write_list<Opportunity>(session, names, say);
    case Entity::activity: return write_list<Activity>(session, names, say);
    case Entity::product: return write_list<Product>(session, names, say);
    default: return write_list<Lead>(session, names, say);
  }
}

}  // namespace cohoi::app
