#include "core/domain/conversion_merge.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/base/contact_points.h"
#include "core/base/person_name.h"
#include "core/base/text.h"

namespace cohoi {
namespace {

constexpr std::array<std::string_view, 5> address_keys{"street", "city", "region", "postal_code", "country"};
// Shown with both values, never changed.
constexpr std::array<std::string_view, 3> name_keys{"name", "first_name", "last_name"};

template <class List>
bool contains(const List& list, std::string_view key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

bool is_name(std::string_view key) { return contains(name_keys, key); }
bool is_address(std::string_view key) { return contains(address_keys, key); }

// What C-5 counts as empty: not given, a check not set, and the Unknown of an enum.
bool is_empty(const FieldInfo& field, const Value& value) {
  if (!given(value)) return true;
  if (field.type == FieldType::check) return value == Value{std::int64_t{0}};
  return field.type == FieldType::choice && value == Value{std::string("unknown")};
}

bool says_the_same(const FieldInfo& field, const Value& a, const Value& b) {
  if (a == b) return true;
  const auto* one = std::get_if<std::string>(&a);
  const auto* other = std::get_if<std::string>(&b);
  if (!one || !other) return false;
  if (field.type == FieldType::email) return normal_email(*one) == normal_email(*other);
  if (field.type == FieldType::phone) return normal_phone(*one) == normal_phone(*other);
  return false;
}

// Fields a conversion may write in a record that exists; everything else is the record's own.
std::span<const std::string_view> mergeable(Entity entity) {
  static constexpr std::array<std::string_view, 11> account{"tax_code", "email",  "phone",       "website", "industry", "street",
                                                            "city",     "region", "postal_code", "country", "tags"};
  static constexpr std::array<std::string_view, 13> contact{"title",  "email", "phone",  "do_not_call", "do_not_email", "street", "city",
                                                            "region", "postal_code", "country", "source", "tags", "notes"};
  static constexpr std::array<std::string_view, 9> opportunity{
      "amount", "source", "needs", "present_supplier", "supplier_dropped", "payment_terms_discussed", "payment_terms", "tags", "notes"};
  if (entity == Entity::account) return account;
  return entity == Entity::contact ? std::span<const std::string_view>(contact) : opportunity;
}

// The keys of `taken` that are about this entity, without its name; an address by any of its fields.
Result<std::vector<std::string>> taken_keys(Entity entity, const std::vector<std::string>& taken) {
  std::vector<std::string> keys;
  const std::string prefix = std::string(name_of(entity)) + ".";
  for (const std::string& one : taken) {
    if (one.compare(0, prefix.size(), prefix) != 0) continue;
    const std::string key = one.substr(prefix.size());
    if (!contains(mergeable(entity), key)) return fail(ErrorCode::invalid, msg("error.conversion.not_taken"), one);
    keys.push_back(key);
  }
  return keys;
}

template <class Record>
class Merge {
 public:
  Merge(Record& target, const Record& offer, const std::vector<std::string>& taken, std::vector<FieldOutcome>& outcomes)
      : target_(target), offer_(offer), taken_(taken), outcomes_(outcomes) {}

  void run() {
    address_was_empty_ = address_empty(target_);
    address_taken_ = std::any_of(address_keys.begin(), address_keys.end(), [&](auto key) { return contains(taken_, key); }) &&
                     !address_empty(offer_);
    const Record before = target_;
    for (const FieldInfo& field : fields_of(Record::entity)) {
      const bool wanted = contains(mergeable(Record::entity), field.key) || is_name(field.key);
      const Value offered = value_of(offer_, field.key);
      const Value old = value_of(before, field.key);
      if (is_address(field.key) && address_taken_) {
        take_address_field(field, old, offered);
      } else if (wanted && !is_empty(field, offered)) {
        merge_field(field, old, offered);
      }
    }
  }

 private:
  static bool address_empty(const Record& record) {
    return std::none_of(address_keys.begin(), address_keys.end(), [&](auto key) { return given(value_of(record, key)); });
  }

  void merge_field(const FieldInfo& field, const Value& old, const Value& offered) {
    if (field.type == FieldType::tags) return join(field, old, offered);
    const bool block_kept = is_address(field.key) && !address_was_empty_;
    if (is_empty(field, old) && !block_kept && !is_name(field.key)) return write(field, old, offered, offered, Fill::filled);
    if (says_the_same(field, old, offered)) return note(field, old, offered, Fill::kept_equal);
    if (!contains(taken_, field.key) || field.type == FieldType::check) return note(field, old, offered, Fill::kept_conflict);
    write(field, old, offered, field.key == "notes" ? below(old, offered) : offered, Fill::taken);
  }

  void take_address_field(const FieldInfo& field, const Value& old, const Value& offered) {
    if (!given(old) && !given(offered)) return;
    if (old == offered) return note(field, old, offered, Fill::kept_equal);
    write(field, old, offered, offered, given(old) ? Fill::taken : Fill::filled);
  }

  void join(const FieldInfo& field, const Value& old, const Value& offered) {
    const Value joined = to_value(join_tags(target_.tags, offer_.tags));
    if (joined == old) return note(field, old, offered, Fill::kept_equal);
    write(field, old, offered, joined, Fill::filled);
  }

  static Value below(const Value& old, const Value& offered) { return std::get<std::string>(old) + "\n\n" + std::get<std::string>(offered); }

  void write(const FieldInfo& field, const Value& old, const Value& offered, const Value& value, Fill outcome) {
    if (set_value(target_, field.key, value)) note(field, old, offered, outcome);
  }

  void note(const FieldInfo& field, const Value& old, const Value& offered, Fill outcome) {
    outcomes_.push_back({Record::entity, std::string(field.key), old, offered, outcome});
  }

  Record& target_;
  const Record& offer_;
  const std::vector<std::string>& taken_;
  std::vector<FieldOutcome>& outcomes_;
  bool address_was_empty_ = false;
  bool address_taken_ = false;
};

// An opportunity has no address: value_of finds nothing there, and its block counts as empty.
template <class Record>
Status merge(Record& target, const Record& offer, const std::vector<std::string>& taken, std::vector<FieldOutcome>& outcomes) {
  COHOI_TRY(const std::vector<std::string> keys, taken_keys(Record::entity, taken));
  Merge<Record>(target, offer, keys, outcomes).run();
  return {};
}

template <class Record>
void copy_address(const Lead& lead, Record& record) {
  record.street = lead.street;
  record.city = lead.city;
  record.region = lead.region;
  record.postal_code = lead.postal_code;
  record.country = lead.country;
}

}  // namespace

Account account_from_lead(const Lead& lead) {
  const bool individual = lead.company.empty();
  Account account;
  account.kind = individual ? AccountKind::individual : AccountKind::company;
  account.name = individual ? full_name(lead.first_name, lead.last_name) : lead.company;
  account.tax_code = lead.tax_code;
  account.website = lead.website;
  account.industry = lead.industry;
  // An account has no do-not-contact flag: where the person's stands, the way to reach them stays on the contact, beside it.
  if (!lead.do_not_call) account.phone = lead.phone;
  if (individual && !lead.do_not_email) account.email = lead.email;
  copy_address(lead, account);
  account.tags = lead.tags;
  return account;
}

Contact contact_from_lead(const Lead& lead, bool with_notes) {
  Contact contact;
  contact.first_name = lead.first_name;
  contact.last_name = lead.last_name;
  if (contact.last_name.empty()) std::swap(contact.first_name, contact.last_name);
  contact.title = lead.title;
  contact.email = lead.email;
  contact.phone = lead.phone;
  contact.do_not_call = lead.do_not_call;
  contact.do_not_email = lead.do_not_email;
  copy_address(lead, contact);
  contact.source = lead.source;
  contact.tags = lead.tags;
  if (with_notes) contact.notes = lead.notes;
  return contact;
}

Opportunity opportunity_from_lead(const Lead& lead) {
  Opportunity opportunity;
  opportunity.amount = lead.estimated_budget;
  opportunity.source = lead.source;
  opportunity.needs = lead.needs;
  opportunity.present_supplier = lead.present_supplier;
  opportunity.supplier_dropped = lead.supplier_dropped;
  opportunity.payment_terms_discussed = lead.payment_terms_discussed;
  opportunity.payment_terms = lead.payment_terms;
  opportunity.tags = lead.tags;
  opportunity.notes = lead.notes;
  return opportunity;
}

Status merge_offer(Account& target, const Account& offer, const std::vector<std::string>& taken, std::vector<FieldOutcome>& outcomes) {
  return merge(target, offer, taken, outcomes);
}

Status merge_offer(Contact& target, const Contact& offer, const std::vector<std::string>& taken, std::vector<FieldOutcome>& outcomes) {
  Contact reachable = offer;
  // The same number is not written twice on one card.
  if (!offer.phone.empty() && target.phone.empty() && normal_phone(offer.phone) == normal_phone(target.mobile)) reachable.phone.clear();
  return merge(target, reachable, taken, outcomes);
}

Status merge_offer(Opportunity& target, const Opportunity& offer, const std::vector<std::string>& taken,
                   std::vector<FieldOutcome>& outcomes) {
  return merge(target, offer, taken, outcomes);
}

}  // namespace cohoi
