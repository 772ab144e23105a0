#include "web/views/list_view.h"

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

void draw_search(ListState& state, float css_width) {
  ui::search_field("find", {.label = text::list_find(), .show_label = false, .placeholder = text::list_find(), .css_width = css_width},
                   state.request.text);
}

void draw_filter(const app::ListFilter& filter, ListState& state, float css_width) {
  auto choices = options(filter.options);
  const auto label = show(filter.label);
  choices.insert(choices.begin(), {"", text::list_any(label)});
  (void)ui::select_field(filter.key, {.label = label, .show_label = false, .css_width = css_width}, choices, state.request.chosen[filter.key]);
}

void draw_count(const app::RecordList& model) {
  const auto count = [](std::int64_t number) { return format_number(number, ui::context().language); };
  const auto total = model.total(), whole = model.total_unfiltered();
  ui::status("count", total == whole ? text::list_count(count(total)) : text::list_count_of(count(total), count(whole)), ui::Tone::second,
             ui::TextStyle::caption);
}

void draw_tools(app::RecordList& model, ListState& state) {
  if (ui::is_phone()) {
    draw_search(state, 0);
    {
      ui::Row row(ui::equal_columns(150, 2), ui::gap_small);
      bool first = true;
      for (const auto& filter : model.filters()) {
        if (!first) row.next();
        first = false;
        draw_filter(filter, state, 0);
      }
    }
    draw_count(model);
    return;
  }
  const ui::Inline line;
  draw_search(state, 240);
  for (const auto& filter : model.filters()) draw_filter(filter, state, 168);
  draw_count(model);
}

void draw_cells(const app::ListRow& row, ui::RowCells& cells) {
  bool first = true;
  for (const auto& cell : row.cells) {
    if (!cell.chips.empty()) {
      cells.chips(chips(cell.chips));
    } else {
      cells.text(show(cell.label), cell.tone == app::Tone::neutral ? ui::Tone::normal : tone(cell.tone), first);
    }
    first = false;
  }
}

}  // namespace

void draw_list(app::RecordList& model, ListState& state, const std::string& name, IntentSink& sink) {
  // Twice: the heads and filters come from the model, and what is typed in this frame counts in this frame.
  auto shown = model.show(state.request);
  draw_tools(model, state);
  if (shown) shown = model.show(state.request);
  if (!shown) {
    ui::banner("failed", ui::BannerKind::bad, ui::translate(shown.error()));
    return;
  }
  if (model.total() == 0) {
    ui::empty_state(icon::search, model.total_unfiltered() == 0 ? text::list_empty() : text::list_nothing_found(),
                    model.total_unfiltered() == 0 ? text::list_empty_hint() : text::list_nothing_found_hint());
    return;
  }
  ui::List look{.name = name, .columns = {}, .row_count = static_cast<std::size_t>(model.total())};
  for (const auto& column : model.columns()) {
    auto sort = ui::Sort::none;
    if (state.request.order.key == column.key) sort = state.request.order.descending ? ui::Sort::descending : ui::Sort::ascending;
    look.columns.push_back({.key = column.key,
                            .label = show(column.label),
                            .width = 72,
                            .weight = column.weight,
                            .align = column.right ? ui::Align::end : ui::Align::start,
                            .sortable = column.sortable,
                            .sort = sort});
  }
  look.key_of = [&](std::size_t index) { return model.row(static_cast<std::int64_t>(index)).id.to_string(); };
  look.cells_of = [&](std::size_t index, ui::RowCells& cells) { draw_cells(model.row(static_cast<std::int64_t>(index)), cells); };
  const auto events = ui::list("rows", look);
  if (const auto index = events.opened ? events.opened : events.clicked) {
    const auto& address = model.row(static_cast<std::int64_t>(*index)).address;
    if (!address.empty()) sink.push(Navigate{address});
  }
  if (events.sort_by) {
    auto& order = state.request.order;
    order = {*events.sort_by, order.key == *events.sort_by && !order.descending};
  }
}

void draw_list_page(app::RecordList& model, ListState& state, const std::string& title, IntentSink& sink) {
  const ui::Page page("list", title, ui::PageBody::fills, [&] {
    if (ui::button("create", {.label = text::list_new(), .kind = ui::ButtonKind::primary, .icon = icon::plus}))
      sink.push(OpenDialog{DialogKind::new_record, {model.entity(), {}}, {}, {}});
  });
  draw_list(model, state, title, sink);
}

}  // namespace cohoi::views
