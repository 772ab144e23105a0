#include "core/app/models/record_list.h"

#include <algorithm>

#include "core/app/models/list_cells.h"
#include "core/app/models/list_views.h"
#include "core/app/record_values.h"

namespace cohoi::app {

namespace {

constexpr std::int64_t page_size = 64;
// Enough for a tall screen scrolled fast; older pages are read again.
constexpr std::size_t pages_kept = 12;

std::string_view path_of(Entity entity) {
  switch (entity) {
    case Entity::opportunity: return "opportunities";
    case Entity::account: return "accounts";
    case Entity::contact: return "contacts";
    case Entity::activity: return "activities";
    case Entity::product: return "products";
    default: return "leads";
  }
}

// The choices people make most, over the list.
std::vector<std::string_view> quick_filters(Entity entity) {
  switch (entity) {
    case Entity::opportunity: return {"stage_id", "stage_kind", "owner_id"};
    case Entity::account: return {"status", "owner_id"};
    case Entity::contact: return {"owner_id"};
    case Entity::activity: return {"open", "kind", "owner_id"};
    case Entity::product: return {};
    default: return {"verdict", "status", "owner_id"};
  }
}

std::string group_key(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const auto* number = std::get_if<std::int64_t>(&value);
  return number ? std::to_string(*number) : std::string();
}

}  // namespace

RecordList::RecordList(Session& session, Names& names, Entity entity) : session_(session), names_(names), entity_(entity) {}

void RecordList::restrict_to(store::Filter filter) { restrictions_.push_back(std::move(filter)); }

store::ListQuery RecordList::query(const ListRequest& request) const {
  store::ListQuery query{.entity = entity_, .text = request.text, .filters = restrictions_, .order = request.order};
  query.tree = to_query(session_, entity_, request.filter);
  for (auto& key : query.order) {
    // The days grow as the moment lies back.
    if (key.key == "days_in_stage") key = {"entered_at", !key.descending};
  }
  // What can still be won comes first; within it, as everywhere, the newest.
  if (entity_ == Entity::opportunity && query.order.empty()) query.order = {{"stage_kind", false}};
  if (!request.group_by.empty()) {
    const auto same = [&](const store::OrderKey& key) { return key.key == request.group_by; };
    const auto asked = std::find_if(query.order.begin(), query.order.end(), same);
    const store::OrderKey first{request.group_by, asked != query.order.end() && asked->descending};
    query.order.erase(std::remove_if(query.order.begin(), query.order.end(), same), query.order.end());
    query.order.insert(query.order.begin(), first);
  }
  return query;
}

void RecordList::choose_columns() {
  columns_.clear();
  const auto add = [&](const ListField& field, float width) {
    const bool chips = field.type == FilterType::tags || !field.prefix.empty() || field.key == "stage_id";
    columns_.push_back({field.key, Label(field.label), field.weight, width, field.right, chips, field.sortable, field.editable});
  };
  for (const ColumnChoice& choice : request_.columns)
    if (const ListField* field = list_field(entity_, choice.key); field && field->column) add(*field, choice.width);
  if (!columns_.empty()) return;
  for (const ListField& field : fields())
    if (field.shown) add(field, 0);
}

Status RecordList::show(const ListRequest& request) {
  const bool stale = revision_ != session_.revision() || language_ != session_.language() || today_ != session_.clock().today();
  if (!stale && request == request_) return {};
  const auto asked = [](const ListRequest& one) { return std::tie(one.text, one.filter, one.order, one.group_by); };
  const bool again = stale || asked(request) != asked(request_);
  pages_.clear();
  request_ = request;
  revision_ = session_.revision();
  language_ = session_.language();
  today_ = session_.clock().today();
  choose_columns();
  if (!again) return read_groups();
  rows_.clear();
  groups_.clear();
  if (stale) {
    options_.clear();
    filters_.clear();
    for (const auto key : quick_filters(entity_))
      if (const ListField* field = list_field(entity_, key)) {
        filters_.push_back({field->key, Label(field->label), filter_options(*field)});
        if (field->type == FilterType::check)
          filters_.back() = {field->key, msg("list.activity.state"), {{"1", msg("list.activity.to_do")}, {"0", msg("list.activity.done")}}};
      }
    COHOI_TRY(unfiltered_, store::count(session_.db(), query({})));
  }
  COHOI_TRY(rows_, store::run(session_.db(), query(request)));
  return read_groups();
}

Status RecordList::read_groups() {
  groups_.clear();
  spans_.clear();
  lines_ = 0;
  const ListField* field = request_.group_by.empty() ? nullptr : list_field(entity_, request_.group_by);
  if (!field) return {};
  COHOI_TRY(const auto sums, store::group(session_.db(), query(request_), field->key));
  CellReader cells(session_, names_, entity_);
  // The rows stand in the order of their groups: each begins where the one before ends.
  for (std::int64_t first = 0; first < total();) {
    COHOI_TRY(const Value value, store::value_at(session_.db(), entity_, field->key, rows_[static_cast<std::size_t>(first)]));
    const auto found = std::find_if(sums.begin(), sums.end(), [&](const store::GroupSum& sum) { return sum.group == value; });
    const std::int64_t count = found == sums.end() ? total() - first : std::min(found->count, total() - first);
    ListGroup group{.key = group_key(value), .label = given(value) ? cells.label(*field, value) : Label(msg("list.not_given")), .count = count};
    if (found != sums.end())
      for (const Money& money : found->sums) group.sum += (group.sum.empty() ? "" : " + ") + format_money_short(money, language_);
    group.collapsed = std::find(request_.collapsed.begin(), request_.collapsed.end(), group.key) != request_.collapsed.end();
    spans_.push_back({first, lines_});
    lines_ += 1 + (group.collapsed ? 0 : count);
    groups_.push_back(std::move(group));
    first += std::max<std::int64_t>(count, 1);
  }
  return {};
}

RecordList::Line RecordList::line(std::int64_t index) const {
  if (groups_.empty()) return {nullptr, index};
  const auto after = std::upper_bound(spans_.begin(), spans_.end(), index, [](std::int64_t at, const GroupSpan& span) { return at < span.first_line; });
  const auto group = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - spans_.begin() - 1, 0));
  const GroupSpan& span = spans_[group];
  if (index <= span.first_line) return {&groups_[group], span.first_row};
  return {nullptr, span.first_row + index - span.first_line - 1};
}

std::int64_t RecordList::line_of(std::int64_t row) const {
  if (groups_.empty()) return row;
  const auto after = std::upper_bound(spans_.begin(), spans_.end(), row, [](std::int64_t at, const GroupSpan& span) { return at < span.first_row; });
  const auto group = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - spans_.begin() - 1, 0));
  if (groups_[group].collapsed) return -1;
  return spans_[group].first_line + 1 + row - spans_[group].first_row;
}

const ListRow& RecordList::row(std::int64_t index) {
  const auto page = index / page_size;
  auto found = pages_.find(page);
  if (found == pages_.end()) {
    if (pages_.size() >= pages_kept) pages_.clear();
    const auto first = std::clamp<std::int64_t>(page * page_size, 0, total());
    const auto last = std::clamp<std::int64_t>(first + page_size, 0, total());
    const auto at = [&](std::int64_t row) { return rows_.begin() + static_cast<std::ptrdiff_t>(row); };
    found = pages_.emplace(page, read_rows({at(first), at(last)})).first;
  }
  const auto at = static_cast<std::size_t>(index % page_size);
  return at < found->second.size() ? found->second[at] : gone_;
}

std::vector<ListRow> RecordList::read_rows(const std::vector<std::int64_t>& rows) {
  std::vector<ListRow> read;
  CellReader cells(session_, names_, entity_);
  if (const auto records = store::fetch_raw(session_.db(), entity_, rows))
    for (const auto& record : *records) read.push_back(cells.row(record, columns_));
  return read;
}

std::optional<std::int64_t> RecordList::index_of(const Uuid& id) {
  const auto number = store::row_of(session_.db(), entity_, id).value_or(0);
  const auto found = std::find(rows_.begin(), rows_.end(), number);
  if (number == 0 || found == rows_.end()) return std::nullopt;
  return static_cast<std::int64_t>(found - rows_.begin());
}

const std::vector<Option>& RecordList::filter_options(const ListField& field) {
  const auto known = options_.find(field.key);
  if (known != options_.end()) return known->second;
  return options_.emplace(field.key, app::filter_options(session_, names_, entity_, field)).first->second;
}

std::vector<ListView> RecordList::views() { return list_views(session_, entity_); }

std::optional<FormField> RecordList::editor(std::int64_t index, const std::string& column) {
  const ListField* field = list_field(entity_, column);
  const FieldInfo* info = field && field->editable ? record_field(entity_, column) : nullptr;
  const ListRow& shown = row(index);
  if (!info || shown.read_only || shown.id.empty()) return std::nullopt;
  const auto record = store::find_raw(session_.db(), entity_, shown.id);
  if (!record || !*record) return std::nullopt;
  return make_field(session_, names_, *info, field_value((*record)->values, info->key));
}

Result<Command> RecordList::edited(std::int64_t index, const std::string& column, const std::string& typed) {
  const auto field = editor(index, column);
  if (!field) return fail(ErrorCode::refused, msg("refusal.field_by_rule"), column);
  COHOI_TRY(const Value value, read_field(session_, *field, typed));
  return Command{SaveRecord{entity_, row(index).id, {{field->key, value}}}};
}

std::string address_of(Entity entity) { return "#/" + std::string(path_of(entity)); }
std::string address_of(Entity entity, const Uuid& id) { return id.empty() ? std::string() : address_of(entity) + "/" + id.to_string(); }

Tone tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::qualified: return Tone::good;
    case Verdict::unqualified: return Tone::bad;
    case Verdict::incomplete: break;
  }
  return Tone::warning;
}
Message verdict_label(Verdict verdict) { return msg("verdict." + std::string(name_of(verdict))); }
Message status_label(LeadStatus status) { return msg("lead_status." + std::string(name_of(status))); }

}  // namespace cohoi::app
