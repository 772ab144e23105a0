#include "core/app/models/list_shapes.h"

namespace cohoi::app {

ListShape contact_list_shape(Names& names) {
  ListShape shape;
  shape.columns = {{"given_name", msg("list.contact.name"), 2.0F}, {"account", msg("field.account_id"), 2.0F},
                   {"title", msg("field.title"), 1.3F, false, false}, {"email", msg("field.email"), 2.0F},
                   {"phone", msg("field.phone"), 1.3F},             {"owner", msg("field.owner_id"), 1.3F}};
  shape.filters = {{"owner_id", msg("field.owner_id"), names.owner_options()}};
  return shape;
}

ListRow list_row(const Contact& contact, Names& names, Session&) {
  ListRow row{contact.id.uuid, title_of(contact), address_of(Entity::contact, contact.id.uuid), {}};
  row.cells.push_back({Label(row.title), {}, Tone::neutral});
  row.cells.push_back({Label(names.account(contact.account_id)), {}, Tone::neutral});
  row.cells.push_back({Label(contact.title), {}, Tone::neutral});
  row.cells.push_back({Label(contact.email), {}, Tone::neutral});
  row.cells.push_back({Label(contact.phone.empty() ? contact.mobile : contact.phone), {}, Tone::neutral});
  row.cells.push_back({Label(names.owner(contact.owner_id)), {}, Tone::neutral});
  return row;
}

}  // namespace cohoi::app
