#include "core/app/models/list_shapes.h"

namespace cohoi::app {

ListShape lead_list_shape(Names& names) {
  ListShape shape;
  shape.columns = {{"title", msg("list.lead.name"), 3.4F},
                   {"verdict", msg("list.lead.verdict"), 1.2F},
                   {"missing", msg("list.lead.missing"), 1.9F, false, false},
                   {"score", msg("list.lead.score"), 0.6F, true},
                   {"status", msg("field.status"), 1.1F},
                   {"owner", msg("field.owner_id"), 1.3F},
                   {"created_at", msg("field.created_at"), 1.2F}};
  ListFilter verdicts{"verdict", msg("list.lead.verdict"), {}};
  for (const auto verdict : {Verdict::qualified, Verdict::incomplete, Verdict::unqualified})
    verdicts.options.push_back({std::string(name_of(verdict)), verdict_label(verdict)});
  ListFilter statuses{"status", msg("field.status"), {}};
  for (const auto name : EnumNames<LeadStatus>::names) statuses.options.push_back({std::string(name), msg("lead_status." + std::string(name))});
  shape.filters = {std::move(verdicts), std::move(statuses), {"owner_id", msg("field.owner_id"), names.owner_options()}};
  return shape;
}

ListRow list_row(const Lead& lead, Names& names, Session& session) {
  const auto facts = store::lead_facts(session.db(), lead.id).value_or(store::LeadFacts{});
  ListRow row{lead.id.uuid, title_of(lead), address_of(Entity::lead, lead.id.uuid), {}};
  row.cells.push_back({Label(row.title), {}, Tone::neutral});
  row.cells.push_back({{}, {{verdict_label(facts.verdict), tone_of(facts.verdict)}}, Tone::neutral});
  ListCell missing;
  for (const auto& key : facts.missing) missing.chips.push_back({Label(msg("criterion." + key)), Tone::neutral});
  row.cells.push_back(std::move(missing));
  row.cells.push_back({Label(std::to_string(facts.score)), {}, Tone::neutral});
  const auto tone = lead.status == LeadStatus::converted      ? Tone::accent
                    : lead.status == LeadStatus::disqualified ? Tone::bad
                                                              : Tone::neutral;
  ListCell status{{}, {{status_label(lead.status), tone}}, Tone::neutral};
  if (lead.imported_converted) status.chips.push_back({msg("list.imported"), Tone::neutral});
  row.cells.push_back(std::move(status));
  row.cells.push_back({Label(names.owner(lead.owner_id)), {}, Tone::neutral});
  const auto created = lead.created_at ? std::optional(lead.created_at->date(session.clock().utc_offset_minutes())) : std::nullopt;
  row.cells.push_back({Label(names.date(created)), {}, Tone::neutral});
  return row;
}

}  // namespace cohoi::app
