#include "web/views/board_view.h"

#include <algorithm>

#include "generated/icons.h"
#include "generated/text.h"

namespace cohoi::views {

namespace {

ui::Board look_of(app::OpportunityBoard& model, const OpportunitiesState& state) {
  ui::Board look{.name = text::nav_opportunities(), .columns = {}, .zones = {}, .card_of = nullptr, .empty_column = text::board_empty_column()};
  for (const auto& column : model.columns()) {
    const auto key = column.id.to_string();
    look.columns.push_back({.key = key,
                            .name = show(column.name),
                            .count = format_number(column.count, ui::context().language),
                            .sum = column.sum,
                            .weighted = column.weighted.empty() ? std::string() : text::board_weighted(column.weighted),
                            .card_count = static_cast<std::size_t>(column.count),
                            .folded = std::find(state.folded.begin(), state.folded.end(), key) != state.folded.end()});
  }
  for (const auto& end : model.ends()) {
    const bool won = end.kind == StageKind::won;
    look.zones.push_back({.key = end.id.to_string(), .label = show(end.name), .tone = won ? ui::Tone::good : ui::Tone::bad,
                          .icon = won ? icon::trophy : icon::circle_x});
  }
  look.card_of = [&model](std::size_t column, std::size_t index) {
    const auto& card = model.card(column, index);
    return ui::BoardCard{.key = card.id.to_string(),
                         .name = card.name,
                         .second = card.account,
                         .amount = card.amount,
                         .foot = show(card.days),
                         .next = show(card.next),
                         .next_tone = card.overdue ? ui::Tone::bad : ui::Tone::second,
                         .mark = card.rots ? text::board_rots() : std::string()};
  };
  return look;
}

void move_card(const app::OpportunityBoard& model, const ui::BoardMove& move, IntentSink& sink) {
  const auto card = Uuid::parse(move.card), stage = Uuid::parse(move.to);
  if (!card || !stage) return;
  for (const auto& end : model.ends()) {
    if (end.id.uuid != *stage) continue;
    sink.push(OpenDialog{end.kind == StageKind::won ? DialogKind::close_won : DialogKind::close_lost, {Entity::opportunity, *card}, *stage, {}});
    return;
  }
  sink.push(Execute{app::MoveStage{{{*card}}, {*stage}, {}}});
}

void draw_find(app::RecordList& list, OpportunitiesState& state, float search_width, float choice_width) {
  ui::search_field("find", {.label = text::list_find(), .show_label = false, .placeholder = text::list_find(), .css_width = search_width},
                   state.list.request.text);
  for (const auto& filter : list.filters()) {
    if (filter.key != "owner_id") continue;
    auto choices = options(filter.options);
    const auto label = show(filter.label);
    choices.insert(choices.begin(), {"", text::list_any(label)});
    (void)ui::select_field(filter.key, {.label = label, .show_label = false, .css_width = choice_width}, choices, state.list.request.chosen[filter.key]);
  }
}

void draw_tools(app::RecordList& list, OpportunitiesState& state, IntentSink& sink) {
  const bool board = state.view == "board", phone = ui::is_phone();
  {
    const ui::Inline line;
    const std::vector<ui::Choice> views{{.key = "board", .label = text::board_board(), .icon = icon::columns_3},
                                        {.key = "list", .label = text::board_list(), .icon = icon::list}};
    if (ui::segments("view", text::board_view(), views, state.view)) sink.push(Navigate{"#/opportunities?view=" + state.view});
    if (board && !phone) draw_find(list, state, 240, 168);
    for (const auto kind : {StageKind::won, StageKind::lost}) {
      if (!board) break;
      const auto name = std::string(name_of(kind));
      if (ui::link(name, {.label = kind == StageKind::won ? text::board_show_won() : text::board_show_lost(), .href = "#/opportunities?view=list"}))
        state.list.request.chosen["stage_kind"] = name;
    }
  }
  if (board && phone) draw_find(list, state, 0, 0);
}

}  // namespace

void draw_opportunities(app::OpportunityBoard& board, app::RecordList& list, OpportunitiesState& state, IntentSink& sink) {
  const ui::Page page("opportunities", text::nav_opportunities(), ui::PageBody::fills, [&] {
    if (ui::button("create", {.label = text::list_new(), .kind = ui::ButtonKind::primary, .icon = icon::plus}))
      sink.push(OpenDialog{DialogKind::new_record, {Entity::opportunity, {}}, {}, {}});
  });
  (void)list.show(state.list.request);  // its filters serve both
  draw_tools(list, state, sink);
  if (state.view != "board") {
    draw_list(list, state.list, text::nav_opportunities(), sink);
    return;
  }
  if (const auto shown = board.show(state.list.request); !shown) {
    ui::banner("failed", ui::BannerKind::bad, ui::translate(shown.error()));
    return;
  }
  const auto events = ui::board("board", look_of(board, state));
  if (events.opened) sink.push(Navigate{"#/opportunities/" + *events.opened});
  if (events.moved) move_card(board, *events.moved, sink);
  if (events.folded) {
    const auto found = std::find(state.folded.begin(), state.folded.end(), *events.folded);
    if (found == state.folded.end()) state.folded.push_back(*events.folded);
    else state.folded.erase(found);
  }
}

}  // namespace cohoi::views
