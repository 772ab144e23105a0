#include "web/views/lead_view.h"

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

void draw_actions(const app::LeadPage& model, IntentSink& sink) {
  const app::RecordRef lead{Entity::lead, model.lead.id.uuid};
  if (model.converted) {
    if (model.can_revert && ui::button("revert", {.label = text::lead_revert(), .icon = icon::undo_2}))
      sink.push(Execute{app::RevertConversion{model.lead.id, false}});
    return;
  }
  if (model.lead.status == LeadStatus::disqualified) {
    if (ui::button("requalify", {.label = text::lead_take_back(), .icon = icon::undo_2}))
      sink.push(Execute{app::SetLeadStatus{{model.lead.id}, LeadStatus::working, {}, {}}});
  } else {
    if (ui::button("disqualify", {.label = text::lead_disqualify()})) sink.push(OpenDialog{DialogKind::disqualify_lead, lead, {}, {}});
  }
  const ui::Button convert{.label = text::lead_convert(),
                           .kind = ui::ButtonKind::primary,
                           .icon = icon::arrow_right,
                           .hint = model.refused ? ui::translate(*model.refused) : text::lead_convert_hint(),
                           .refused = model.refused.has_value()};
  if (ui::button("convert", convert)) sink.push(OpenDialog{DialogKind::convert_lead, lead, {}, {}});
}

void draw_verdict(const app::LeadPage& model) {
  const auto verdict_tone = model.verdict == Verdict::qualified     ? ui::Tone::good
                            : model.verdict == Verdict::unqualified ? ui::Tone::bad
                                                                    : ui::Tone::warning;
  const auto glyph = model.verdict == Verdict::qualified     ? icon::circle_check
                     : model.verdict == Verdict::unqualified ? icon::circle_x
                                                             : icon::circle_help;
  ui::status("verdict", ui::translate(model.sentence), verdict_tone, ui::TextStyle::semibold, glyph);
  const ui::Inline line;
  if (model.next_question && !model.converted) ui::caption(text::lead_next_question(ui::translate(*model.next_question)));
  ui::chip({.label = text::lead_score(std::to_string(model.score)), .hint = text::lead_score_hint()});
}

void draw_steps(const app::LeadPage& model, LeadState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Section section(text::lead_becomes());
  for (const auto& step : model.steps) {
    const ui::Inline line;
    ui::icon(step.done ? icon::circle_check : icon::circle, step.done ? ui::Tone::good : ui::Tone::second);
    ui::text(show(step.label), ui::TextStyle::body, step.done ? ui::Tone::normal : ui::Tone::second);
    if (!step.required) ui::chip({.label = text::lead_sign(), .hint = text::lead_sign_hint()});
  }
  const auto& id = model.lead.id.uuid;
  draw_saved_field(Entity::lead, id, model.needs, state.fields, forms, sink);
  ui::Row row(ui::equal_columns(200, 2), ui::gap_large);
  draw_saved_field(Entity::lead, id, model.present_supplier, state.fields, forms, sink);
  row.next();
  draw_saved_field(Entity::lead, id, model.supplier_dropped, state.fields, forms, sink);
  row.next();
  draw_saved_field(Entity::lead, id, model.payment_terms, state.fields, forms, sink);
}

}  // namespace

void draw_lead(const app::LeadPage& model, LeadState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Page page(
      "lead", model.title, ui::PageBody::scrolls, [&] { draw_actions(model, sink); },
      [&] { ui::link("back", {.label = text::nav_leads(), .href = "#/leads", .icon = icon::chevron_left}); });
  ui::chips(chips(model.chips));
  if (!model.converted) draw_lookalikes(model.lookalikes);
  ui::Row row({ui::flexible(2), ui::flexible(1)}, ui::gap_large, 860);
  {
    const ui::Stack column(ui::gap_large);
    {
      const ui::Section section(text::lead_question());
      draw_verdict(model);
      draw_criteria(model, state, {}, sink);
      draw_saved_field(Entity::lead, model.lead.id.uuid, model.expected_purchase, state.fields, forms, sink);
      ui::link("guide", {.label = text::lead_guide_link(), .href = "#/guide", .icon = icon::book_open});
    }
    draw_steps(model, state, forms, sink);
  }
  row.next();
  {
    const ui::Stack column(ui::gap_large);
    if (!model.made.empty()) {
      const ui::Section section(text::lead_made());
      draw_facts(model.made);
    }
    draw_details(Entity::lead, model.lead.id.uuid, model.facts, state.record, forms, sink, model.converted);
    const ui::Section section(text::activity_title());
    draw_activity_buttons({Entity::lead, model.lead.id.uuid}, sink);
    draw_timeline(model.timeline, sink);
  }
}

}  // namespace cohoi::views
