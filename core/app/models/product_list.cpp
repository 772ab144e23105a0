#include "core/app/models/list_shapes.h"

namespace cohoi::app {

ListShape product_list_shape(Names&) {
  ListShape shape;
  shape.columns = {{"name", msg("list.product.name"), 2.4F},
                   {"code", msg("field.code"), 1.0F},
                   {"series", msg("field.series"), 1.0F},
                   {"price", msg("field.price"), 1.2F, true}};
  return shape;
}

ListRow list_row(const Product& product, Names& names, Session&) {
  ListRow row{product.id.uuid, product.name, {}, {}};
  row.cells.push_back({Label(product.name), {}, Tone::neutral});
  row.cells.push_back({Label(product.code), {}, Tone::neutral});
  row.cells.push_back({Label(product.series), {}, Tone::neutral});
  row.cells.push_back({Label(names.money(product.price)), {}, Tone::neutral});
  return row;
}

}  // namespace cohoi::app
