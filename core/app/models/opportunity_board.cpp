#include "core/app/models/opportunity_board.h"

#include <algorithm>

#include "core/app/models/timeline.h"

namespace cohoi::app {

namespace {

constexpr std::size_t cards_read_at_once = 24;
constexpr std::int64_t ms_a_day = 24 * 60 * 60 * 1000;

std::string sums(const std::vector<Money>& amounts, Language language) {
  std::string joined;
  for (const auto& amount : amounts) joined += (joined.empty() ? "" : " + ") + format_money_short(amount, language);
  return joined;
}

store::ListQuery column_query(const ListRequest& request, StageId stage) {
  store::ListQuery query{.entity = Entity::opportunity, .text = request.text, .filters = {}, .order = {{"next_activity_at", false}}};
  query.filters.push_back({"stage_id", store::Compare::equals, {to_value(stage)}});
  for (const auto& [key, value] : request.chosen)
    if (key == "owner_id" && !value.empty()) query.filters.push_back({key, store::Compare::equals, {value}});
  return query;
}

}  // namespace

Status OpportunityBoard::show(const ListRequest& request) {
  if (revision_ == session_.revision() && language_ == session_.language() && request == request_) return {};
  revision_ = session_.revision();
  language_ = session_.language();
  request_ = request;
  columns_.clear();
  ends_.clear();
  rows_.clear();
  cards_.clear();
  for (const auto& stage : names_.stages()) {
    const auto query = column_query(request, stage.id);
    BoardColumn column{.id = stage.id, .kind = stage.kind, .name = Label(stage_name(stage)), .sum = {}, .weighted = {}};
    COHOI_TRY(const auto groups, store::group(session_.db(), query, "stage_id"));
    for (const auto& group : groups) {
      column.count += group.count;
      column.sum = sums(group.sums, language_);
      column.weighted = sums(group.weighted, language_);
    }
    if (stage.kind != StageKind::open) {
      ends_.push_back(std::move(column));
      continue;
    }
    COHOI_TRY(auto rows, store::run(session_.db(), query));
    rows_.push_back(std::move(rows));
    columns_.push_back(std::move(column));
  }
  return {};
}

const BoardCard& OpportunityBoard::card(std::size_t column, std::size_t index) {
  const auto found = cards_.find({column, index});
  if (found != cards_.end()) return found->second;
  const auto* stage = names_.stage(columns_[column].id);
  const auto& rows = rows_[column];
  const auto end = std::min(index + cards_read_at_once, rows.size());
  const std::vector<std::int64_t> wanted(rows.begin() + static_cast<std::ptrdiff_t>(index), rows.begin() + static_cast<std::ptrdiff_t>(end));
  if (const auto records = store::fetch<Opportunity>(session_.db(), wanted); records && stage)
    for (std::size_t i = 0; i < records->size(); ++i) cards_.insert_or_assign({column, index + i}, read_card((*records)[i], *stage));
  return cards_[{column, index}];
}

BoardCard OpportunityBoard::read_card(const Opportunity& opportunity, const Stage& stage) {
  BoardCard card{.id = opportunity.id,
                 .name = opportunity.name,
                 .account = names_.account(opportunity.account_id),
                 .amount = names_.money(opportunity.amount),
                 .days = {},
                 .next = msg("board.nothing_planned")};
  const auto now = session_.clock().now();
  std::optional<Timestamp> last_done, next_due;
  bool planned = false;
  if (const auto activities = activities_of(session_, Entity::opportunity, opportunity.id.uuid))
    for (const auto& activity : *activities) {
      if (activity.done_at && (!last_done || *activity.done_at > *last_done)) last_done = activity.done_at;
      if (activity.done_at || !activity.due_at) continue;
      planned |= *activity.due_at > now;
      if (next_due && *next_due <= *activity.due_at) continue;
      next_due = activity.due_at;
      const auto kind = msg("activity_kind." + std::string(name_of(activity.kind)));
      card.next = msg("board.next", activity.subject.empty() ? Arg(std::vector<Message>{kind}) : Arg(activity.subject),
                      next_due->date(session_.clock().utc_offset_minutes()));
    }
  card.overdue = next_due && *next_due < now;
  if (const auto visits = store::find_by<StageVisit>(session_.db(), "opportunity_id", to_value(opportunity.id)))
    for (const auto& visit : *visits) {
      if (visit.left_at || !visit.entered_at) continue;
      card.days = msg("opportunity.days", (now.ms - visit.entered_at->ms) / ms_a_day);
      card.rots = rotting(stage, *visit.entered_at, last_done, planned, now).rots;
    }
  return card;
}

}  // namespace cohoi::app
