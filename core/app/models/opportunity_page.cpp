#include "core/app/models/opportunity_page.h"

#include <algorithm>

#include "core/app/models/record_list.h"
#include "core/app/stage_queries.h"
#include "core/base/stable_order.h"

namespace cohoi::app {

namespace {

constexpr std::int64_t seconds_a_day = 24 * 60 * 60;

Label days_label(std::int64_t seconds) {
  const auto days = seconds / seconds_a_day;
  if (days == 0) return msg("records.under_a_day");
  return days == 1 ? msg("records.one_day") : msg("opportunity.days", days);
}

void add_fact(std::vector<Fact>& facts, Message label, Label value, std::string address = {}, Tone tone = Tone::neutral) {
  if (!value.empty()) facts.push_back({std::move(label), std::move(value), std::move(address), tone});
}

std::vector<Stage> stages_of(Names& names, PipelineId pipeline) {
  std::vector<Stage> stages;
  for (const auto& stage : names.stages())
    if (stage.pipeline_id == pipeline) stages.push_back(stage);
  return stages;
}

Result<std::vector<StageStep>> path_of(Session& session, const Opportunity& opportunity, const std::vector<Stage>& stages,
                                       const std::vector<StageVisit>& visits) {
  const auto times = time_in_stages(visits, session.clock().now());
  const auto current = std::find_if(stages.begin(), stages.end(), [&](const Stage& s) { return s.id == opportunity.stage_id; });
  const bool open = current != stages.end() && current->kind == StageKind::open;
  std::vector<StageStep> path;
  for (const auto& stage : stages) {
    StageStep step{.id = stage.id, .name = Label(stage_name(stage)), .kind = stage.kind, .missing = {}, .time = {}};
    step.current = stage.id == opportunity.stage_id;
    for (const auto& visit : visits) {
      if (visit.stage_id != stage.id) continue;
      step.imported_without_gate |= visit.imported_without_gate;
      step.overridden |= !visit.override_reason.empty();
    }
    step.passed = stage.kind == StageKind::open && !step.current &&
                  (!open || (current != stages.end() && stage.position < current->position));
    for (const auto& time : times)
      if (time.stage_id == stage.id) step.time = days_label(time.seconds);
    if (!step.current && !step.passed && open) {
      COHOI_TRY(const auto missing, missing_for(session, opportunity.id, stage.id));
      for (const auto item : missing) step.missing.push_back(gate_item_name(item));
    }
    path.push_back(std::move(step));
  }
  return path;
}

Status add_parts(OpportunityPage& page, Session& session, Names& names) {
  const auto id = to_value(page.opportunity.id);
  COHOI_TRY(auto roles, store::find_by<ContactRole>(session.db(), "opportunity_id", id));
  stable_order(roles, [](const ContactRole& a, const ContactRole& b) { return a.primary > b.primary; });
  for (const auto& role : roles)
    page.roles.push_back({role.id, names.contact(role.contact_id), address_of(Entity::contact, role.contact_id.uuid),
                          msg("part." + std::string(name_of(role.part))), role.primary});

  COHOI_TRY(const auto lines, store::find_by<LineItem>(session.db(), "opportunity_id", id));
  std::optional<Money> total;
  for (const auto& line : lines) {
    LineRow row{.id = line.id, .product = line.description, .quantity = format_number(line.quantity, session.language()),
                .price = names.money(line.price), .discount = {}, .total = {}};
    for (const auto& product : names.products())
      if (product.id == line.product_id) row.product = product.name;
    if (line.discount_percent > 0) row.discount = std::to_string(line.discount_percent) + " %";
    const auto sum = line.price ? line_total(*line.price, line.quantity, static_cast<int>(line.discount_percent)) : std::nullopt;
    row.total = names.money(sum);
    if (sum) total = total ? add(*total, *sum) : sum;
    page.lines.push_back(std::move(row));
  }
  page.lines_total = names.money(total);
  if (total && page.kind == StageKind::open && page.opportunity.amount != total) page.lines_sum = total;

  COHOI_TRY(const auto answers, store::find_by<CriterionAnswer>(session.db(), "opportunity_id", id));
  for (const auto& answer : answers) {
    const auto tone = answer.answer == Answer::yes ? Tone::good : answer.answer == Answer::no ? Tone::bad : Tone::neutral;
    page.answers.push_back({answer.question.empty() ? Label(msg("criterion." + answer.criterion)) : Label(answer.question),
                            msg("answer." + std::string(name_of(answer.answer))), tone, answer.evidence});
  }
  return {};
}

void add_facts(OpportunityPage& page, Session& session, Names& names, const Stage& stage, const std::vector<StageVisit>& visits) {
  const auto& opportunity = page.opportunity;
  const auto now = session.clock().now();
  const auto today = session.clock().today();
  add_fact(page.facts, msg("field.account_id"), Label(names.account(opportunity.account_id)), address_of(Entity::account, opportunity.account_id.uuid));
  add_fact(page.facts, msg("field.amount"), Label(names.money(opportunity.amount)));
  if (stage.kind == StageKind::open)
    add_fact(page.facts, msg("records.weighted", static_cast<std::int64_t>(probability_of(opportunity, stage))), Label(names.money(weighted_amount(opportunity, stage))));
  const bool late = stage.kind == StageKind::open && opportunity.expected_close && *opportunity.expected_close < today;
  if (stage.kind == StageKind::open) add_fact(page.facts, msg("field.expected_close"), Label(names.date(opportunity.expected_close)), {}, late ? Tone::bad : Tone::neutral);
  else add_fact(page.facts, msg("field.closed_on"), Label(names.date(opportunity.closed_on)));
  add_fact(page.facts, msg("field.owner_id"), Label(names.owner(opportunity.owner_id)));
  const auto open_visit = std::find_if(visits.begin(), visits.end(), [](const StageVisit& v) { return !v.left_at; });
  if (stage.kind != StageKind::open || open_visit == visits.end() || !open_visit->entered_at) return;
  add_fact(page.facts, msg("opportunity.in_stage"), days_label((now.ms - open_visit->entered_at->ms) / 1000));

  std::optional<Timestamp> last_done;
  bool planned = false;
  if (const auto activities = activities_of(session, Entity::opportunity, opportunity.id.uuid))
    for (const auto& activity : *activities) {
      if (activity.done_at && (!last_done || *activity.done_at > *last_done)) last_done = activity.done_at;
      planned |= !activity.done_at && activity.due_at && *activity.due_at > now;
    }
  const auto rot = rotting(stage, *open_visit->entered_at, last_done, planned, now);
  if (rot.rots) page.chips.push_back({msg("opportunity.rots", rot.days), Tone::warning});
}

}  // namespace

Result<OpportunityPage> opportunity_page(Session& session, Names& names, OpportunityId id) {
  OpportunityPage page;
  COHOI_TRY(page.opportunity, store::get(session.db(), id));
  const auto& opportunity = page.opportunity;
  COHOI_TRY(const auto visits, store::find_by<StageVisit>(session.db(), "opportunity_id", to_value(id)));
  const auto* stage = names.stage(opportunity.stage_id);
  if (!stage) return fail(ErrorCode::corrupt, msg("error.stage_gone"));

  page.title = title_of(opportunity);
  page.kind = stage->kind;
  const auto stage_tone = stage->kind == StageKind::won ? Tone::good : stage->kind == StageKind::lost ? Tone::bad : Tone::accent;
  page.chips.push_back({Label(stage_name(*stage)), stage_tone});
  if (opportunity.imported_without_gate) page.chips.push_back({msg("opportunity.imported_without_gate"), Tone::neutral});
  if (!opportunity.override_reason.empty()) page.chips.push_back({msg("opportunity.overridden"), Tone::warning});
  add_facts(page, session, names, *stage, visits);
  for (const auto& tag : opportunity.tags.items) page.chips.push_back({Label(tag), Tone::neutral});
  page.override_reason = opportunity.override_reason;
  if (const auto lead = store::find(session.db(), opportunity.lead_id); lead && *lead)
    page.lead = {msg("field.lead_id"), Label(title_of(**lead)), address_of(Entity::lead, opportunity.lead_id.uuid), Tone::neutral};
  if (stage->kind == StageKind::lost) {
    add_fact(page.closing_facts, msg("field.loss_reason"), names.choice_label(ChoiceList::loss_reason, opportunity.loss_reason));
    add_fact(page.closing_facts, msg("field.loss_note"), Label(opportunity.loss_note));
    if (!opportunity.lost_at_stage_id.empty())
      add_fact(page.closing_facts, msg("field.lost_at_stage_id"), stage_or_gone(names, opportunity.lost_at_stage_id));
  }
  page.details = fields_in_place(session, names, Entity::opportunity, id.uuid, full_form(Entity::opportunity));
  COHOI_TRY(page.path, path_of(session, opportunity, stages_of(names, opportunity.pipeline_id), visits));
  page.closing = fields_in_place(session, names, Entity::opportunity, id.uuid,
                               {"amount", "expected_close", "needs", "present_supplier", "supplier_dropped", "payment_terms_discussed",
                                "payment_terms", "contract_drafted", "contract_signed", "contract_number", "order_number"});
  COHOI_CHECK(add_parts(page, session, names));
  COHOI_TRY(page.timeline, timeline_of(session, names, Entity::opportunity, id.uuid));
  return page;
}

Result<StageRefusal> stage_refusal(Session& session, Names& names, OpportunityId id, StageId to) {
  StageRefusal refusal;
  COHOI_TRY(const auto opportunity, store::get(session.db(), id));
  COHOI_TRY(const auto stage, store::get(session.db(), to));
  COHOI_TRY(refusal.missing, missing_for(session, id, to));
  refusal.opportunity = Label(title_of(opportunity));
  refusal.stage = Label(stage_name(stage));
  refusal.kind = stage.kind;
  for (const auto item : refusal.missing) {
    const auto add = [&](const std::vector<std::string>& keys) {
      for (auto& field : fields_in_place(session, names, Entity::opportunity, id.uuid, keys)) refusal.fields.push_back(std::move(field));
    };
    switch (item) {
      case GateItem::relationship_built: refusal.needs_activity = true; break;
      case GateItem::buyer_role: refusal.needs_role = true; break;
      case GateItem::needs_written: add({"needs"}); break;
      case GateItem::amount: add({"amount"}); break;
      case GateItem::supplier_dropped: add({"supplier_dropped"}); break;
      case GateItem::payment_terms_discussed: add({"payment_terms_discussed"}); break;
      case GateItem::expected_close: add({"expected_close"}); break;
      case GateItem::payment_terms_written: add({"payment_terms"}); break;
      case GateItem::contract_drafted: add({"contract_drafted"}); break;
      case GateItem::contract_or_order: add({"contract_signed", "order_number"}); break;
      case GateItem::close_date:
      case GateItem::loss_reason: break;  // asked by the Won and Lost dialogs themselves
    }
  }
  return refusal;
}

}  // namespace cohoi::app
