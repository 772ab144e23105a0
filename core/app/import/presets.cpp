// Whose export a file is, by headers that only this product writes.
#include <algorithm>
#include <array>

#include "core/app/import/fields.h"

namespace cohoi::app {
namespace {

struct Mark {
  std::string_view product;
  std::string_view header;   // compact
  std::string_view besides;  // also there, unless empty
};

constexpr auto marks = std::to_array<Mark>({
    {"HubSpot", "recordid", "lifecyclestage"}, {"HubSpot", "recordid", "dealstage"}, {"HubSpot", "recordid", "companydomainname"},
    {"HubSpot", "recordid", "associatedcompany"}, {"HubSpot", "recordid", "createdate"},
    {"Zoho CRM", "recordid", "leadowner"}, {"Zoho CRM", "recordid", "dealowner"}, {"Zoho CRM", "recordid", "contactowner"},
    {"Zoho CRM", "recordid", "accountowner"}, {"Zoho CRM", "leadid", "createdtime"}, {"Zoho CRM", "leadid", "converted"},
    {"Zoho CRM", "potentialname", ""}, {"Zoho CRM", "contactid", "accountid"},
    {"Salesforce", "isdeleted", ""}, {"Salesforce", "stagename", ""}, {"Salesforce", "companyaccount", ""},
    {"Salesforce", "mailingstateprovince", ""}, {"Salesforce", "billingstateprovince", ""}, {"Salesforce", "fiscalperiod", ""},
    {"Salesforce", "opportunityowner", ""}, {"Salesforce", "mailingcity", ""}, {"Salesforce", "isconverted", ""},
    {"Odoo", "salesperson", ""}, {"Odoo", "emailfrom", ""}, {"Odoo", "partnername", ""}, {"Odoo", "jobposition", ""}, {"Odoo", "externalid", "displayname"},
    {"SuiteCRM", "dateentered", ""}, {"SuiteCRM", "datecreated", "assigneduser"}, {"SuiteCRM", "primaryaddressstreet", ""},
    {"SuiteCRM", "salesstage", ""}, {"SuiteCRM", "memberof", ""}, {"EspoCRM", "assigneduser", ""}, {"EspoCRM", "assignedusername", ""},
});

}  // namespace

std::string_view export_of(const std::vector<std::string>& header) {
  // "Deal - Title", "Person - Name": nobody else writes headers so.
  for (const std::string& name : header)
    for (const std::string_view kind : {"Deal - ", "Person - ", "Organization - ", "Lead - "})
      if (name.compare(0, kind.size(), kind) == 0) return "Pipedrive";
  std::vector<std::string> words;
  for (const std::string& name : header) words.push_back(compact(name));
  const auto there = [&](std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  const auto mark = std::find_if(marks.begin(), marks.end(), [&](const Mark& one) { return there(one.header) && (one.besides.empty() || there(one.besides)); });
  return mark == marks.end() ? std::string_view{} : mark->product;
}

}  // namespace cohoi::app
