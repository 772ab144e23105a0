#include "core/app/models/opportunity_board.h"

#include <algorithm>
#include <utility>

#include "core/app/models/board_totals.h"
#include "core/base/stable_order.h"
#include "core/domain/labels.h"

namespace cohoi::app {

namespace {

constexpr std::size_t cards_read_at_once = 16;
constexpr std::int64_t ms_a_day = 24 * 60 * 60 * 1000;
constexpr int closed_days = 90;

// Smaller comes first; what is not given comes last.
std::int64_t sort_key(const store::OpportunityRow& row, std::string_view by, Currency home) {
  constexpr std::int64_t last = INT64_MAX;
  // Of closed ones only the day matters: the latest first.
  if (row.closed_on) return -row.closed_on->days;
  if (by == "amount") {
    if (!row.amount) return last;
    // Currencies don't compare: the usual one first.
    return (row.amount->currency == home ? 0 : last / 2) - std::clamp<std::int64_t>(row.amount->minor, -last / 4, last / 4);
  }
  if (by == "days") return row.entered_at ? row.entered_at->ms : last;
  if (by == "close_date") return row.expected_close ? row.expected_close->days : last;
  return row.next_due ? row.next_due->ms : last;
}

struct Sums {
  Totals sum, weighted;
  std::int64_t count = 0;

  void add(const store::OpportunityRow& row) {
    ++count;
    sum.add(row.amount);
    weighted.add(row.weighted);
  }
  [[nodiscard]] BoardFigures figures(Language language) const { return {count, sum.text(language), weighted.text(language)}; }
};

// Without the year when it is this one.
std::string short_date(Date date, Date today, Language language) {
  auto text = format_date(date, language);
  if (date.year() == today.year() && text.size() > 5) text.resize(text.size() - 5);
  return text;
}

store::ListQuery query_of(Session& session, const ListRequest& request) {
  store::ListQuery query{.entity = Entity::opportunity, .text = request.text, .filters = {}, .order = {}};
  query.tree = to_query(session, Entity::opportunity, request.filter);
  return query;
}

}  // namespace

std::optional<StageKind> OpportunityBoard::kind_of(StageId id) const {
  for (const auto& stage : stages_)
    if (stage.id == id) return stage.kind;
  return std::nullopt;
}

Status OpportunityBoard::read_rows() {
  const auto& clock = session_.clock();
  std::int64_t limit = 0;
  for (const auto& stage : names_.stages()) limit = std::max(limit, stage.rots_after_days);
  const auto since = request_.closed ? std::optional(Date{clock.today().days - closed_days}) : std::nullopt;
  COHOI_TRY(rows_, store::opportunity_rows(session_.db(), since, Timestamp{clock.now().ms - (limit + 1) * ms_a_day}));
  return {};
}

void OpportunityBoard::read_stages() {
  pipelines_.clear();
  auto pipelines = store::all<Pipeline>(session_.db()).value_or(std::vector<Pipeline>{});
  stable_order(pipelines, [](const Pipeline& a, const Pipeline& b) { return a.position < b.position; });
  PipelineId chosen;
  for (const auto& pipeline : pipelines) {
    const auto id = pipeline.id.to_string();
    pipelines_.push_back({id, Label(pipeline_name(pipeline))});
    if (chosen.empty() || id == request_.pipeline) chosen = pipeline.id;
  }
  stages_.clear();
  for (const auto& stage : names_.stages())
    if (stage.pipeline_id == chosen) stages_.push_back(stage);
}

void OpportunityBoard::arrange(const std::vector<bool>* shown) {
  columns_.clear();
  lanes_.clear();
  for (const auto& stage : stages_)
    if (stage.kind == StageKind::open || request_.closed) columns_.push_back({.id = stage.id, .kind = stage.kind, .name = Label(stage_name(stage))});
  if (request_.by_owner) {
    for (const auto& owner : names_.owners()) lanes_.push_back({.owner = owner.id, .name = owner.name});
    lanes_.push_back({});  // nobody's
  } else {
    lanes_.push_back({});
  }
  for (auto& lane : lanes_) lane.cells.resize(columns_.size());
  std::vector<Sums> of_columns(columns_.size()), of_lanes(lanes_.size());
  std::vector<std::int64_t> keys(rows_.size());
  total_ = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto& row = rows_[i];
    if (shown && (static_cast<std::size_t>(row.rid) >= shown->size() || !(*shown)[static_cast<std::size_t>(row.rid)])) continue;
    const auto column = std::find_if(columns_.begin(), columns_.end(), [&](const BoardColumn& c) { return c.id == row.stage; });
    if (column == columns_.end()) continue;
    auto lane = lanes_.end() - 1;
    if (request_.by_owner && !row.owner.empty()) {
      const auto found = std::find_if(lanes_.begin(), lanes_.end(), [&](const BoardLane& l) { return l.owner == row.owner; });
      if (found != lanes_.end()) lane = found;
    }
    keys[i] = sort_key(row, request_.sort, session_.settings().currency);
    const auto at = column - columns_.begin();
    lane->cells[static_cast<std::size_t>(at)].push_back(static_cast<std::uint32_t>(i));
    of_columns[static_cast<std::size_t>(at)].add(row);
    // A lane's head says what is still to be won.
    if (column->kind == StageKind::open) of_lanes[static_cast<std::size_t>(lane - lanes_.begin())].add(row);
    ++total_;
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].figures = of_columns[i].figures(language_);
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    lanes_[i].figures = of_lanes[i].figures(language_);
    for (auto& cell : lanes_[i].cells)
      std::sort(cell.begin(), cell.end(), [&](std::uint32_t a, std::uint32_t b) { return std::pair(keys[a], b) < std::pair(keys[b], a); });
  }
  if (!request_.by_owner) return;
  std::erase_if(lanes_, [](const BoardLane& lane) {
    return std::all_of(lane.cells.begin(), lane.cells.end(), [](const auto& cell) { return cell.empty(); });
  });
}

Status OpportunityBoard::show(const BoardRequest& request) {
  const bool stale = revision_ != session_.revision() || language_ != session_.language() || day_ != session_.clock().today();
  if (!stale && request == request_) return {};
  const bool reads = stale || request.closed != with_closed_;
  revision_ = session_.revision();
  language_ = session_.language();
  day_ = session_.clock().today();
  request_ = request;
  with_closed_ = request.closed;
  ++version_;
  if (reads) {
    cards_.clear();
    COHOI_CHECK(read_rows());
  }
  read_stages();
  const auto query = query_of(session_, request.filter);
  if (query.tree.empty() && query.text.empty()) {
    arrange(nullptr);
    return {};
  }
  COHOI_TRY(const auto found, store::run(session_.db(), query));
  std::vector<bool> shown;
  for (const auto rid : found) {
    const auto at = static_cast<std::size_t>(rid);
    if (at >= shown.size()) shown.resize(at + at / 2 + 64);
    shown[at] = true;
  }
  arrange(&shown);
  return {};
}

std::optional<BoardPlace> OpportunityBoard::place_of(OpportunityId id) const {
  const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const store::OpportunityRow& one) { return one.id == id; });
  if (row == rows_.end()) return std::nullopt;
  const auto wanted = static_cast<std::uint32_t>(row - rows_.begin());
  for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
    for (std::size_t column = 0; column < lanes_[lane].cells.size(); ++column) {
      const auto& cell = lanes_[lane].cells[column];
      if (const auto at = std::find(cell.begin(), cell.end(), wanted); at != cell.end())
        return BoardPlace{lane, column, static_cast<std::size_t>(at - cell.begin())};
    }
  return std::nullopt;
}

const BoardCard& OpportunityBoard::card(const BoardPlace& place) {
  const auto& cell = lanes_[place.lane].cells[place.column];
  const auto row = cell[place.index];
  if (const auto found = cards_.find(row); found != cards_.end()) return found->second;
  if (cards_.size() > 2000) cards_.clear();
  std::vector<std::int64_t> rids;
  std::vector<std::uint32_t> wanted;
  for (auto i = place.index; i < cell.size() && wanted.size() < cards_read_at_once; ++i) {
    if (cards_.contains(cell[i])) continue;
    wanted.push_back(cell[i]);
    rids.push_back(rows_[cell[i]].rid);
  }
  // Read under the same revision as the rows, so none is missing.
  if (const auto records = store::fetch<Opportunity>(session_.db(), rids); records && records->size() == wanted.size())
    for (std::size_t i = 0; i < wanted.size(); ++i) cards_.insert_or_assign(wanted[i], read_card((*records)[i], rows_[wanted[i]]));
  return cards_[row];
}

BoardCard OpportunityBoard::read_card(const Opportunity& opportunity, const store::OpportunityRow& row) {
  BoardCard card{.id = opportunity.id,
                 .name = opportunity.name,
                 .account = names_.account(opportunity.account_id),
                 .amount = names_.money(opportunity.amount),
                 .owner = names_.owner(opportunity.owner_id)};
  const auto now = session_.clock().now();
  const auto today = session_.clock().today();
  if (row.closed_on) {
    card.closed = true;
    card.days = msg("board.closed_on", short_date(*row.closed_on, today, language_));
    return card;
  }
  if (row.entered_at) {
    const auto days = std::max<std::int64_t>(0, now.ms - row.entered_at->ms) / ms_a_day;
    card.days = days == 0 ? msg("board.today") : days == 1 ? msg("board.one_day") : msg("board.days", days);
    if (const auto* stage = names_.stage(row.stage))
      card.rots = rotting(*stage, *row.entered_at, row.last_done, row.last_due && *row.last_due > now, now).rots;
  }
  card.next = msg("board.nothing_planned");
  if (!row.next_due) return card;
  card.overdue = *row.next_due < now;
  const auto activities = store::find_by<Activity>(session_.db(), "opportunity_id", to_value(opportunity.id)).value_or(std::vector<Activity>{});
  for (const auto& activity : activities) {
    if (activity.done_at || activity.due_at != row.next_due) continue;
    card.next_kind = activity.kind;
    card.next = msg("board.next", short_date(activity.due_at->date(session_.clock().utc_offset_minutes()), today, language_),
                    activity.subject.empty() ? Arg(std::vector<Message>{msg("activity_kind." + std::string(name_of(activity.kind)))})
                                             : Arg(activity.subject));
    break;
  }
  return card;
}

}  // namespace cohoi::app
