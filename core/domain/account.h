// A company or an individual we sell to.
#pragma once

#include <optional>
#include <string>

#include "core/base/ids.h"
#include "core/domain/enums.h"
#include "core/domain/fields.h"

namespace cohoi {

struct Account;
struct Owner;
using AccountId = Id<Account>;
using OwnerId = Id<Owner>;

struct Account {
  static constexpr Entity entity = Entity::account;

  AccountId id;
  std::string name;
  AccountKind kind = AccountKind::company;
  AccountStatus status = AccountStatus::prospect;
  std::string tax_code, email, phone, website, industry;
  std::string street, city, region, postal_code, country;  // one block: never mixed when merged
  AccountId parent_id;
  OwnerId owner_id;
  std::string source;
  std::optional<std::int64_t> employees, founded;
  std::optional<Money> revenue;
  std::optional<Date> customer_since;  // P-6
  Tags tags;
  std::string notes;
  std::string imported_from;  // key of the record in the file it came from
  std::optional<Timestamp> created_at;
  std::string custom;  // values of the user's own fields (custom_field.h)

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "name", .type = text, .required = true, .searchable = true}, r.name);
    visit(FieldInfo{.key = "kind", .type = choice, .choices = EnumNames<AccountKind>::names}, r.kind);
    visit(FieldInfo{.key = "status", .type = choice, .choices = EnumNames<AccountStatus>::names}, r.status);
    visit(FieldInfo{.key = "tax_code", .type = tax_code, .searchable = true}, r.tax_code);
    visit(FieldInfo{.key = "email", .type = email, .searchable = true}, r.email);
    visit(FieldInfo{.key = "phone", .type = phone, .searchable = true}, r.phone);
    visit(FieldInfo{.key = "website", .type = link, .searchable = true}, r.website);
    visit(FieldInfo{.key = "industry", .type = text}, r.industry);
    visit(FieldInfo{.key = "street", .type = text}, r.street);
    visit(FieldInfo{.key = "city", .type = text, .searchable = true}, r.city);
    visit(FieldInfo{.key = "region", .type = text}, r.region);
    visit(FieldInfo{.key = "postal_code", .type = text}, r.postal_code);
    visit(FieldInfo{.key = "country", .type = text}, r.country);
    visit(FieldInfo{.key = "parent_id", .type = ref, .ref = Entity::account}, r.parent_id);
    visit(FieldInfo{.key = "owner_id", .type = ref, .ref = Entity::owner}, r.owner_id);
    visit(FieldInfo{.key = "source", .type = text}, r.source);
    visit(FieldInfo{.key = "employees", .type = integer}, r.employees);
    visit(FieldInfo{.key = "founded", .type = integer}, r.founded);
    visit(FieldInfo{.key = "revenue", .type = money}, r.revenue);
    visit(FieldInfo{.key = "customer_since", .type = date, .written = Written::by_rule}, r.customer_since);
    visit(FieldInfo{.key = "tags", .type = FieldType::tags}, r.tags);
    visit(FieldInfo{.key = "notes", .type = long_text}, r.notes);
    visit(FieldInfo{.key = "imported_from", .type = text, .written = Written::by_rule}, r.imported_from);
    visit(FieldInfo{.key = "created_at", .type = timestamp, .written = Written::by_rule}, r.created_at);
    visit(FieldInfo{.key = "custom", .type = long_text, .written = Written::by_rule}, r.custom);
  }
};

}  // namespace cohoi
