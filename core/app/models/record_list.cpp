#include "core/app/models/record_list.h"

#include <algorithm>

#include "core/app/models/list_shapes.h"

namespace cohoi::app {

namespace {

constexpr std::int64_t page_size = 64;
// Enough for a tall screen scrolled fast; older pages are read again.
constexpr std::size_t pages_kept = 12;

ListShape shape_of(Entity entity, Names& names) {
  switch (entity) {
    case Entity::opportunity: return opportunity_list_shape(names);
    case Entity::account: return account_list_shape(names);
    case Entity::contact: return contact_list_shape(names);
    case Entity::activity: return activity_list_shape(names);
    case Entity::product: return product_list_shape(names);
    default: return lead_list_shape(names);
  }
}

template <class T>
std::vector<ListRow> rows_of(Session& session, Names& names, const std::vector<std::int64_t>& numbers) {
  std::vector<ListRow> rows;
  if (const auto records = store::fetch<T>(session.db(), numbers))
    for (const auto& record : *records) rows.push_back(list_row(record, names, session));
  return rows;
}

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

}  // namespace

RecordList::RecordList(Session& session, Names& names, Entity entity) : session_(session), names_(names), entity_(entity) {}

void RecordList::restrict_to(store::Filter filter) { restrictions_.push_back(std::move(filter)); }

store::ListQuery RecordList::query(const ListRequest& request) const {
  store::ListQuery query{.entity = entity_, .text = request.text, .filters = restrictions_, .order = {}};
  for (const auto& [key, value] : request.chosen)
    if (!value.empty()) query.filters.push_back({key, store::Compare::equals, {value}});
  if (!request.order.key.empty()) query.order.push_back(request.order);
  return query;
}

Status RecordList::show(const ListRequest& request) {
  const bool stale = revision_ != session_.revision() || language_ != session_.language();
  if (!stale && request == request_) return {};
  if (stale) {
    auto shape = shape_of(entity_, names_);
    columns_ = std::move(shape.columns);
    filters_ = std::move(shape.filters);
    COHOI_TRY(unfiltered_, store::count(session_.db(), query({})));
  }
  pages_.clear();
  rows_.clear();
  request_ = request;
  revision_ = session_.revision();
  language_ = session_.language();
  COHOI_TRY(rows_, store::run(session_.db(), query(request)));
  return {};
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
  switch (entity_) {
    case Entity::opportunity: return rows_of<Opportunity>(session_, names_, rows);
    case Entity::account: return rows_of<Account>(session_, names_, rows);
    case Entity::contact: return rows_of<Contact>(session_, names_, rows);
    case Entity::activity: return rows_of<Activity>(session_, names_, rows);
    case Entity::product: return rows_of<Product>(session_, names_, rows);
    default: return rows_of<Lead>(session_, names_, rows);
  }
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
