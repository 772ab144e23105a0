#include "core/app/models/list_shapes.h"

namespace cohoi::app {

ListShape opportunity_list_shape(Names& names) {
  ListShape shape;
  shape.columns = {{"title", msg("list.opportunity.name"), 3.2F},
                   {"account", msg("field.account_id"), 1.8F},
                   {"stage", msg("field.stage_id"), 1.5F},
                   {"amount", msg("field.amount"), 1.2F, true},
                   {"weighted", msg("list.opportunity.weighted"), 1.2F, true},
                   {"expected_close", msg("field.expected_close"), 1.1F},
                   {"owner", msg("field.owner_id"), 1.3F}};
  ListFilter kinds{"stage_kind", msg("list.opportunity.state"), {}};
  for (const auto name : EnumNames<StageKind>::names) kinds.options.push_back({std::string(name), msg("stage_kind." + std::string(name))});
  shape.filters = {{"stage_id", msg("field.stage_id"), names.stage_options()},
                   std::move(kinds),
                   {"owner_id", msg("field.owner_id"), names.owner_options()}};
  return shape;
}

ListRow list_row(const Opportunity& opportunity, Names& names, Session&) {
  ListRow row{opportunity.id.uuid, title_of(opportunity), address_of(Entity::opportunity, opportunity.id.uuid), {}};
  const auto* stage = names.stage(opportunity.stage_id);
  row.cells.push_back({Label(row.title), {}, Tone::neutral});
  row.cells.push_back({Label(names.account(opportunity.account_id)), {}, Tone::neutral});
  ListCell stage_cell;
  if (stage) {
    const auto tone = stage->kind == StageKind::won ? Tone::good : stage->kind == StageKind::lost ? Tone::bad : Tone::accent;
    stage_cell.chips.push_back({Label(stage_name(*stage)), tone});
  }
  if (opportunity.imported_without_gate) stage_cell.chips.push_back({msg("list.imported"), Tone::neutral});
  row.cells.push_back(std::move(stage_cell));
  row.cells.push_back({Label(names.money(opportunity.amount)), {}, Tone::neutral});
  row.cells.push_back({Label(names.money(stage ? weighted_amount(opportunity, *stage) : std::nullopt)), {}, Tone::neutral});
  row.cells.push_back({Label(names.date(opportunity.closed_on ? opportunity.closed_on : opportunity.expected_close)), {}, Tone::neutral});
  row.cells.push_back({Label(names.owner(opportunity.owner_id)), {}, Tone::neutral});
  return row;
}

}  // namespace cohoi::app
