#include "web/views/opportunity_view.h"

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

void draw_actions(const app::OpportunityPage& model, IntentSink& sink) {
  const app::RecordRef self{Entity::opportunity, model.opportunity.id.uuid};
  if (model.kind != StageKind::open) {
    if (ui::button("reopen", {.label = text::opportunity_reopen(), .icon = icon::undo_2})) sink.push(Execute{app::Reopen{model.opportunity.id}});
    return;
  }
  if (ui::button("lost", {.label = text::opportunity_mark_lost()})) sink.push(OpenDialog{DialogKind::close_lost, self, {}, {}});
  if (ui::button("won", {.label = text::opportunity_mark_won(), .kind = ui::ButtonKind::primary, .icon = icon::trophy}))
    sink.push(OpenDialog{DialogKind::close_won, self, {}, {}});
}

std::string needs_of(const app::StageStep& step) {
  std::vector<std::string> items;
  for (const auto& item : step.missing) items.push_back(show(item));
  return ui::join_list(items);
}

// Each stage is a button: pressing it moves there, or opens the refusal that names what is missing. The bar above fills up to where it stands.
void draw_step(const app::OpportunityPage& model, const app::StageStep& step, IntentSink& sink) {
  const ui::IdScope scope(step.id.to_string());
  const ui::Stack tight(4);
  const auto& colours = ui::theme();
  ui::fill(ui::place(ui::px(4)), step.current ? colours.accent : step.passed ? colours.good : colours.neutral_soft, ui::radius_full);
  const ui::Button look{.label = show(step.name),
                        .kind = step.current ? ui::ButtonKind::primary : ui::ButtonKind::secondary,
                        .icon = step.passed ? icon::check : nullptr,
                        .hint = step.missing.empty() ? std::string() : text::opportunity_stage_needs(needs_of(step)),
                        .refused = !step.missing.empty(),
                        .wide = true,
                        .pressed = step.current ? ui::Tristate::yes : ui::Tristate::absent};
  if (ui::button("stage", look) && !step.current) sink.push(Execute{app::MoveStage{{model.opportunity.id}, step.id, {}}});
  if (!step.time.empty()) ui::caption(show(step.time));
  if (step.imported_without_gate) ui::paragraph(text::opportunity_came_without_gate(), ui::TextStyle::caption, ui::Tone::second);
  if (step.overridden) ui::paragraph(text::opportunity_gate_overridden(), ui::TextStyle::caption, ui::Tone::warning);
  if (model.kind != StageKind::open) return;
  for (const auto& item : step.missing) {
    ui::Row row({ui::fixed(14), ui::flexible()}, 6);
    ui::icon(icon::circle, ui::Tone::second, 12.0F);
    row.next();
    ui::paragraph(show(item), ui::TextStyle::caption, ui::Tone::second);
  }
}

void draw_path(const app::OpportunityPage& model, IntentSink& sink) {
  const ui::Section section(text::opportunity_path());
  int open_stages = 0;
  for (const auto& step : model.path) open_stages += step.kind == StageKind::open ? 1 : 0;
  ui::Row row(ui::equal_columns(150, open_stages), ui::gap_small);
  bool first = true;
  for (const auto& step : model.path) {
    if (step.kind != StageKind::open) continue;
    if (!first) row.next();
    first = false;
    draw_step(model, step, sink);
  }
}

void draw_roles(const app::OpportunityPage& model, IntentSink& sink) {
  const ui::Section section(text::opportunity_roles(), [&] {
    if (ui::button("add_role", {.label = text::opportunity_add_role(), .kind = ui::ButtonKind::quiet, .icon = icon::plus}))
      sink.push(OpenDialog{DialogKind::add_role, {Entity::opportunity, model.opportunity.id.uuid}, {}, {}});
  });
  if (model.roles.empty()) ui::paragraph(text::opportunity_no_roles(), ui::TextStyle::body, ui::Tone::second);
  for (const auto& role : model.roles) {
    const ui::IdScope scope(role.id.to_string());
    ui::Row row({ui::natural(), ui::flexible(), ui::natural()}, ui::gap_small);
    ui::avatar(role.name);
    row.next();
    {
      const ui::Inline line;
      ui::link("open", {.label = role.name, .href = role.address, .style = ui::TextStyle::semibold});
      ui::chip({.label = show(role.part), .tone = ui::Tone::accent});
      if (role.primary) ui::chip({.label = text::opportunity_primary()});
    }
    row.next();
    if (ui::icon_button("remove", {.name = text::opportunity_remove_role(role.name), .icon = icon::x})) sink.push(Execute{app::RemoveRole{role.id}});
  }
}

void draw_lines(const app::OpportunityPage& model, IntentSink& sink) {
  const ui::Section section(text::opportunity_products(), [&] {
    if (ui::button("add_product", {.label = text::opportunity_add_product(), .kind = ui::ButtonKind::quiet, .icon = icon::plus}))
      sink.push(OpenDialog{DialogKind::add_line_item, {Entity::opportunity, model.opportunity.id.uuid}, {}, {}});
  });
  if (model.lines.empty()) ui::paragraph(text::opportunity_no_products(), ui::TextStyle::body, ui::Tone::second);
  for (const auto& line : model.lines) {
    const ui::IdScope scope(line.id.to_string());
    ui::Row row({ui::flexible(), ui::natural(), ui::natural()}, ui::gap_medium);
    {
      const ui::Stack tight(2);
      ui::paragraph(line.product, ui::TextStyle::semibold);
      auto sum = line.price.empty() ? line.quantity : line.quantity + " × " + line.price;
      if (!line.discount.empty()) sum += " − " + line.discount;
      ui::caption(sum);
    }
    row.next();
    ui::text(line.total);
    row.next();
    if (ui::icon_button("remove", {.name = text::opportunity_remove_product(line.product), .icon = icon::x}))
      sink.push(Execute{app::RemoveLineItem{line.id}});
  }
  if (model.lines_total.empty()) return;
  ui::divider();
  {
    ui::Row row({ui::flexible(), ui::natural()}, ui::gap_medium);
    ui::text(text::opportunity_products_total(), ui::TextStyle::body, ui::Tone::second);
    row.next();
    ui::text(model.lines_total, ui::TextStyle::semibold);
  }
  if (model.lines_sum && ui::button("take_sum", {.label = text::records_take_sum(), .hint = text::records_take_sum_hint(model.lines_total)}))
    sink.push(Execute{app::SaveRecord{Entity::opportunity, model.opportunity.id.uuid, {{"amount", Value(*model.lines_sum)}}}});
}

void draw_origin(const app::OpportunityPage& model) {
  if (model.answers.empty() && model.override_reason.empty() && model.lead.address.empty()) return;
  const ui::Section section(text::opportunity_from_lead());
  if (!model.lead.address.empty()) draw_facts({model.lead});
  if (!model.override_reason.empty())
    ui::banner("override", ui::BannerKind::warning, text::opportunity_override_reason(model.override_reason));
  std::size_t index = 0;
  for (const auto& answer : model.answers) {
    const ui::IdScope scope(index++);
    ui::divider();
    const ui::Stack tight(2);
    {
      const ui::Inline line;
      ui::text(show(answer.question), ui::TextStyle::semibold);
      ui::chip({.label = show(answer.answer), .tone = tone(answer.tone)});
    }
    if (!answer.evidence.empty()) ui::paragraph(answer.evidence, ui::TextStyle::body, ui::Tone::second);
  }
}

void draw_main(const app::OpportunityPage& model, OpportunityState& state, const app::Forms& forms, IntentSink& sink) {
  const app::RecordRef self{Entity::opportunity, model.opportunity.id.uuid};
  draw_head(model.chips, model.facts, model.timeline, self, sink);
  draw_path(model, sink);
  ui::Row row({ui::flexible(3), ui::flexible(2)}, ui::gap_large, 860);
  {
    const ui::Stack column(ui::gap_large);
    if (!model.closing_facts.empty()) {
      const ui::Section section(text::records_lost());
      draw_facts(model.closing_facts);
    }
    {
      const ui::Section section(text::opportunity_closing());
      ui::Row fields(ui::equal_columns(220, 2), ui::gap_large);
      bool first = true;
      for (const auto& field : model.closing) {
        if (!first) fields.next();
        first = false;
        draw_saved_field(self.entity, self.id, field, state.fields, forms, sink);
      }
    }
    draw_lines(model, sink);
    draw_story(model.timeline, self, state.record, sink);
  }
  row.next();
  const ui::Stack column(ui::gap_large);
  draw_roles(model, sink);
  draw_details(self, model.details, state.record, forms, sink);
  draw_origin(model);
}

}  // namespace

void draw_opportunity(const app::OpportunityPage& model, OpportunityState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Page page(
      "opportunity", model.title, ui::PageBody::scrolls, [&] { draw_actions(model, sink); },
      [&] { ui::link("back", {.label = text::nav_opportunities(), .href = "#/opportunities", .icon = icon::chevron_left}); });
  draw_main(model, state, forms, sink);
}

void draw_body(const app::OpportunityPage& model, OpportunityState& state, const app::Forms& forms, IntentSink& sink) {
  {
    const ui::Inline line;
    draw_actions(model, sink);
  }
  draw_main(model, state, forms, sink);
}

}  // namespace cohoi::views
