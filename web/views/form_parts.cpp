#include <algorithm>
#include <utility>

#include "generated/text.h"
#include "web/views/parts.h"

namespace cohoi::views {

bool changed_underneath(FormState& state, const std::string& key, const std::string& now) {
  const auto [shown, first] = state.shown.try_emplace(key, now);
  return !first && std::exchange(shown->second, now) != now;
}

std::string& typed_text(FormState& state, const app::FormField& field) { return state.typed.try_emplace(field.key, field.text).first->second; }

namespace {

constexpr float line_label = 128;    // CSS pixels of a label beside its field …
constexpr float quiet_padding = 10;  // … and from there to the text of a quiet one

std::string input_of(FieldType type) {
  if (type == FieldType::email) return "email";
  if (type == FieldType::phone) return "tel";
  if (type == FieldType::link) return "url";
  return {};
}

bool draw_picker(const app::FormField& field, const ui::Field& look, FormState& state, const app::Forms& forms, std::string& value) {
  auto [query, fresh] = state.queries.try_emplace(field.key, show(field.ref_name));
  if (fresh) state.offers[field.key] = forms.offers(field.ref, "");
  auto& offers = state.offers[field.key];
  std::vector<ui::PickerOption> shown;
  for (const auto& offer : offers) shown.push_back({offer.value, show(offer.label), {}});
  const auto picked = ui::record_picker(field.key, {.field = look}, shown, query->second);
  if (picked.query_changed) offers = forms.offers(field.ref, query->second);
  if (picked.chosen) value = *picked.chosen;
  if (picked.cleared) value.clear();
  return picked.chosen || picked.cleared;
}

// As many lines as the text has, so that nothing of it is hidden and no room is lost.
int lines_of(const std::string& value) {
  const auto room = ui::region_width() - ui::px(line_label + 24);
  const auto line = ui::metrics(ui::TextStyle::body).line_height;
  return std::clamp(static_cast<int>(ui::wrapped_height(value, ui::TextStyle::body, room) / line + 0.5F), 1, 12);
}

// Several of a few choices: a check for each.
bool draw_choices(const app::FormField& field, const ui::Field& look, std::string& value) {
  const ui::IdScope scope(field.key);
  const ui::Group group("choices", ui::Role::group, look.label);
  const bool beside = look.css_label > 0;
  ui::Row row(beside ? std::vector<ui::Width>{ui::fixed(look.css_label + quiet_padding), ui::flexible()} : std::vector<ui::Width>{ui::flexible()}, 0);
  ui::text(look.label, beside ? ui::TextStyle::caption : ui::TextStyle::caption_semibold, ui::Tone::second);
  if (beside) row.next();
  auto chosen = split_tags(value).items;
  bool changed = false;
  const ui::Stack stack(2);
  for (const auto& option : field.options) {
    const auto found = std::find(chosen.begin(), chosen.end(), option.value);
    bool on = found != chosen.end();
    if (!ui::checkbox(option.value, {.label = show(option.label), .refused = field.read_only}, on) || field.read_only) continue;
    if (on) chosen.push_back(option.value);
    else chosen.erase(found);
    changed = true;
  }
  if (!changed) return false;
  const Value together = to_value(make_tags(std::move(chosen)));
  value = given(together) ? std::get<std::string>(together) : std::string();
  return true;
}

void take_back_on_escape(const app::FormField& field, FormState& state, std::string& value) {
  const auto* key = ui::semantics().key();
  if (!key || !key->in_text || key->key != "Escape" || key->target != ui::id_of(field.key)) return;
  if (value == field.text && !state.errors.contains(field.key)) return;
  ui::semantics().consume_key();
  value = field.text;
  state.errors.erase(field.key);
}

}  // namespace

bool draw_field(const app::FormField& field, FormState& state, const app::Forms& forms, bool focus, FieldPlace place) {
  auto& value = typed_text(state, field);
  const auto error = state.errors.find(field.key);
  ui::Field look{.label = show(field.label),
                 .show_label = place != FieldPlace::cell,
                 .error = error == state.errors.end() ? std::string() : ui::translate(error->second),
                 .required = field.required,
                 .read_only = field.read_only,
                 .max_length = field.max_length,
                 .input = input_of(field.type),
                 .focus = focus,
                 .quiet = place == FieldPlace::line,
                 .css_label = place == FieldPlace::line ? line_label : 0.0F};
  if (look.quiet && field.type != FieldType::date && field.type != FieldType::month) look.placeholder = "–";
  if (place != FieldPlace::cell) take_back_on_escape(field, state, value);  // a list closes its cell itself
  const auto key = std::string_view(field.key);
  const auto done = [](ui::Edit edit) { return edit == ui::Edit::committed; };
  if (field.read_only && (field.type == FieldType::check || !field.options.empty())) {
    auto shown = value == "1" ? text::ui_yes() : value;
    for (const auto& option : field.options)
      if (option.value == value) shown = show(option.label);
    look.placeholder = "–";
    (void)ui::text_field(key, look, shown);
    return false;
  }
  if (field.type == FieldType::check) {
    bool on = value == "1";
    if (!ui::checkbox(key, {.label = look.label}, on)) return false;
    value = on ? "1" : "";
    return true;
  }
  if (field.type == FieldType::tags && !field.options.empty() && place != FieldPlace::cell) return draw_choices(field, look, value);
  if (field.type == FieldType::ref && field.options.empty()) return draw_picker(field, look, state, forms, value);
  if (!field.options.empty() && field.type != FieldType::tags) {
    auto offered = options(field.options);
    // Nothing looks the same in every kind of field. The row that takes a choice away stands where there is one.
    if (value.empty() && field.options.front().label.message == msg("form.not_given")) {
      offered.erase(offered.begin());
      look.placeholder = "–";
    }
    return ui::select_field(key, look, offered, value);
  }
  switch (field.type) {
    case FieldType::long_text:
      return done(place == FieldPlace::cell ? ui::text_field(key, look, value) : ui::text_area(key, look, value, look.quiet ? lines_of(value) : 4));
    case FieldType::money:
      if (place != FieldPlace::cell) look.suffix = field.currency;
      return done(ui::money_field(key, look, value));
    case FieldType::date: return done(ui::date_field(key, look, value));
    case FieldType::month: return done(ui::month_field(key, look, value));
    case FieldType::integer:
    case FieldType::percent: return done(ui::number_field(key, look, value));
    default: return done(ui::text_field(key, look, value));
  }
}

bool draw_form(const app::Form& form, FormState& state, const app::Forms& forms) {
  const auto before = state.typed;
  ui::Row row(ui::equal_columns(200, 2), ui::gap_large);
  bool first = true;
  for (const auto& field : form.fields) {
    if (!first) row.next();
    draw_field(field, state, forms, first && form.id.empty());
    first = false;
  }
  return before != state.typed;
}

void draw_saved_field(Entity entity, const Uuid& id, const app::FormField& field, FormState& state, const app::Forms& forms,
                      IntentSink& sink, FieldPlace place) {
  if (changed_underneath(state, field.key, field.text)) {
    state.typed.erase(field.key);
    state.queries.erase(field.key);
    state.errors.erase(field.key);
  }
  if (!draw_field(field, state, forms, false, place)) return;
  const auto& typed = typed_text(state, field);
  if (typed == field.text) {
    state.errors.erase(field.key);
    return;
  }
  auto value = forms.read(field, typed);
  if (!value) {
    state.errors[field.key] = value.error().message;
    return;
  }
  state.errors.erase(field.key);
  state.typed.erase(field.key);
  sink.push(Execute{app::SaveRecord{entity, id, {{field.key, *std::move(value)}}}});
}

}  // namespace cohoi::views
