// A person we can reach.
#pragma once

#include "core/domain/account.h"

namespace cohoi {

struct Contact;
using ContactId = Id<Contact>;

struct Contact {
  static constexpr Entity entity = Entity::contact;

  ContactId id;
  std::string first_name, last_name, title;
  std::string email, phone, mobile;
  AccountId account_id;
  bool do_not_call = false, do_not_email = false;  // never weakened by a merge (C-5)
  std::string street, city, region, postal_code, country;
  std::string source;
  OwnerId owner_id;
  Tags tags;
  std::string notes;
  std::string imported_from;
  std::optional<Timestamp> created_at;
  std::string custom;  // values of the user's own fields (custom_field.h)

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "first_name", .type = text, .searchable = true}, r.first_name);
    visit(FieldInfo{.key = "last_name", .type = text, .required = true, .searchable = true}, r.last_name);
    visit(FieldInfo{.key = "title", .type = text}, r.title);
    visit(FieldInfo{.key = "email", .type = email, .searchable = true}, r.email);
    visit(FieldInfo{.key = "phone", .type = phone, .searchable = true}, r.phone);
    visit(FieldInfo{.key = "mobile", .type = phone, .searchable = true}, r.mobile);
    visit(FieldInfo{.key = "account_id", .type = ref, .ref = Entity::account}, r.account_id);
    visit(FieldInfo{.key = "do_not_call", .type = check}, r.do_not_call);
    visit(FieldInfo{.key = "do_not_email", .type = check}, r.do_not_email);
    visit(FieldInfo{.key = "street", .type = text}, r.street);
    visit(FieldInfo{.key = "city", .type = text}, r.city);
    visit(FieldInfo{.key = "region", .type = text}, r.region);
    visit(FieldInfo{.key = "postal_code", .type = text}, r.postal_code);
    visit(FieldInfo{.key = "country", .type = text}, r.country);
    visit(FieldInfo{.key = "source", .type = text}, r.source);
    visit(FieldInfo{.key = "owner_id", .type = ref, .ref = Entity::owner}, r.owner_id);
    visit(FieldInfo{.key = "tags", .type = FieldType::tags}, r.tags);
    visit(FieldInfo{.key = "notes", .type = long_text}, r.notes);
    visit(FieldInfo{.key = "imported_from", .type = text, .written = Written::by_rule}, r.imported_from);
    visit(FieldInfo{.key = "created_at", .type = timestamp, .written = Written::by_rule}, r.created_at);
    visit(FieldInfo{.key = "custom", .type = long_text, .written = Written::by_rule}, r.custom);
  }
};

}  // namespace cohoi
