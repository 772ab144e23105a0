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

// Each stage is a button: pressing it moves there, or opens the refusal that names what is missing.
void draw_path(const app::OpportunityPage& model, IntentSink& sink) {
  const ui::Section section(text::opportunity_path());
  std::size_t open_stages = 0;
  for (const auto& step : model.path) open_stages += step.kind == StageKind::open ? 1 : 0;
  ui::Row row(ui::equal_columns(150, static_cast<int>(open_stages)), ui::gap_small);
  bool first = true;
  for (const auto& step : model.path) {
    if (step.kind != StageKind::open) continue;
    if (!first) row.next();
    first = false;
    const ui::IdScope scope(step.id.to_string());
    const ui::Stack tight(4);
    const ui::Button look{.label = show(step.name),
                          .kind = step.current ? ui::ButtonKind::primary : ui::ButtonKind::secondary,
                          .icon = step.passed ? icon::check : nullptr,
                          .hint = step.missing.empty() ? std::string() : text::opportunity_stage_needs(needs_of(step)),
                          .refused = !step.missing.empty(),
                          .wide = true,
                          .pressed = step.current ? ui::Tristate::yes : ui::Tristate::absent};
    if (ui::button("stage", look) && !step.current)
      sink.push(Execute{app::MoveStage{{model.opportunity.id}, step.id, {}}});
    if (!step.time.empty()) ui::caption(text::opportunity_spent(step.time));
    if (step.imported_without_gate) ui::caption(text::opportunity_came_without_gate());
    if (step.overridden) ui::caption(text::opportunity_gate_overridden(), ui::Tone::warning);
    if (model.kind == StageKind::open && !step.missing.empty()) {
      std::string list = needs_of(step);
      ui::paragraph(text::opportunity_still_needs(list), ui::TextStyle::caption, ui::Tone::second);
    }
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
    const ui::Inline line;
    ui::link("open", {.label = role.name, .href = role.address});
    ui::chip({.label = show(role.part), .tone = ui::Tone::accent});
    if (role.primary) ui::chip({.label = text::opportunity_primary()});
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
    const ui::Inline row;
    ui::text(line.product, ui::TextStyle::semibold);
    ui::text(line.price.empty() ? line.quantity : line.quantity + " × " + line.price, ui::TextStyle::body, ui::Tone::second);
    if (!line.discount.empty()) ui::chip({.label = "−" + line.discount});
    ui::text(line.total);
    if (ui::icon_button("remove", {.name = text::opportunity_remove_product(line.product), .icon = icon::x}))
      sink.push(Execute{app::RemoveLineItem{line.id}});
  }
  if (!model.lines_total.empty()) ui::fact(text::opportunity_products_total(), model.lines_total);
}

void draw_origin(const app::OpportunityPage& model) {
  if (model.answers.empty() && model.override_reason.empty()) return;
  const ui::Section section(text::opportunity_from_lead());
  if (!model.override_reason.empty())
    ui::banner("override", ui::BannerKind::warning, text::opportunity_override_reason(model.override_reason));
  std::size_t index = 0;
  for (const auto& answer : model.answers) {
    const ui::IdScope scope(index++);
    const ui::Stack tight(2);
    {
      const ui::Inline line;
      ui::text(show(answer.question), ui::TextStyle::semibold);
      ui::chip({.label = show(answer.answer), .tone = tone(answer.tone)});
    }
    if (!answer.evidence.empty()) ui::paragraph(answer.evidence, ui::TextStyle::body, ui::Tone::second);
  }
}

}  // namespace

void draw_opportunity(const app::OpportunityPage& model, OpportunityState& state, const app::Forms& forms, IntentSink& sink) {
  const auto id = model.opportunity.id.uuid;
  const ui::Page page(
      "opportunity", model.title, ui::PageBody::scrolls, [&] { draw_actions(model, sink); },
      [&] { ui::link("back", {.label = text::nav_opportunities(), .href = "#/opportunities", .icon = icon::chevron_left}); });
  ui::chips(chips(model.chips));
  {
    ui::Row row(ui::equal_columns(140, 4), ui::gap_large);
    bool first = true;
    for (const auto& figure : model.figures) {
      if (!first) row.next();
      first = false;
      ui::figure(show(figure.label), show(figure.value));
    }
  }
  draw_path(model, sink);
  ui::Row row({ui::flexible(2), ui::flexible(1)}, ui::gap_large, 860);
  {
    const ui::Stack column(ui::gap_large);
    {
      const ui::Section section(text::opportunity_closing());
      ui::Row fields(ui::equal_columns(220, 2), ui::gap_large);
      bool first = true;
      for (const auto& field : model.closing) {
        if (!first) fields.next();
        first = false;
        draw_saved_field(Entity::opportunity, id, field, state.fields, forms, sink);
      }
    }
    draw_roles(model, sink);
    draw_lines(model, sink);
    draw_origin(model);
  }
  row.next();
  {
    const ui::Stack column(ui::gap_large);
    {
      const ui::Section section(text::opportunity_belongs());
      draw_facts(model.links);
    }
    draw_details(Entity::opportunity, id, model.facts, state.record, forms, sink);
    const ui::Section section(text::activity_title());
    draw_activity_buttons({Entity::opportunity, id}, sink);
    draw_timeline(model.timeline, sink);
  }
}

}  // namespace cohoi::views
