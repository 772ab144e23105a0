#include "core/app/models/list_shapes.h"

namespace cohoi::app {

ListShape account_list_shape(Names& names) {
  ListShape shape;
  shape.columns = {{"title", msg("list.account.name"), 2.4F}, {"status", msg("field.status"), 1.1F},
                   {"industry", msg("field.industry"), 1.3F}, {"phone", msg("field.phone"), 1.3F},
                   {"city", msg("field.city"), 1.2F},         {"customer_since", msg("field.customer_since"), 1.2F},
                   {"owner", msg("field.owner_id"), 1.3F}};
  ListFilter statuses{"status", msg("field.status"), {}};
  for (const auto name : EnumNames<AccountStatus>::names)
    statuses.options.push_back({std::string(name), msg("account_status." + std::string(name))});
  shape.filters = {std::move(statuses), {"owner_id", msg("field.owner_id"), names.owner_options()}};
  return shape;
}

ListRow list_row(const Account& account, Names& names, Session&) {
  ListRow row{account.id.uuid, title_of(account), address_of(Entity::account, account.id.uuid), {}};
  row.cells.push_back({Label(row.title), {}, Tone::neutral});
  row.cells.push_back({{},
                       {{msg("account_status." + std::string(name_of(account.status))),
                         account.status == AccountStatus::customer ? Tone::good : Tone::neutral}},
                       Tone::neutral});
  row.cells.push_back({names.choice_label(ChoiceList::industry, account.industry), {}, Tone::neutral});
  row.cells.push_back({Label(account.phone), {}, Tone::neutral});
  row.cells.push_back({Label(account.city), {}, Tone::neutral});
  row.cells.push_back({Label(names.date(account.customer_since)), {}, Tone::neutral});
  row.cells.push_back({Label(names.owner(account.owner_id)), {}, Tone::neutral});
  return row;
}

}  // namespace cohoi::app
