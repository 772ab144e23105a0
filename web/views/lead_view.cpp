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
  const auto ink = model.verdict == Verdict::qualified     ? ui::Tone::good
                   : model.verdict == Verdict::unqualified ? ui::Tone::bad
                                                           : ui::Tone::warning;
  const auto glyph = model.verdict == Verdict::qualified     ? icon::circle_check
                     : model.verdict == Verdict::unqualified ? icon::circle_x
                                                             : icon::circle_help;
  ui::status("verdict", ui::translate(model.sentence), ink, ui::TextStyle::section, glyph);
  ui::progress("score", {.label = text::records_score(), .share = model.score / 100.0, .value = text::records_of_hundred(std::to_string(model.score)), .tone = ink});
  if (model.next_question && !model.converted)
    ui::banner("next", ui::BannerKind::information, text::lead_next_question(ui::translate(*model.next_question)));
}

void draw_steps(const app::LeadPage& model, LeadState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Section section(text::lead_becomes());
  {
    ui::Row row(ui::equal_columns(200, 2), ui::gap_medium);
    bool first = true;
    for (const auto& step : model.steps) {
      if (!first) row.next();
      first = false;
      ui::Row line({ui::fixed(16), ui::flexible(), ui::natural()}, ui::gap_small);
      ui::icon(step.done ? icon::circle_check : icon::circle, step.done ? ui::Tone::good : ui::Tone::second);
      line.next();
      ui::paragraph(show(step.label), ui::TextStyle::body, step.done ? ui::Tone::normal : ui::Tone::second);
      line.next();
      if (!step.required) ui::chip({.label = text::lead_sign(), .hint = text::lead_sign_hint()});
    }
  }
  ui::divider();
  ui::Row row(ui::equal_columns(220, 2), ui::gap_large);
  bool first = true;
  for (const auto& field : model.signs) {
    if (!first) row.next();
    first = false;
    draw_saved_field(Entity::lead, model.lead.id.uuid, field, state.fields, forms, sink);
  }
}

void draw_main(const app::LeadPage& model, LeadState& state, const app::Forms& forms, IntentSink& sink) {
  const app::RecordRef self{Entity::lead, model.lead.id.uuid};
  draw_head(model.chips, model.facts, model.timeline, self, sink);
  if (!model.converted) draw_lookalikes(model.lookalikes);
  ui::Row row({ui::flexible(3), ui::flexible(2)}, ui::gap_large, 860);
  {
    const ui::Stack column(ui::gap_large);
    {
      const ui::Section section(text::lead_question(), [] { ui::link("guide", {.label = text::lead_guide_link(), .href = "#/guide", .icon = icon::book_open}); });
      draw_verdict(model);
      draw_criteria(model, state, {}, sink);
      ui::divider();
      draw_saved_field(Entity::lead, self.id, model.expected_purchase, state.fields, forms, sink);
    }
    draw_steps(model, state, forms, sink);
    draw_story(model.timeline, self, state.record, sink);
  }
  row.next();
  const ui::Stack column(ui::gap_large);
  if (!model.made.empty()) {
    const ui::Section section(text::lead_made());
    draw_facts(model.made);
  }
  draw_details(self, model.details, state.record, forms, sink);
}

}  // namespace

void draw_lead(const app::LeadPage& model, LeadState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Page page(
      "lead", model.title, ui::PageBody::scrolls, [&] { draw_actions(model, sink); },
      [&] { ui::link("back", {.label = text::nav_leads(), .href = "#/leads", .icon = icon::chevron_left}); });
  draw_main(model, state, forms, sink);
}

void draw_body(const app::LeadPage& model, LeadState& state, const app::Forms& forms, IntentSink& sink) {
  {
    const ui::Inline line;
    draw_actions(model, sink);
  }
  draw_main(model, state, forms, sink);
}

}  // namespace cohoi::views
