// Sample data as it would have come about: leads that were answered, converted and followed through the stages. A function of the day, the
// language and the two records it leans on; everything else comes from a fixed seed, so that it is the same every time.
#pragma once

#include <vector>

#include "core/base/locale.h"
#include "core/domain/sales_records.h"

namespace cohoi::app::sample {

struct Ground {
  Timestamp now;
  int utc_offset_minutes = 0;
  Owner me;
  Language language = Language::vi;  // what is noted and planned; names of people and companies are their own
  std::vector<Stage> stages;  // of the first pipeline: open ones in order, won, lost
};

struct Story {
  std::vector<Owner> owners;
  std::vector<Product> products;
  std::vector<Account> accounts;
  std::vector<Contact> contacts;
  std::vector<Lead> leads;
  std::vector<Opportunity> opportunities;
  std::vector<StageVisit> visits;
  std::vector<ContactRole> roles;
  std::vector<LineItem> items;
  std::vector<Activity> activities;
  std::vector<CriterionAnswer> answers;
};

[[nodiscard]] Story tell(const Ground& ground);

}  // namespace cohoi::app::sample
