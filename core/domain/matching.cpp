#include "core/domain/matching.h"

#include <algorithm>

#include "core/base/contact_points.h"
#include "core/base/person_name.h"
#include "core/base/text.h"

namespace cohoi {
namespace {

void add(std::vector<std::string>& list, std::string key) {
  if (!key.empty() && std::find(list.begin(), list.end(), key) == list.end()) list.push_back(std::move(key));
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& key) { return std::find(b.begin(), b.end(), key) != b.end(); });
}

void name_company(MatchKeys& keys, std::string_view name) {
  CompanyName parts = split_company_name(name);
  keys.name = std::move(parts.core);
  keys.branch = std::move(parts.branch);
}

// 0123456789 and 0123456789-001 are one taxpayer and its branch.
bool same_taxpayer(const std::string& a, const std::string& b) {
  constexpr std::size_t parent_digits = 10;
  return is_vietnamese_tax_code(a) && is_vietnamese_tax_code(b) && a.compare(0, parent_digits, b, 0, parent_digits) == 0;
}

}  // namespace

MatchKeys account_keys(const Account& account) {
  MatchKeys keys;
  add(keys.emails, normal_email(account.email));
  add(keys.phones, normal_phone(account.phone));
  add(keys.domains, business_domain(account.website));
  add(keys.domains, business_domain(account.email));
  keys.tax_code = normal_tax_code(account.tax_code);
  if (account.kind == AccountKind::individual)
    keys.name = fold(account.name);
  else
    name_company(keys, account.name);
  return keys;
}

MatchKeys contact_keys(const Contact& contact) {
  MatchKeys keys;
  add(keys.emails, normal_email(contact.email));
  add(keys.phones, normal_phone(contact.phone));
  add(keys.phones, normal_phone(contact.mobile));
  keys.name = fold(full_name(contact.first_name, contact.last_name));
  return keys;
}

MatchKeys lead_account_keys(const Lead& lead) {
  MatchKeys keys;
  add(keys.emails, normal_email(lead.email));
  add(keys.phones, normal_phone(lead.phone));
  add(keys.domains, business_domain(lead.website));
  add(keys.domains, business_domain(lead.email));
  keys.tax_code = normal_tax_code(lead.tax_code);
  if (lead.company.empty())
    keys.name = lead_person_name(lead);
  else
    name_company(keys, lead.company);
  return keys;
}

std::string lead_person_name(const Lead& lead) { return fold(full_name(lead.first_name, lead.last_name)); }

MatchKeys lead_contact_keys(const Lead& lead) {
  MatchKeys keys;
  add(keys.emails, normal_email(lead.email));
  add(keys.phones, normal_phone(lead.phone));
  keys.name = lead_person_name(lead);
  return keys;
}

MatchKeys duplicate_keys(const Lead& lead) {
  return lead.first_name.empty() && lead.last_name.empty() ? lead_account_keys(lead) : lead_contact_keys(lead);
}

std::vector<MatchReason> match(const MatchKeys& a, const MatchKeys& b) {
  std::vector<MatchReason> reasons;
  if (share(a.emails, b.emails)) reasons.push_back(MatchReason::email);
  if (share(a.phones, b.phones)) reasons.push_back(MatchReason::phone);
  const bool tax_equal = !a.tax_code.empty() && a.tax_code == b.tax_code;
  if (tax_equal) reasons.push_back(MatchReason::tax_code);
  if (share(a.domains, b.domains)) reasons.push_back(MatchReason::domain);
  const bool name_equal = !a.name.empty() && a.name == b.name;
  if (name_equal && a.branch == b.branch) reasons.push_back(MatchReason::name);
  if ((name_equal && a.branch != b.branch) || (!tax_equal && same_taxpayer(a.tax_code, b.tax_code)))
    reasons.push_back(MatchReason::branch);
  return reasons;
}

Message match_reason(MatchReason reason) { return msg("match." + std::string(name_of(reason))); }

}  // namespace cohoi
