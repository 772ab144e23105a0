#include "core/base/person_name.h"
#include "core/domain/record.h"

namespace cohoi {

std::string title_of(const Account& account) { return account.name; }

std::string title_of(const Contact& contact) { return full_name(contact.first_name, contact.last_name); }

std::string title_of(const Lead& lead) {
  std::string person = full_name(lead.first_name, lead.last_name);
  if (person.empty()) return lead.company;
  return lead.company.empty() ? person : person + " – " + lead.company;
}

std::string title_of(const Opportunity& opportunity) { return opportunity.name; }

}  // namespace cohoi
