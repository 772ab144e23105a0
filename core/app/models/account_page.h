// The page of an account, and of a contact: who they are, their people, leads, opportunities and sales, and one timeline.
#pragma once

#include <string>
#include <vector>

#include "core/app/models/form.h"
#include "core/app/models/timeline.h"

namespace cohoi::app {

struct RelatedRow {
  std::string title, address;
  std::string second;  // owner, e-mail, title …
  std::string end;     // amount or date, at the end of the line
  std::vector<Chip> chips;
};

struct AccountPage {
  Account account;
  std::string title;
  std::vector<Chip> chips;
  std::vector<Fact> facts;         // at a glance
  std::vector<FormField> details;  // every field of the user's, edited in place
  std::vector<RelatedRow> family;  // parent and branches
  std::vector<RelatedRow> people, leads, opportunities, sales;  // sales: closed won, newest first (P-6)
  std::string sales_total;
  Timeline timeline;
};

struct ContactPage {
  Contact contact;
  std::string title;
  std::vector<Chip> chips;
  std::vector<Fact> facts;
  std::vector<FormField> details;
  std::vector<RelatedRow> leads, opportunities;
  std::optional<Error> lead_refused;  // L-1: what Make lead would answer now
  Timeline timeline;
};

[[nodiscard]] Result<AccountPage> account_page(Session& session, Names& names, AccountId id);
[[nodiscard]] Result<ContactPage> contact_page(Session& session, Names& names, ContactId id);

}  // namespace cohoi::app
