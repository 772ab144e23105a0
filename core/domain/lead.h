// A point of contact, tied to a person or a business, that may lead to a sale.
#pragma once

#include "core/domain/contact.h"

namespace cohoi {

struct Lead;
struct Opportunity;
using LeadId = Id<Lead>;
using OpportunityId = Id<Opportunity>;

struct Lead {
  static constexpr Entity entity = Entity::lead;

  LeadId id;
  std::string first_name, last_name, company, title;
  Part part = Part::unknown;
  std::string email, phone, website, tax_code, industry;
  std::string street, city, region, postal_code, country;
  std::string source;
  std::string interest;  // product or service asked about
  LeadStatus status = LeadStatus::fresh;
  std::string disqualify_reason, disqualify_note;
  std::optional<Money> estimated_budget;
  std::optional<Month> expected_purchase;  // sets the answer to `timeframe`
  std::string needs;                       // needs and requirements, written down (C-0)
  std::string present_supplier;            // signs; they gate later stages
  SupplierDropped supplier_dropped = SupplierDropped::unknown;
  bool payment_terms_discussed = false;
  std::string payment_terms;
  bool do_not_call = false, do_not_email = false;
  OwnerId owner_id;
  ContactId contact_id;  // L-1: the person this lead was made from, or is known to be
  AccountId account_id;  // L-1: the account of that person
  Tags tags;
  std::string notes;
  // Conversion (C-10): what was made of it.
  AccountId converted_account_id;
  ContactId converted_contact_id;
  OpportunityId converted_opportunity_id;
  std::optional<Timestamp> converted_at;
  std::string conversion_override;  // reason, when C-0 was overridden
  Uuid conversion_transaction;      // what Revert conversion takes back (C-14)
  bool imported_converted = false;  // the file called it converted; no conversion of ours
  std::string imported_from;
  std::optional<Timestamp> created_at;
  std::string custom;  // values of the user's own fields (custom_field.h)

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "first_name", .type = text, .searchable = true}, r.first_name);
    visit(FieldInfo{.key = "last_name", .type = text, .searchable = true}, r.last_name);
    visit(FieldInfo{.key = "company", .type = text, .searchable = true}, r.company);
    visit(FieldInfo{.key = "title", .type = text}, r.title);
    visit(FieldInfo{.key = "part", .type = choice, .choices = EnumNames<Part>::names}, r.part);
    visit(FieldInfo{.key = "email", .type = email, .searchable = true}, r.email);
    visit(FieldInfo{.key = "phone", .type = phone, .searchable = true}, r.phone);
    visit(FieldInfo{.key = "website", .type = link, .searchable = true}, r.website);
    visit(FieldInfo{.key = "tax_code", .type = tax_code, .searchable = true}, r.tax_code);
    visit(FieldInfo{.key = "industry", .type = text}, r.industry);
    visit(FieldInfo{.key = "street", .type = text}, r.street);
    visit(FieldInfo{.key = "city", .type = text}, r.city);
    visit(FieldInfo{.key = "region", .type = text}, r.region);
    visit(FieldInfo{.key = "postal_code", .type = text}, r.postal_code);
    visit(FieldInfo{.key = "country", .type = text}, r.country);
    visit(FieldInfo{.key = "source", .type = text}, r.source);
    visit(FieldInfo{.key = "interest", .type = text, .searchable = true}, r.interest);
    visit(FieldInfo{.key = "status", .type = choice, .written = Written::by_rule, .choices = EnumNames<LeadStatus>::names}, r.status);
    visit(FieldInfo{.key = "disqualify_reason", .type = text, .written = Written::by_rule}, r.disqualify_reason);
    visit(FieldInfo{.key = "disqualify_note", .type = long_text, .written = Written::by_rule}, r.disqualify_note);
    visit(FieldInfo{.key = "estimated_budget", .type = money}, r.estimated_budget);
    visit(FieldInfo{.key = "expected_purchase", .type = month}, r.expected_purchase);
    visit(FieldInfo{.key = "needs", .type = long_text}, r.needs);
    visit(FieldInfo{.key = "present_supplier", .type = text}, r.present_supplier);
    visit(FieldInfo{.key = "supplier_dropped", .type = choice, .choices = EnumNames<SupplierDropped>::names}, r.supplier_dropped);
    visit(FieldInfo{.key = "payment_terms_discussed", .type = check}, r.payment_terms_discussed);
    visit(FieldInfo{.key = "payment_terms", .type = long_text}, r.payment_terms);
    visit(FieldInfo{.key = "do_not_call", .type = check}, r.do_not_call);
    visit(FieldInfo{.key = "do_not_email", .type = check}, r.do_not_email);
    visit(FieldInfo{.key = "owner_id", .type = ref, .ref = Entity::owner}, r.owner_id);
    visit(FieldInfo{.key = "contact_id", .type = ref, .ref = Entity::contact}, r.contact_id);
    visit(FieldInfo{.key = "account_id", .type = ref, .ref = Entity::account}, r.account_id);
    visit(FieldInfo{.key = "tags", .type = FieldType::tags}, r.tags);
    visit(FieldInfo{.key = "notes", .type = long_text}, r.notes);
    visit(FieldInfo{.key = "converted_account_id", .type = ref, .written = Written::by_rule, .ref = Entity::account},
          r.converted_account_id);
    visit(FieldInfo{.key = "converted_contact_id", .type = ref, .written = Written::by_rule, .ref = Entity::contact},
          r.converted_contact_id);
    visit(FieldInfo{.key = "converted_opportunity_id", .type = ref, .written = Written::by_rule, .ref = Entity::opportunity},
          r.converted_opportunity_id);
    visit(FieldInfo{.key = "converted_at", .type = timestamp, .written = Written::by_rule}, r.converted_at);
    visit(FieldInfo{.key = "conversion_override", .type = long_text, .written = Written::by_rule}, r.conversion_override);
    visit(FieldInfo{.key = "conversion_transaction", .type = text, .written = Written::by_rule}, r.conversion_transaction);
    visit(FieldInfo{.key = "imported_converted", .type = check, .written = Written::by_rule}, r.imported_converted);
    visit(FieldInfo{.key = "imported_from", .type = text, .written = Written::by_rule}, r.imported_from);
    visit(FieldInfo{.key = "created_at", .type = timestamp, .written = Written::by_rule}, r.created_at);
    visit(FieldInfo{.key = "custom", .type = long_text, .written = Written::by_rule}, r.custom);
  }
};

}  // namespace cohoi
