#include "core/app/models/form.h"

#include <algorithm>

#include "core/app/models/record_list.h"
#include "core/app/record_values.h"
#include "core/base/decimal.h"
#include "core/base/text.h"
#include "core/domain/labels.h"

namespace cohoi::app {

namespace {

std::string text_of(Session& session, const FieldInfo& info, const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return money_for_field(*money, session.language());
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (info.type == FieldType::check) return *number != 0 ? "1" : "";
    if (info.type == FieldType::timestamp)
      return format_timestamp({*number}, session.clock().utc_offset_minutes(), session.language());
    return std::to_string(*number);
  }
  const auto* text = std::get_if<std::string>(&value);
  if (!text) return {};
  if (info.type == FieldType::date)
    if (const auto date = Date::parse_iso(*text)) return format_date(*date, session.language());
  if (info.type == FieldType::month)
    if (const auto month = Month::parse_iso(*text)) return format_month(*month, session.language());
  if (info.type == FieldType::decimal) return format_decimal(*text, session.language());
  if (info.type == FieldType::tags) {
    auto joined = *text;
    for (std::size_t at = 0; (at = joined.find('\n', at)) != std::string::npos; at += 2) joined.replace(at, 1, ", ");
    return joined;
  }
  return *text;
}

const std::vector<std::string>& asked_first(Entity entity) {
  static const std::vector<std::string> lead{"first_name", "last_name", "company", "title", "email", "phone",
                                             "part", "source", "interest", "estimated_budget", "owner_id"};
  static const std::vector<std::string> opportunity{"name", "account_id", "amount", "expected_close", "source", "owner_id", "needs"};
  static const std::vector<std::string> account{"name", "kind", "tax_code", "phone", "email", "website", "industry", "city", "owner_id"};
  static const std::vector<std::string> contact{"first_name", "last_name", "title", "account_id", "email", "phone", "owner_id"};
  static const std::vector<std::string> product{"name", "code", "series", "price"};
  static const std::vector<std::string> activity{"subject", "due_at", "notes", "owner_id"};
  switch (entity) {
    case Entity::opportunity: return opportunity;
    case Entity::account: return account;
    case Entity::contact: return contact;
    case Entity::product: return product;
    case Entity::activity: return activity;
    default: return lead;
  }
}

const std::vector<std::string>& asked_in_all(Entity entity) {
  static const std::vector<std::string> lead{"first_name", "last_name", "company", "title", "part", "email", "phone", "website", "tax_code",
                                             "industry", "street", "city", "region", "postal_code", "country", "source", "interest", "estimated_budget",
                                             "owner_id", "tags", "do_not_call", "do_not_email", "notes"};
  static const std::vector<std::string> opportunity{"name", "account_id", "owner_id", "source", "probability", "forecast_category", "competitor",
                                                    "tags", "notes"};
  static const std::vector<std::string> account{"name", "kind", "status", "tax_code", "email", "phone", "website", "industry", "street",
                                                "city", "region", "postal_code", "country", "parent_id", "employees", "founded", "revenue",
                                                "source", "owner_id", "tags", "notes"};
  static const std::vector<std::string> contact{"first_name", "last_name", "title", "account_id", "email", "phone", "mobile", "street",
                                                "city", "region", "postal_code", "country", "source", "owner_id", "tags", "do_not_call", "do_not_email", "notes"};
  switch (entity) {
    case Entity::lead: return lead;
    case Entity::opportunity: return opportunity;
    case Entity::account: return account;
    case Entity::contact: return contact;
    default: return asked_first(entity);
  }
}

std::vector<std::string> with_custom(std::vector<std::string> keys, Entity entity) {
  for (const FieldInfo& field : custom_fields_of(entity)) keys.emplace_back(field.key);
  return keys;
}

// Fields whose texts come from a list the user keeps.
std::optional<ChoiceList> list_behind(std::string_view key) {
  if (key == "source") return ChoiceList::source;
  if (key == "industry") return ChoiceList::industry;
  return std::nullopt;
}

}  // namespace

std::vector<std::string> short_form(Entity entity) { return with_custom(asked_first(entity), entity); }
std::vector<std::string> full_form(Entity entity) { return with_custom(asked_in_all(entity), entity); }

FormField make_field(Session& session, Names& names, const FieldInfo& info, const Value& value) {
  FormField field;
  field.key = info.key;
  field.label = Label(field_label(field.key));
  field.type = info.type;
  field.ref = info.ref;
  field.required = info.required;
  field.text = text_of(session, info, value);
  const auto* money = std::get_if<Money>(&value);
  if (info.type == FieldType::money) field.currency = (money ? money->currency : session.settings().currency).code();
  field.max_length = info.type == FieldType::long_text ? 0 : info.max_length;
  if (is_custom(info.key)) {
    if (info.type == FieldType::choice) field.options.push_back({"", msg("form.not_given")});
    for (const auto name : info.choices) field.options.push_back({std::string(name), Label(std::string(name))});
    if (!info.choices.empty())  // what the record has stays to be seen when it is offered no more
      for (std::string& kept : split_tags(field.text).items)
        if (std::find(info.choices.begin(), info.choices.end(), kept) == info.choices.end()) field.options.push_back({kept, Label(kept)});
  } else if (info.type == FieldType::choice) {
    if (field.key == "forecast_category") field.options.push_back({"", msg("form.by_stage")});
    for (const auto name : info.choices) field.options.push_back({std::string(name), choice_label(info, name)});
    if (field.text.empty()) field.text = field.options.front().value;
  } else if (info.type == FieldType::ref && info.ref == Entity::owner) {
    field.options = names.owner_options();
    field.options.insert(field.options.begin(), {"", msg("form.nobody")});
  } else if (info.type == FieldType::ref) {
    const auto id = Uuid::parse(field.text).value_or(Uuid{});
    field.ref_name = info.ref == Entity::contact ? names.contact({id}) : names.account({id});
  } else if (const auto list = list_behind(field.key)) {
    field.options = names.choice_options(*list);
    const bool known = std::any_of(field.options.begin(), field.options.end(), [&](const Option& o) { return o.value == field.text; });
    if (!known && !field.text.empty()) field.options.push_back({field.text, Label(field.text)});
    field.options.insert(field.options.begin(), {"", msg("form.not_given")});
    field.free_choice = true;
  }
  return field;
}

Result<Form> make_form(Session& session, Names& names, Entity entity, const Uuid& id, const std::vector<std::string>& keys,
                       const std::vector<FieldValue>& prefill) {
  Form form{entity, id, {}};
  std::vector<FieldValue> values;
  if (!id.empty()) {
    COHOI_TRY(auto found, store::find_raw(session.db(), entity, id));
    if (!found) return fail(ErrorCode::not_found, msg("error.gone"));
    values = std::move(found->values);
  } else {
    for (const auto& owner : names.owners())
      if (owner.is_me) values.push_back({"owner_id", owner.id.to_string()});
    values.insert(values.end(), prefill.begin(), prefill.end());
  }
  for (const auto& key : keys) {
    const auto* info = field_of(entity, key);
    if (!info) continue;
    const auto found = std::find_if(values.rbegin(), values.rend(), [&](const FieldValue& v) { return v.key == key; });
    form.fields.push_back(make_field(session, names, *info, found == values.rend() ? field_value(values, key) : found->value));
  }
  return form;
}

std::vector<FormField> fields_in_place(Session& session, Names& names, Entity entity, const Uuid& id, const std::vector<std::string>& keys,
                                       bool read_only) {
  auto form = make_form(session, names, entity, id, keys);
  if (!form) return {};
  for (auto& field : form->fields) field.read_only = read_only;
  return std::move(form->fields);
}

Result<Value> parse_typed(Session& session, const FieldInfo& info, std::string_view typed, Currency currency) {
  if (info.type == FieldType::decimal)
    if (auto plain = parse_decimal(tidy(typed), session.language())) return Value(*std::move(plain));
  return parse_field(info, typed, currency, session.clock().utc_offset_minutes());
}

Result<Value> read_field(Session& session, const FormField& field, const std::string& typed) {
  FieldInfo info{.key = field.key, .type = field.type, .required = field.required, .ref = field.ref};
  if (field.max_length > 0) info.max_length = field.max_length;
  if (field.type == FieldType::check) return Value(std::int64_t{typed == "1"});
  if (field.type == FieldType::choice || field.type == FieldType::ref) {
    if (typed.empty() && field.required) return fail(ErrorCode::invalid, msg("error.required", std::vector<Message>{field.label.message}));
    return typed.empty() ? Value{} : Value(typed);
  }
  COHOI_TRY(auto value, parse_typed(session, info, typed, Currency::parse(field.currency).value_or(session.settings().currency)));
  COHOI_CHECK(check_field(info, value));
  return value;
}

Result<std::vector<FieldValue>> read_form(Session& session, const Form& form, const std::map<std::string, std::string>& typed,
                                          std::map<std::string, Message>& errors) {
  errors.clear();
  std::vector<FieldValue> changed;
  std::optional<Error> first;
  for (const auto& field : form.fields) {
    const auto found = typed.find(field.key);
    const auto& text = found == typed.end() ? field.text : found->second;
    if (!form.id.empty() && text == field.text) continue;
    auto value = read_field(session, field, text);
    if (!value) {
      errors[field.key] = value.error().message;
      if (!first) first = std::move(value).error();
      continue;
    }
    if (!form.id.empty() || given(*value)) changed.push_back({field.key, *std::move(value)});
  }
  if (first) return fail(*std::move(first));
  return changed;
}

std::vector<Lookalike> lookalikes(Session& session, Entity entity, const std::map<std::string, std::string>& typed) {
  const auto text = [&](const char* key) {
    const auto found = typed.find(key);
    return found == typed.end() ? std::string() : tidy(found->second);
  };
  std::vector<Lookalike> looks;
  const auto add = [&](Entity found_in, const Result<std::vector<store::Match>>& matches) {
    if (!matches) return;
    for (const auto& match : *matches) {
      if (looks.size() == 3) return;
      Lookalike look{match.title, address_of(found_in, match.id), {}};
      for (const auto reason : match.reasons) look.reasons.push_back(msg("match." + std::string(name_of(reason))));
      looks.push_back(std::move(look));
    }
  };
  if (entity == Entity::account) {
    Account account;
    account.name = text("name");
    account.email = text("email");
    account.phone = text("phone");
    account.tax_code = text("tax_code");
    account.website = text("website");
    add(entity, store::matching_accounts(session.db(), account_keys(account)));
  } else if (entity == Entity::contact) {
    Contact contact;
    contact.first_name = text("first_name");
    contact.last_name = text("last_name");
    contact.email = text("email");
    contact.phone = text("phone");
    add(entity, store::matching_contacts(session.db(), contact_keys(contact)));
  } else if (entity == Entity::lead) {
    Lead lead;
    lead.first_name = text("first_name");
    lead.last_name = text("last_name");
    lead.company = text("company");
    lead.email = text("email");
    lead.phone = text("phone");
    const auto person = lead_contact_keys(lead);
    add(Entity::lead, store::matching_leads(session.db(), lead_account_keys(lead), person));
    add(Entity::contact, store::matching_contacts(session.db(), person));
  }
  return looks;
}

std::vector<Option> pick(Session& session, Entity entity, const std::string& typed, int limit) {
  std::vector<Option> options;
  const store::ListQuery query{.entity = entity, .text = typed, .filters = {}, .order = {{"title", false}}};
  auto rows = store::run(session.db(), query);
  if (!rows) return options;
  if (rows->size() > static_cast<std::size_t>(limit)) rows->resize(static_cast<std::size_t>(limit));
  const auto add = [&](const auto& records) {
    if (!records) return;
    for (const auto& record : *records) options.push_back({record.id.to_string(), Label(title_of(record))});
  };
  switch (entity) {
    case Entity::contact: add(store::fetch<Contact>(session.db(), *rows)); break;
    case Entity::opportunity: add(store::fetch<Opportunity>(session.db(), *rows)); break;
    case Entity::lead: add(store::fetch<Lead>(session.db(), *rows)); break;
    case Entity::product:
      if (const auto products = store::fetch<Product>(session.db(), *rows))
        for (const auto& product : *products) options.push_back({product.id.to_string(), Label(product.name)});
      break;
    default: add(store::fetch<Account>(session.db(), *rows)); break;
  }
  return options;
}

}  // namespace cohoi::app
