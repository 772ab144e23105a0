// Is this somebody we know? One set of rules for conversion offers, warnings while typing, import and duplicates (C-4).
#pragma once

#include <vector>

#include "core/domain/sales_records.h"

namespace cohoi {

enum class MatchReason : std::uint8_t { email, phone, tax_code, domain, name, branch };
template <>
struct EnumNames<MatchReason> {
  static constexpr std::array<std::string_view, 6> names{"email", "phone", "tax_code", "domain", "name", "branch"};
};

// What a record can be recognised by, in normal form (core/base/contact_points.h, text.h). Empty parts match nothing.
struct MatchKeys {
  std::vector<std::string> emails, phones, domains;
  std::string tax_code;
  std::string name;    // folded; of an account without its legal form ("Công ty TNHH", "Ltd") when something is left
  std::string branch;  // folded place of a branch ("Chi nhánh Hà Nội" → "ha noi"); empty = the company itself

  [[nodiscard]] bool empty() const { return emails.empty() && phones.empty() && domains.empty() && tax_code.empty() && name.empty(); }
};

[[nodiscard]] MatchKeys account_keys(const Account& account);
[[nodiscard]] MatchKeys contact_keys(const Contact& contact);
// A lead as the account / as the person it may be.
[[nodiscard]] MatchKeys lead_account_keys(const Lead& lead);
[[nodiscard]] MatchKeys lead_contact_keys(const Lead& lead);
[[nodiscard]] std::string lead_person_name(const Lead& lead);  // the name alone of those

// What a record is told from others of its kind by. A lead that names a person is that person: two people of one company are two leads.
[[nodiscard]] inline MatchKeys duplicate_keys(const Account& account) { return account_keys(account); }
[[nodiscard]] inline MatchKeys duplicate_keys(const Contact& contact) { return contact_keys(contact); }
[[nodiscard]] MatchKeys duplicate_keys(const Lead& lead);

// Why the two match, strongest first; empty when they do not. A substring of a name is never a match. Branch: same first ten digits of
// the tax code, or names of parent and branch ("Chi nhánh …"): offered, never merged on its own.
[[nodiscard]] std::vector<MatchReason> match(const MatchKeys& a, const MatchKeys& b);
[[nodiscard]] Message match_reason(MatchReason reason);  // "match.<reason>"

// Both folded: the name without legal form and branch words, and the branch's place ("chi nhanh" when it names none).
struct CompanyName {
  std::string core, branch;
};
[[nodiscard]] CompanyName split_company_name(std::string_view name);
[[nodiscard]] std::string company_core_name(std::string_view name);

}  // namespace cohoi
