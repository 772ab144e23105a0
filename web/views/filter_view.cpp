// The filter builder: conditions and groups of them, each with an operator of its type and values to it. What is not whole yet is left
// out of the query by the model, so everything counts at once.
#include <algorithm>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/list_state.h"

namespace cohoi::views {

namespace {

struct Builder {
  app::RecordList& model;
  ListState& state;
  std::string path;  // of the condition being drawn, for what is typed into it
};

std::string text_key(const Builder& in, std::size_t value) { return in.path + "." + std::to_string(value); }

void forget(ListState& state) { state.filter = {}; }

// A single value that is typed: text, number, money, date, month.
void draw_typed_value(Builder& in, const app::ListField& field, app::Condition& condition, std::size_t index, const std::string& label) {
  if (condition.values.size() <= index) condition.values.resize(index + 1);
  auto& value = condition.values[index];
  const auto key = text_key(in, index);
  auto& typed = in.state.filter.typed.try_emplace(key, value.empty() ? std::string() : in.model.show_value(field, value)).first->second;
  const auto error = in.state.filter.errors.find(key);
  ui::Field look{.label = label, .show_label = false, .error = error == in.state.filter.errors.end() ? std::string() : error->second, .placeholder = label};
  ui::Edit edit = ui::Edit::none;
  const ui::IdScope scope(index);
  switch (field.type) {
    case app::FilterType::money: edit = ui::money_field("value", look, typed); break;
    case app::FilterType::number: edit = ui::number_field("value", look, typed); break;
    case app::FilterType::date:
    case app::FilterType::moment: look.placeholder.clear(); edit = ui::date_field("value", look, typed); break;
    case app::FilterType::month: look.placeholder.clear(); edit = ui::month_field("value", look, typed); break;
    default: edit = ui::text_field("value", look, typed); break;
  }
  if (edit == ui::Edit::none) return;
  auto read = typed.empty() ? Result<std::string>(std::string()) : in.model.read_value(field, typed);
  if (read) {
    value = *std::move(read);
    in.state.filter.errors.erase(key);
  } else {
    value.clear();
    // While typing nothing is wrong yet.
    if (edit == ui::Edit::committed) in.state.filter.errors[key] = ui::translate(read.error());
  }
}

void draw_period(Builder& in, const app::ListField& field, app::Condition& condition, const std::string& label) {
  std::vector<ui::Option> periods;
  for (const auto period : app::periods_of(in.model.entity(), field)) {
    const bool counted = period == app::Period::last_days || period == app::Period::next_days;
    const auto name = std::string(app::period_names[static_cast<std::size_t>(period)]);
    periods.push_back({name, counted ? (period == app::Period::last_days ? text::lists_last_days() : text::lists_next_days()) : ui::translate(app::period_label(period))});
  }
  if (condition.values.empty()) condition.values.emplace_back();
  auto& name = condition.values.front();
  const bool counted = name == "last_days" || name == "next_days";
  ui::Row row(counted ? std::vector<ui::Width>{ui::flexible(2), ui::flexible(1)} : std::vector<ui::Width>{ui::flexible()}, ui::gap_small);
  if (ui::select_field("period", {.label = label, .show_label = false}, periods, name)) {
    condition.values.resize(1);
    if (name == "last_days" || name == "next_days") condition.values.emplace_back("7");
    return;
  }
  if (!counted) return;
  row.next();
  if (condition.values.size() < 2) condition.values.emplace_back("7");
  auto& typed = in.state.filter.typed.try_emplace(text_key(in, 1), condition.values[1]).first->second;
  if (ui::number_field("days", {.label = text::lists_days(), .show_label = false}, typed) != ui::Edit::none) {
    const bool digits = !typed.empty() && typed.size() < 5 && typed.find_first_not_of("0123456789") == std::string::npos;
    if (digits) condition.values[1] = typed;
  }
}

// Several of a list: those chosen as pills, and a field that adds one.
void draw_many(Builder& in, const app::ListField& field, app::Condition& condition, const std::string& label) {
  const auto offered = in.model.filter_options(field);
  const ui::Stack stack(6);
  std::erase(condition.values, "");
  if (!condition.values.empty()) {
    const ui::Inline line(ui::Align::start, 4);
    std::size_t removed = no_index;
    for (std::size_t i = 0; i < condition.values.size(); ++i) {
      const ui::IdScope scope(i);
      auto shown = in.model.show_value(field, condition.values[i]);
      for (const auto& option : offered)
        if (option.value == condition.values[i]) shown = show(option.label);
      if (ui::pill("value", {.label = shown, .remove_name = text::lists_remove(shown)}) == ui::PillEvent::removed) removed = i;
    }
    if (removed != no_index) condition.values.erase(condition.values.begin() + static_cast<std::ptrdiff_t>(removed));
  }
  const auto add = [&](const std::string& value) {
    if (!value.empty() && std::find(condition.values.begin(), condition.values.end(), value) == condition.values.end()) condition.values.push_back(value);
  };
  auto& typed = in.state.filter.typed[text_key(in, 0)];
  if (!offered.empty()) {
    std::vector<ui::Option> rest;
    for (const auto& option : offered)
      if (std::find(condition.values.begin(), condition.values.end(), option.value) == condition.values.end() && !option.value.empty())
        rest.push_back({option.value, show(option.label)});
    std::string chosen;
    if (ui::select_field("add", {.label = label, .show_label = false, .placeholder = condition.values.empty() ? text::ui_choose() : text::lists_add_value()}, rest, chosen))
      add(chosen);
  } else if (field.type == app::FilterType::record) {
    auto [offers, fresh] = in.state.filter.offers.try_emplace(in.path);
    if (fresh) offers->second = in.state.forms->offers(field.ref, "");
    std::vector<ui::PickerOption> options;
    for (const auto& offer : offers->second) options.push_back({offer.value, show(offer.label), {}});
    const auto picked = ui::record_picker("add", {.field = {.label = label, .show_label = false, .placeholder = text::lists_add_value()}}, options, typed);
    if (picked.query_changed) offers->second = in.state.forms->offers(field.ref, typed);
    if (picked.chosen) {
      add(*picked.chosen);
      typed.clear();
    }
  } else if (ui::text_field("add", {.label = label, .show_label = false, .placeholder = text::lists_add_value()}, typed) == ui::Edit::committed) {
    add(typed);
    typed.clear();
  }
}

void draw_value(Builder& in, const app::ListField& field, app::Condition& condition) {
  const auto label = text::lists_value(ui::translate(field.label));
  if (condition.op == app::Operator::period) return draw_period(in, field, condition, label);
  const int taken = app::values_taken(condition.op);
  if (taken < 0) return draw_many(in, field, condition, label);
  if (taken == 1) return draw_typed_value(in, field, condition, 0, label);
  if (taken != 2) return;
  ui::Row row({ui::flexible(), ui::flexible()}, ui::gap_small);
  draw_typed_value(in, field, condition, 0, text::lists_from());
  row.next();
  draw_typed_value(in, field, condition, 1, text::lists_to());
}

app::Condition fresh_condition(const app::RecordList& model, std::string_view key) {
  app::Condition made;
  for (const auto& field : model.fields()) {
    if (!field.filter || (!key.empty() && field.key != key)) continue;
    made.field = field.key;
    made.op = app::operators_of(field.type).front();
    break;
  }
  return made;
}

// True when it is to go.
bool draw_condition(Builder& in, app::Condition& condition, const std::string& joint) {
  const bool phone = ui::is_phone();
  ui::Row row(phone ? std::vector<ui::Width>{ui::flexible(), ui::fixed(ui::context().touch ? 44.0F : 32.0F)}
                    : std::vector<ui::Width>{ui::fixed(56), ui::flexible(1.2F), ui::flexible(1), ui::flexible(1.7F), ui::fixed(32)},
              ui::gap_small);
  if (!phone) {
    const auto place = ui::place(ui::control_height());
    ui::draw_text(place, joint, ui::TextStyle::body, ui::theme().second);
    row.next();
  }
  {
    const ui::Stack stack(6);
    std::vector<ui::Option> fields;
    for (const auto& field : in.model.fields())
      if (field.filter) fields.push_back({field.key, ui::translate(field.label)});
    auto key = condition.field;
    if (ui::select_field("field", {.label = text::lists_field(), .show_label = false}, fields, key)) {
      condition = fresh_condition(in.model, key);
      forget(in.state);
    }
    const auto* field = app::list_field(in.model.entity(), condition.field);
    if (!field) return true;
    if (!phone) row.next();
    std::vector<ui::Option> operators;
    for (const auto op : app::operators_of(field->type))
      operators.push_back({std::string(app::operator_names[static_cast<std::size_t>(op)]), ui::translate(app::operator_label(field->type, op))});
    auto chosen = std::string(app::operator_names[static_cast<std::size_t>(condition.op)]);
    if (ui::select_field("operator", {.label = text::lists_operator(), .show_label = false}, operators, chosen)) {
      for (const auto op : app::operators_of(field->type)) {
        if (app::operator_names[static_cast<std::size_t>(op)] != chosen) continue;
        if (app::values_taken(op) != app::values_taken(condition.op) || op == app::Operator::period || condition.op == app::Operator::period) condition.values.clear();
        condition.op = op;
      }
      forget(in.state);
    }
    if (!phone) row.next();
    draw_value(in, *field, condition);
  }
  row.next();
  return ui::icon_button("remove", {.name = text::lists_remove_condition(), .icon = icon::trash_2});
}

bool draw_group(Builder& in, app::FilterGroup& group, bool top) {
  bool gone = false;
  const auto where = in.path;
  std::size_t removed = no_index;
  std::string any = group.any ? "any" : "all";
  const auto joint = [&](std::size_t index) { return index == 0 ? text::lists_where() : group.any ? text::lists_or() : text::lists_and(); };
  for (std::size_t i = 0; i < group.conditions.size(); ++i) {
    const ui::IdScope scope(i);
    in.path = where + "/" + std::to_string(i);
    if (draw_condition(in, group.conditions[i], joint(i))) removed = i;
  }
  if (removed != no_index) {
    group.conditions.erase(group.conditions.begin() + static_cast<std::ptrdiff_t>(removed));
    forget(in.state);
    gone = group.conditions.empty();
  }
  removed = no_index;
  for (std::size_t i = 0; i < group.groups.size(); ++i) {
    const ui::IdScope scope("g" + std::to_string(i));
    in.path = where + "/g" + std::to_string(i);
    const ui::Card card(12);
    const ui::Stack stack(ui::gap_small);
    if (draw_group(in, group.groups[i], false)) removed = i;
  }
  if (removed != no_index) group.groups.erase(group.groups.begin() + static_cast<std::ptrdiff_t>(removed));
  in.path = where;
  const ui::Inline line;
  if (ui::button("add", {.label = text::lists_add_condition(), .kind = ui::ButtonKind::quiet, .icon = icon::plus})) group.conditions.push_back(fresh_condition(in.model, {}));
  if (top && ui::button("add_group", {.label = text::lists_add_group(), .kind = ui::ButtonKind::quiet, .icon = icon::plus})) {
    group.groups.push_back({.any = !group.any, .conditions = {fresh_condition(in.model, {})}, .groups = {}});
    forget(in.state);
  }
  if (group.conditions.size() + group.groups.size() > 1 &&
      ui::segments("any", text::lists_match(), {{.key = "all", .label = text::lists_all()}, {.key = "any", .label = text::lists_any()}}, any))
    group.any = any == "any";
  return gone && group.groups.empty();
}

}  // namespace

void draw_filter_builder(app::RecordList& model, ListState& state) {
  auto& filter = state.request.filter;
  if (filter.empty()) filter.conditions.push_back(fresh_condition(model, {}));
  bool closed = false;
  {
    const ui::Popover popover("filter", text::lists_filter(), state.anchor, 720);
    closed = popover.dismissed();
    const ui::Stack stack(ui::gap_small);
    Builder builder{model, state, {}};
    (void)draw_group(builder, filter, true);
  }
  if (!closed && !filter.empty()) return;
  // What was begun and not said stays out.
  const auto whole = [&](const app::Condition& condition) { return !app::check_condition(model.entity(), condition); };
  std::erase_if(filter.conditions, whole);
  for (auto& group : filter.groups) std::erase_if(group.conditions, whole);
  std::erase_if(filter.groups, [](const auto& group) { return group.empty(); });
  state.panel = ListPanel::none;
  forget(state);
}

}  // namespace cohoi::views
