#include "web/views/account_view.h"

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

void draw_related(const std::string& title, const std::vector<app::RelatedRow>& rows, const ui::Draw& actions = nullptr,
                  const std::string& total = {}) {
  const ui::IdScope scope(title);
  const ui::Section section(title, actions);
  if (rows.empty()) ui::paragraph(text::record_none(), ui::TextStyle::body, ui::Tone::second);
  std::size_t index = 0;
  for (const auto& row : rows) {
    const ui::IdScope row_scope(index++);
    const ui::Stack tight(2);
    {
      const ui::Inline line;
      ui::link("open", {.label = row.title, .href = row.address});
      for (const auto& mark : row.chips) ui::chip(chip(mark));
    }
    if (!row.second.empty()) ui::caption(row.second);
  }
  if (!total.empty()) ui::fact(text::account_sales_total(), total);
}

}  // namespace

void draw_account(const app::AccountPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink) {
  const auto id = model.account.id.uuid;
  const auto create = [&](Entity entity) {
    return [&sink, id, entity] {
      if (ui::button("create", {.label = entity == Entity::contact ? text::account_add_contact() : text::account_add_opportunity(),
                                .kind = ui::ButtonKind::quiet, .icon = icon::plus}))
        sink.push(OpenDialog{DialogKind::new_record, {entity, {}}, {}, {{"account_id", Value(id.to_string())}}});
    };
  };
  const ui::Page page(
      "account", model.title, ui::PageBody::scrolls, nullptr,
      [&] { ui::link("back", {.label = text::nav_accounts(), .href = "#/accounts", .icon = icon::chevron_left}); });
  ui::chips(chips(model.chips));
  ui::Row row({ui::flexible(2), ui::flexible(1)}, ui::gap_large, 860);
  {
    const ui::Stack column(ui::gap_large);
    draw_related(text::account_sales(), model.sales, nullptr, model.sales_total);
    draw_related(text::account_opportunities(), model.opportunities, create(Entity::opportunity));
    draw_related(text::account_people(), model.people, create(Entity::contact));
    draw_related(text::account_leads(), model.leads);
  }
  row.next();
  {
    const ui::Stack column(ui::gap_large);
    draw_details(Entity::account, id, model.facts, state, forms, sink);
    const ui::Section section(text::activity_title());
    draw_activity_buttons({Entity::account, id}, sink);
    draw_timeline(model.timeline, sink);
  }
}

void draw_contact(const app::ContactPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink) {
  const auto id = model.contact.id;
  const ui::Page page(
      "contact", model.title, ui::PageBody::scrolls,
      [&] {
        const ui::Button make{.label = text::contact_make_lead(),
                              .kind = ui::ButtonKind::primary,
                              .icon = icon::arrow_right,
                              .hint = model.lead_refused ? ui::translate(*model.lead_refused) : text::contact_make_lead_hint(),
                              .refused = model.lead_refused.has_value()};
        if (ui::button("make_lead", make)) sink.push(Execute{app::MakeLead{id}, true});
      },
      [&] { ui::link("back", {.label = text::nav_contacts(), .href = "#/contacts", .icon = icon::chevron_left}); });
  ui::chips(chips(model.chips));
  ui::Row row({ui::flexible(2), ui::flexible(1)}, ui::gap_large, 860);
  {
    const ui::Stack column(ui::gap_large);
    draw_related(text::account_leads(), model.leads);
    draw_related(text::account_opportunities(), model.opportunities);
    const ui::Section section(text::activity_title());
    draw_activity_buttons({Entity::contact, id.uuid}, sink);
    draw_timeline(model.timeline, sink);
  }
  row.next();
  draw_details(Entity::contact, id.uuid, model.facts, state, forms, sink);
}

}  // namespace cohoi::views
