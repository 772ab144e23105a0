#include "web/views/board_view.h"

#include <algorithm>
#include <array>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/dialogs.h"

namespace cohoi::views {

namespace {

constexpr std::array<std::string_view, 4> orders{"next_activity", "amount", "days", "close_date"};

std::string order_name(std::size_t order) {
  switch (order) {
    case 1: return text::board_by_amount();
    case 2: return text::board_by_days();
    case 3: return text::board_by_close();
    default: return text::board_by_next();
  }
}

bool is_folded(const OpportunitiesState& state, const std::string& key) {
  return std::find(state.folded.begin(), state.folded.end(), key) != state.folded.end();
}

void fold(OpportunitiesState& state, const std::string& key) {
  if (std::erase(state.folded, key) == 0) state.folded.push_back(key);
  ++state.board_version;
}

app::BoardPlace place_of(const ui::BoardPlace& place) { return {place.lane, place.column, place.index}; }

ui::BoardCard card_of(app::OpportunityBoard& model, const ui::BoardPlace& place) {
  const auto& card = model.card(place_of(place));
  return {.key = card.id.to_string(),
          .name = card.name,
          .second = card.account,
          .amount = card.amount,
          .person = card.owner,
          .foot = show(card.days),
          .next = show(card.next),
          .next_tone = card.overdue ? ui::Tone::bad : ui::Tone::second,
          .next_icon = card.next_kind ? icon_of(*card.next_kind) : nullptr,
          .mark = card.rots ? text::board_rots() : std::string()};
}

std::vector<ui::MenuItem> menu_of(app::OpportunityBoard& model, const ui::BoardPlace& place) {
  const bool closed = model.card(place_of(place)).closed;
  std::vector<ui::MenuItem> items{{.key = "open", .label = text::board_open(), .icon = icon::target}};
  bool divided = true;
  for (const auto& stage : model.stages()) {
    if (stage.kind != StageKind::open || closed || stage.id == model.columns()[place.column].id) continue;
    items.push_back({.key = stage.id.to_string(), .label = text::board_move_to(show(app::Label(stage_name(stage)))), .icon = icon::arrow_right, .divided = divided});
    divided = false;
  }
  if (closed) {
    items.push_back({.key = "reopen", .label = text::opportunity_reopen(), .icon = icon::undo_2, .divided = true});
  } else {
    items.push_back({.key = "won", .label = text::opportunity_mark_won(), .icon = icon::trophy, .divided = true});
    items.push_back({.key = "lost", .label = text::opportunity_mark_lost(), .icon = icon::circle_x});
  }
  items.push_back({.key = "call", .label = text::activity_log_call(), .icon = icon::phone, .divided = true});
  items.push_back({.key = "task", .label = text::activity_add_task(), .icon = icon::square_check});
  return items;
}

ui::Board look_of(app::OpportunityBoard& model, const OpportunitiesState& state) {
  const auto number = [](std::int64_t count) { return format_number(count, ui::context().language); };
  ui::Board look{.name = text::nav_opportunities(), .empty_column = text::board_empty_column(), .version = model.version() + (state.board_version << 32U)};
  for (const auto& column : model.columns()) {
    const bool open = column.kind == StageKind::open;
    look.columns.push_back({.key = column.id.to_string(),
                            .name = show(column.name),
                            .count = number(column.figures.count),
                            .sum = column.figures.sum,
                            .weighted = column.figures.weighted.empty() || !open ? std::string() : text::board_weighted(column.figures.weighted),
                            .hint = open ? std::string() : text::board_closed_hint(),
                            .folded = is_folded(state, column.id.to_string()),
                            .tone = open ? ui::Tone::second : column.kind == StageKind::won ? ui::Tone::good : ui::Tone::bad});
  }
  for (const auto& lane : model.lanes()) {
    const auto key = "lane " + lane.owner.to_string();
    ui::BoardLane drawn{.key = key, .count = number(lane.figures.count), .sum = lane.figures.sum, .folded = is_folded(state, key)};
    if (state.board.by_owner) drawn.name = lane.name.empty() ? text::board_nobody() : lane.name;
    for (const auto& cell : lane.cells) drawn.cards.push_back(cell.size());
    look.lanes.push_back(std::move(drawn));
  }
  for (const auto& stage : model.stages()) {
    if (stage.kind == StageKind::open) continue;
    const bool won = stage.kind == StageKind::won;
    look.zones.push_back({.key = stage.id.to_string(), .label = show(app::Label(stage_name(stage))), .tone = won ? ui::Tone::good : ui::Tone::bad,
                          .icon = won ? icon::trophy : icon::circle_x});
  }
  look.card_of = [&model](const ui::BoardPlace& place) { return card_of(model, place); };
  look.menu_of = [&model](const ui::BoardPlace& place) { return menu_of(model, place); };
  look.place_of = [&model](std::string_view key) -> std::optional<ui::BoardPlace> {
    const auto id = Uuid::parse(key);
    const auto place = id ? model.place_of({*id}) : std::nullopt;
    return place ? std::optional(ui::BoardPlace{place->lane, place->column, place->index}) : std::nullopt;
  };
  return look;
}

// Won and lost ask their questions; a closed one can only be opened again, where it was.
void move_card(const app::OpportunityBoard& model, const ui::BoardMove& move, IntentSink& sink) {
  const auto card = Uuid::parse(move.card), from = Uuid::parse(move.from), to = Uuid::parse(move.to);
  if (!card || !from || !to) return;
  if (move.to_lane != move.from_lane && move.to_lane.starts_with("lane ")) {
    const auto owner = Uuid::parse(move.to_lane.substr(5));
    sink.push(Execute{app::SaveRecord{Entity::opportunity, *card, {{"owner_id", to_value(OwnerId{owner.value_or(Uuid{})})}}}});
  }
  if (*from == *to) return;
  const auto kind = model.kind_of({*to});
  if (model.kind_of({*from}) != StageKind::open) {
    if (kind == StageKind::open) sink.push(Execute{app::Reopen{{*card}}});
  } else if (kind == StageKind::open) {
    sink.push(Execute{app::MoveStage{{{*card}}, {*to}, {}}});
  } else {
    sink.push(OpenDialog{kind == StageKind::won ? DialogKind::close_won : DialogKind::close_lost, {Entity::opportunity, *card}, *to, {}});
  }
}

void choose(const ui::BoardChoice& choice, IntentSink& sink) {
  const auto card = Uuid::parse(choice.card);
  if (!card) return;
  const app::RecordRef record{Entity::opportunity, *card};
  if (choice.item == "open") sink.push(Navigate{"#/opportunities/" + choice.card});
  else if (choice.item == "won") sink.push(OpenDialog{DialogKind::close_won, record, {}, {}});
  else if (choice.item == "lost") sink.push(OpenDialog{DialogKind::close_lost, record, {}, {}});
  else if (choice.item == "reopen") sink.push(Execute{app::Reopen{{*card}}});
  else if (choice.item == "call" || choice.item == "task") sink.push(OpenDialog{DialogKind::log_activity, record, {}, {{"kind", Value(choice.item)}}});
  else if (const auto stage = Uuid::parse(choice.item)) sink.push(Execute{app::MoveStage{{{*card}}, {*stage}, {}}});
}

void draw_search(OpportunitiesState& state, float css_width) {
  ui::search_field("find", {.label = text::list_find(), .show_label = false, .placeholder = text::shell_search(), .css_width = css_width},
                   state.list.request.text);
}

void draw_owner_choice(app::RecordList& list, OpportunitiesState& state, float css_width) {
  for (const auto& filter : list.filters()) {
    if (filter.key != "owner_id") continue;
    auto choices = options(filter.options);
    const auto label = show(filter.label);
    choices.insert(choices.begin(), {"", text::list_any(label)});
    auto value = app::chosen(state.list.request.filter, filter.key);
    if (ui::select_field(filter.key, {.label = label, .show_label = false, .css_width = css_width}, choices, value))
      app::choose(state.list.request.filter, filter.key, value);
  }
}

void draw_display(app::OpportunityBoard& board, OpportunitiesState& state, bool short_of_room) {
  auto& request = state.board;
  if (board.pipelines().size() > 1)
    (void)ui::select_field("pipeline", {.label = text::board_choose_pipeline(), .show_label = false, .css_width = 168}, options(board.pipelines()), request.pipeline);
  std::vector<ui::MenuItem> items;
  const auto chosen = static_cast<std::size_t>(std::find(orders.begin(), orders.end(), request.sort) - orders.begin());
  for (std::size_t i = 0; i < orders.size(); ++i) items.push_back({.key = std::string(orders[i]), .label = order_name(i), .chosen = i == chosen});
  const auto now = order_name(chosen), sorts = now + ", " + text::board_sort();
  const auto order = short_of_room ? ui::menu_icon_button("order", {.name = sorts, .icon = icon::arrow_down_up, .kind = ui::ButtonKind::secondary}, items)
                                   : ui::menu_button("order", {.label = now, .icon = icon::arrow_down_up, .name = sorts}, items);
  if (order) request.sort = *order;
  const auto toggle = [&](std::string_view key, std::string label, ui::Icon glyph, std::string hint, bool& on) {
    const auto pressed = on ? ui::Tristate::yes : ui::Tristate::no;
    if (short_of_room ? ui::icon_button(key, {.name = std::move(label), .icon = glyph, .kind = ui::ButtonKind::secondary, .pressed = pressed, .hint = std::move(hint)})
                      : ui::button(key, {.label = std::move(label), .icon = glyph, .hint = std::move(hint), .pressed = pressed}))
      on = !on;
  };
  toggle("lanes", text::board_by_owner(), icon::users, {}, request.by_owner);
  toggle("closed", text::board_closed(), icon::trophy, text::board_closed_hint(), request.closed);
}

void draw_tools(app::OpportunityBoard& board, app::RecordList& list, OpportunitiesState& state, IntentSink& sink) {
  const bool shows_board = state.view == "board", phone = ui::is_phone();
  {
    const ui::Inline line(ui::Align::start, phone ? 4.0F : ui::gap_small);
    const std::vector<ui::Choice> views{{.key = "board", .label = text::board_board(), .icon = icon::columns_3},
                                        {.key = "list", .label = text::board_list(), .icon = icon::list}};
    if (ui::segments("view", text::board_view(), views, state.view)) sink.push(Navigate{"#/opportunities?view=" + state.view});
    if (!shows_board) return;
    if (!phone) {
      draw_search(state, 160);
      draw_owner_choice(list, state, 196);
    }
    draw_display(board, state, phone);
  }
  if (!phone) return;
  ui::Row row({ui::flexible(), ui::flexible()}, ui::gap_small);
  draw_search(state, 0);
  row.next();
  draw_owner_choice(list, state, 0);
}

void draw_board(app::OpportunityBoard& board, OpportunitiesState& state, IntentSink& sink) {
  const bool narrowed = !state.list.request.text.empty() || !state.list.request.filter.empty();
  if (board.total() == 0 && narrowed) {
    ui::empty_state(icon::search, text::board_nothing_found(), {}, [&] {
      if (!ui::button("clear", {.label = text::board_clear()})) return;
      state.list.request.text.clear();
      state.list.request.filter = {};
    });
    return;
  }
  const auto events = ui::board("board", look_of(board, state), state.drawn);
  if (events.opened) sink.push(Navigate{"#/opportunities/" + *events.opened});
  if (events.moved) move_card(board, *events.moved, sink);
  if (events.chosen) choose(*events.chosen, sink);
  if (events.folded) fold(state, *events.folded);
  if (events.lane_folded) fold(state, *events.lane_folded);
}

}  // namespace

void draw_opportunities(app::OpportunityBoard& board, app::RecordList& list, OpportunitiesState& state, IntentSink& sink) {
  std::optional<ui::Page> page(std::in_place, "opportunities", text::nav_opportunities(), ui::PageBody::fills,
                                [&] { create_button(Entity::opportunity, sink); });
  (void)list.show(state.list.request);  // its filters serve both
  draw_tools(board, list, state, sink);
  if (state.view != "board") {
    draw_list(list, state.list, text::nav_opportunities(), sink);
    page.reset();
    draw_list_panels(list, state.list, sink);
    return;
  }
  state.board.filter = state.list.request;
  if (const auto shown = board.show(state.board); !shown) ui::banner("failed", ui::BannerKind::bad, ui::translate(shown.error()));
  else draw_board(board, state, sink);
}

std::string board_habits(const OpportunitiesState& state) {
  std::string line = state.board.sort + (state.board.by_owner ? ",lanes" : "") + (state.board.closed ? ",closed" : "");
  if (!state.board.pipeline.empty()) line += ",pipeline " + state.board.pipeline;
  for (const auto& key : state.folded) line += ",folded " + key;
  return line;
}

void take_board_habits(OpportunitiesState& state, std::string_view line) {
  while (!line.empty()) {
    const auto end = std::min(line.find(','), line.size());
    const auto word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    if (std::find(orders.begin(), orders.end(), word) != orders.end()) state.board.sort = word;
    else if (word == "lanes") state.board.by_owner = true;
    else if (word == "closed") state.board.closed = true;
    else if (word.starts_with("pipeline ")) state.board.pipeline = word.substr(9);
    else if (word.starts_with("folded ")) state.folded.emplace_back(word.substr(7));
  }
}

}  // namespace cohoi::views
