#include "web/views/convert_view.h"

#include <algorithm>

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

constexpr const char* fresh = "new";
constexpr const char* nothing = "none";

std::string reasons_of(const app::TargetMatch& match) {
  std::vector<std::string> reasons;
  for (const auto& reason : match.reasons) reasons.push_back(ui::translate(reason));
  return ui::join_list(reasons);
}

void draw_line(const app::ConversionLine& line, ConvertState& state) {
  const ui::IdScope scope(line.take.empty() ? show(line.label) : line.take);
  const ui::Stack tight(2);
  ui::caption(show(line.label));
  if (line.outcome == Fill::filled) {
    ui::paragraph(show(line.value));
    return;
  }
  auto& take = state.choice.take_lead_value;
  const auto taken = std::find(take.begin(), take.end(), line.take);
  bool use_lead = taken != take.end();
  ui::paragraph(use_lead ? show(line.lead_value) : show(line.value));
  if (!ui::checkbox("take", {.label = text::convert_take(show(line.lead_value)), .hint = text::convert_conflict()}, use_lead)) return;
  if (use_lead) take.push_back(line.take);
  else take.erase(taken);
  state.changed = true;
}

void draw_lines(const std::vector<app::ConversionLine>& lines, ConvertState& state, bool existing) {
  if (lines.empty()) ui::paragraph(existing ? text::convert_nothing_to_fill() : text::convert_only_name(), ui::TextStyle::body, ui::Tone::second);
  else ui::caption(existing ? text::convert_filled() : text::convert_will_hold());
  for (const auto& line : lines) draw_line(line, state);
}

// Choice among new, the matches, and (for the opportunity) none. True when it changed.
bool draw_target(const char* key, const std::string& label, const std::string& new_label, const std::vector<app::TargetMatch>& matches,
                 std::string& chosen, const std::string& none_label = {}) {
  std::vector<ui::Option> choices{{fresh, new_label}};
  for (const auto& match : matches) {
    const auto reasons = reasons_of(match);
    choices.push_back({match.id.to_string(), reasons.empty() ? match.title : match.title + " (" + reasons + ")"});
  }
  if (!none_label.empty()) choices.push_back({nothing, none_label});
  return ui::select_field(key, {.label = label, .show_label = false}, choices, chosen);
}

void draw_account(const app::ConvertDialog& model, ConvertState& state) {
  const ui::IdScope scope("account");
  ui::heading(text::convert_account(), 3);
  auto& choice = state.choice;
  auto chosen = choice.account == Target::create ? std::string(fresh) : choice.account_id.to_string();
  if (draw_target("target", text::convert_account(), text::convert_new_account(), model.accounts, chosen)) {
    choice.account = chosen == fresh ? Target::create : Target::existing;
    choice.account_id = {Uuid::parse(chosen).value_or(Uuid{})};
    choice.opportunity = Target::create;
    state.changed = true;
  }
  draw_lines(model.account_lines, state, choice.account == Target::existing);
}

void draw_contact(const app::ConvertDialog& model, ConvertState& state) {
  const ui::IdScope scope("contact");
  ui::heading(text::convert_contact(), 3);
  auto& choice = state.choice;
  auto chosen = choice.contact == Target::create ? std::string(fresh) : choice.contact_id.to_string();
  if (draw_target("target", text::convert_contact(), text::convert_new_contact(), model.contacts, chosen)) {
    choice.contact = chosen == fresh ? Target::create : Target::existing;
    choice.contact_id = {Uuid::parse(chosen).value_or(Uuid{})};
    state.changed = true;
  }
  draw_lines(model.contact_lines, state, choice.contact == Target::existing);
}

void draw_opportunity(const app::ConvertDialog& model, ConvertState& state) {
  const ui::IdScope scope("opportunity");
  ui::heading(text::convert_opportunity(), 3);
  auto& choice = state.choice;
  auto chosen = !choice.make_opportunity                    ? std::string(nothing)
                : choice.opportunity == Target::create ? std::string(fresh)
                                                            : choice.opportunity_id.to_string();
  if (draw_target("target", text::convert_opportunity(), text::convert_new_opportunity(), model.opportunities, chosen, text::convert_no_opportunity())) {
    choice.make_opportunity = chosen != nothing;
    choice.opportunity = chosen == fresh || chosen == nothing ? Target::create : Target::existing;
    choice.opportunity_id = {choice.opportunity == Target::existing ? Uuid::parse(chosen).value_or(Uuid{}) : Uuid{}};
    if (!choice.make_opportunity) choice.opportunity_name.clear();
    state.changed = true;
  }
  if (choice.make_opportunity && choice.opportunity == Target::create) {
    auto& name = choice.opportunity_name;
    const ui::Field look{.label = text::convert_opportunity_name(), .placeholder = model.default_opportunity_name};
    if (ui::text_field("name", look, name) != ui::Edit::none) state.changed = true;
  }
  auto owner = choice.owner_id.to_string();
  auto owners = options(model.owners);
  owners.insert(owners.begin(), {"", text::convert_same_owner()});
  if (ui::select_field("owner", {.label = text::field_owner_id()}, owners, owner)) {
    choice.owner_id = {Uuid::parse(owner).value_or(Uuid{})};
    state.changed = true;
  }
  if (choice.make_opportunity) draw_lines(model.opportunity_lines, state, choice.opportunity == Target::existing);
}

// C-0: each missing thing with the control that answers it.
void draw_missing(const app::ConvertDialog& model, const app::LeadPage& lead, ConvertState& state, const app::Forms& forms, IntentSink& sink) {
  std::vector<std::string> sentences, criteria;
  bool relationship = false, needs = false;
  for (const auto& item : model.missing) {
    sentences.push_back(ui::translate(item.message));
    if (!item.criterion.empty() && std::find(criteria.begin(), criteria.end(), item.criterion) == criteria.end()) criteria.push_back(item.criterion);
    relationship |= item.need == ConversionNeed::relationship;
    needs |= item.need == ConversionNeed::needs;
  }
  ui::banner("missing", ui::BannerKind::warning, text::convert_missing(ui::join_list(sentences)),
             [] { ui::link("guide", {.label = text::lead_guide_link(), .href = "#/guide"}); });
  if (!criteria.empty()) draw_criteria(lead, state.lead, criteria, sink);
  if (std::find(criteria.begin(), criteria.end(), "timeframe") != criteria.end())
    draw_saved_field(Entity::lead, lead.lead.id.uuid, lead.expected_purchase, state.lead.fields, forms, sink);
  if (needs && !lead.signs.empty()) draw_saved_field(Entity::lead, lead.lead.id.uuid, lead.signs.front(), state.lead.fields, forms, sink);
  if (relationship) {
    const ui::Inline line;
    const auto log = [&](ActivityKind kind) {
      Activity activity;
      activity.kind = kind;
      activity.lead_id = lead.lead.id;
      sink.push(Execute{app::AddActivity{std::move(activity)}});
    };
    if (ui::button("log_call", {.label = text::activity_log_call(), .icon = icon::phone})) log(ActivityKind::call);
    if (ui::button("log_meeting", {.label = text::activity_log_meeting(), .icon = icon::users})) log(ActivityKind::meeting);
  }
  if (ui::checkbox("override", {.label = text::convert_override(), .hint = text::convert_override_hint()}, state.overriding) && !state.overriding) {
    state.choice.override_reason.clear();
    state.changed = true;
  }
  if (state.overriding &&
      ui::text_area("reason", {.label = text::convert_override_reason(), .required = true}, state.choice.override_reason, 2) != ui::Edit::none)
    state.changed = true;
}

}  // namespace

void draw_convert(const app::ConvertDialog& model, const app::LeadPage& lead, ConvertState& state, const app::Forms& forms, IntentSink& sink) {
  ui::Dialog dialog("convert", {.title = text::convert_title(), .wide = true, .sentence = model.lead_title});
  if (!model.missing.empty()) draw_missing(model, lead, state, forms, sink);
  else if (model.refusal) ui::banner("refused", ui::BannerKind::bad, ui::translate(*model.refusal));
  {
    ui::Row row({ui::flexible(), ui::flexible(), ui::flexible()}, ui::gap_section, 720);
    draw_account(model, state);
    row.next();
    draw_contact(model, state);
    row.next();
    draw_opportunity(model, state);
  }
  dialog.footer();
  if (ui::button("cancel", {.label = text::ui_cancel()}) || dialog.dismissed()) sink.push(CloseDialog{});
  const ui::Button convert{.label = text::lead_convert(),
                           .kind = ui::ButtonKind::primary,
                           .hint = model.refusal ? ui::translate(*model.refusal) : std::string(),
                           .refused = model.refusal.has_value()};
  if (ui::button("convert", convert)) sink.push(Execute{app::ConvertLead{lead.lead.id, state.choice}});
}

}  // namespace cohoi::views
