#include "web/views/account_view.h"

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

void draw_make_lead(const app::ContactPage& model, IntentSink& sink) {
  const auto id = model.contact.id;
  const ui::Button make{.label = text::contact_make_lead(),
                        .kind = ui::ButtonKind::primary,
                        .icon = icon::arrow_right,
                        .hint = model.lead_refused ? ui::translate(*model.lead_refused) : text::contact_make_lead_hint(),
                        .refused = model.lead_refused.has_value()};
  if (ui::button("make_lead", make)) sink.push(Execute{app::MakeLead{id}, true});
}

void draw_main(const app::ContactPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink) {
  const app::RecordRef self{Entity::contact, model.contact.id.uuid};
  draw_head(model.chips, model.facts, model.timeline, self, sink);
  ui::Row row({ui::flexible(3), ui::flexible(2)}, ui::gap_large, 860);
  {
    const ui::Stack column(ui::gap_large);
    draw_related("opportunities", text::account_opportunities(), model.opportunities);
    draw_related("leads", text::account_leads(), model.leads);
    draw_story(model.timeline, self, state, sink);
  }
  row.next();
  draw_details(self, model.details, state, forms, sink);
}

}  // namespace

void draw_account(const app::AccountPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Page page(
      "account", model.title, ui::PageBody::scrolls, nullptr,
      [&] { ui::link("back", {.label = text::nav_accounts(), .href = "#/accounts", .icon = icon::chevron_left}); });
  draw_body(model, state, forms, sink);
}

void draw_body(const app::AccountPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink) {
  const app::RecordRef self{Entity::account, model.account.id.uuid};
  const auto create = [&](Entity entity) {
    return [&sink, self, entity] {
      if (ui::button("create", {.label = entity == Entity::contact ? text::account_add_contact() : text::account_add_opportunity(),
                                .kind = ui::ButtonKind::quiet, .icon = icon::plus}))
        sink.push(OpenDialog{DialogKind::new_record, {entity, {}}, {}, {{"account_id", Value(self.id.to_string())}}});
    };
  };
  draw_head(model.chips, model.facts, model.timeline, self, sink);
  ui::Row row({ui::flexible(3), ui::flexible(2)}, ui::gap_large, 860);
  {
    const ui::Stack column(ui::gap_large);
    draw_related("people", text::account_people(), model.people, create(Entity::contact));
    draw_related("opportunities", text::account_opportunities(), model.opportunities, create(Entity::opportunity));
    if (!model.sales.empty()) draw_related("sales", text::account_sales(), model.sales, nullptr, model.sales_total);
    if (!model.leads.empty()) draw_related("leads", text::account_leads(), model.leads);
    if (!model.family.empty()) draw_related("family", text::records_family(), model.family);
    draw_story(model.timeline, self, state, sink);
  }
  row.next();
  draw_details(self, model.details, state, forms, sink);
}

void draw_contact(const app::ContactPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Page page(
      "contact", model.title, ui::PageBody::scrolls, [&] { draw_make_lead(model, sink); },
      [&] { ui::link("back", {.label = text::nav_contacts(), .href = "#/contacts", .icon = icon::chevron_left}); });
  draw_main(model, state, forms, sink);
}

void draw_body(const app::ContactPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink) {
  {
    const ui::Inline line;
    draw_make_lead(model, sink);
  }
  draw_main(model, state, forms, sink);
}

}  // namespace cohoi::views
