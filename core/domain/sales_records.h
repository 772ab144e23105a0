// The smaller records around an opportunity and the lists the user keeps: products, line items, contact roles, owners, choices, settings.
#pragma once

#include "core/domain/pipeline.h"

namespace cohoi {

struct Product;
struct LineItem;
struct ContactRole;
struct Choice;
struct Setting;
using ProductId = Id<Product>;

struct Owner {
  static constexpr Entity entity = Entity::owner;

  OwnerId id;
  std::string name, email;
  bool is_me = false;  // the person at this device; new records are theirs
  bool retired = false;

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "name", .type = text, .required = true}, r.name);
    visit(FieldInfo{.key = "email", .type = FieldType::email}, r.email);
    visit(FieldInfo{.key = "is_me", .type = check}, r.is_me);
    visit(FieldInfo{.key = "retired", .type = check}, r.retired);
  }
};

struct Product {
  static constexpr Entity entity = Entity::product;

  ProductId id;
  std::string name, code, series;
  std::optional<Money> price;
  bool retired = false;
  std::string imported_from;
  std::optional<Timestamp> created_at;

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "name", .type = text, .required = true, .searchable = true}, r.name);
    visit(FieldInfo{.key = "code", .type = text, .searchable = true}, r.code);
    visit(FieldInfo{.key = "series", .type = text}, r.series);
    visit(FieldInfo{.key = "price", .type = money}, r.price);
    visit(FieldInfo{.key = "retired", .type = check}, r.retired);
    visit(FieldInfo{.key = "imported_from", .type = text, .written = Written::by_rule}, r.imported_from);
    visit(FieldInfo{.key = "created_at", .type = timestamp, .written = Written::by_rule}, r.created_at);
  }
};

struct LineItem {
  static constexpr Entity entity = Entity::line_item;

  Id<LineItem> id;
  OpportunityId opportunity_id;
  ProductId product_id;
  std::string description;  // the product's name when it has no record
  std::int64_t quantity = 1;
  std::optional<Money> price;
  std::int64_t discount_percent = 0;

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "opportunity_id", .type = ref, .written = Written::by_rule, .ref = Entity::opportunity}, r.opportunity_id);
    visit(FieldInfo{.key = "product_id", .type = ref, .ref = Entity::product}, r.product_id);
    visit(FieldInfo{.key = "description", .type = text}, r.description);
    visit(FieldInfo{.key = "quantity", .type = integer}, r.quantity);
    visit(FieldInfo{.key = "price", .type = money}, r.price);
    visit(FieldInfo{.key = "discount_percent", .type = percent}, r.discount_percent);
  }
};

// P-8. At most one per (opportunity, contact); at most one primary per opportunity.
struct ContactRole {
  static constexpr Entity entity = Entity::contact_role;

  Id<ContactRole> id;
  OpportunityId opportunity_id;
  ContactId contact_id;
  Part part = Part::unknown;
  bool primary = false;

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "opportunity_id", .type = ref, .written = Written::by_rule, .ref = Entity::opportunity}, r.opportunity_id);
    visit(FieldInfo{.key = "contact_id", .type = ref, .ref = Entity::contact}, r.contact_id);
    visit(FieldInfo{.key = "part", .type = choice, .choices = EnumNames<Part>::names}, r.part);
    visit(FieldInfo{.key = "primary", .type = check}, r.primary);
  }
};

// An entry of an editable list.
struct Choice {
  static constexpr Entity entity = Entity::choice;

  Id<Choice> id;
  ChoiceList list = ChoiceList::source;
  std::string key;   // of an entry that comes with the product ("other", "price" …): its text is in the strings
  std::string name;  // the user's own
  std::int64_t position = 0;
  bool retired = false;

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "list", .type = choice, .written = Written::by_rule, .choices = EnumNames<ChoiceList>::names}, r.list);
    visit(FieldInfo{.key = "key", .type = text, .written = Written::by_rule}, r.key);
    visit(FieldInfo{.key = "name", .type = text}, r.name);
    visit(FieldInfo{.key = "position", .type = integer}, r.position);
    visit(FieldInfo{.key = "retired", .type = check}, r.retired);
  }
};

// One setting of the data (not of the device), by key. The typed view of all of them is Settings.
struct Setting {
  static constexpr Entity entity = Entity::setting;

  Id<Setting> id;
  std::string key, value;

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "key", .type = text, .written = Written::by_rule, .required = true}, r.key);
    visit(FieldInfo{.key = "value", .type = long_text}, r.value);
  }
};

// DOMAIN.md's settings with their defaults.
struct Settings {
  Currency currency;                      // of new amounts
  int reasonable_months = 6;              // timeframe: within this many months is Yes
  bool evidence_required = true;          // L-2
  bool gate_relationship = true;          // the three parts of C-0
  bool gate_needs = true;
  bool gate_verdict = true;
};

}  // namespace cohoi
