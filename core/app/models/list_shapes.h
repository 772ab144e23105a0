// The shape of each list: its columns and filters, and how one record becomes one row. One file per entity.
#pragma once

#include "core/app/models/record_list.h"

namespace cohoi::app {

struct ListShape {
  std::vector<ListColumn> columns;
  std::vector<ListFilter> filters;
};

[[nodiscard]] ListShape lead_list_shape(Names& names);
[[nodiscard]] ListShape opportunity_list_shape(Names& names);
[[nodiscard]] ListShape account_list_shape(Names& names);
[[nodiscard]] ListShape contact_list_shape(Names& names);
[[nodiscard]] ListShape activity_list_shape(Names& names);
[[nodiscard]] ListShape product_list_shape(Names& names);

[[nodiscard]] ListRow list_row(const Lead& lead, Names& names, Session& session);
[[nodiscard]] ListRow list_row(const Opportunity& opportunity, Names& names, Session& session);
[[nodiscard]] ListRow list_row(const Account& account, Names& names, Session& session);
[[nodiscard]] ListRow list_row(const Contact& contact, Names& names, Session& session);
[[nodiscard]] ListRow list_row(const Activity& activity, Names& names, Session& session);
[[nodiscard]] ListRow list_row(const Product& product, Names& names, Session& session);

// The address of what an activity is about: the opportunity, else the lead, else the account or the contact.
[[nodiscard]] std::string address_of_subject(const Activity& activity);

}  // namespace cohoi::app
