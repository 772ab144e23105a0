#include "core/store/duplicates.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "core/store/record_scan.h"
#include "core/store/schema.h"

namespace cohoi::store {
namespace {

constexpr std::array<Entity, 3> kinds{Entity::lead, Entity::contact, Entity::account};

// Strongest first. What many records share says nothing about any of them: one office line, one common name.
constexpr int rank_of(MatchKind kind) {
  switch (kind) {
    case MatchKind::email: return 0;
    case MatchKind::phone: return 1;
    case MatchKind::tax_code: return 2;
    case MatchKind::name:
    case MatchKind::person: return 3;
    case MatchKind::domain: return 4;
    case MatchKind::taxpayer: break;
  }
  return 5;
}
constexpr bool is_weak(int rank) { return rank > 2; }
constexpr std::ptrdiff_t most_sharing(MatchKind kind) { return is_weak(rank_of(kind)) ? 10 : 200; }
// Up to here every two are looked at, beyond each with the first only.
constexpr std::ptrdiff_t few = 10;
// A weak reason makes no group larger than this.
constexpr std::uint32_t most_by_weak = 10;

// The fields a record is recognised by, nothing else: the pass reads all of them.
std::span<const std::string_view> recognised_by(Entity entity) {
  static constexpr auto account = std::to_array<std::string_view>({"name", "email", "phone", "website", "tax_code", "kind"});
  static constexpr auto contact = std::to_array<std::string_view>({"first_name", "last_name", "email", "phone", "mobile"});
  static constexpr auto lead = std::to_array<std::string_view>({"first_name", "last_name", "email", "phone", "company", "website", "tax_code", "status"});
  if (entity == Entity::account) return account;
  if (entity == Entity::contact) return contact;
  return lead;
}

MatchKeys keys_of(const RawRecord& record, bool& settled) {
  if (record.entity == Entity::account) return duplicate_keys(typed<Account>(record));
  if (record.entity == Entity::contact) return duplicate_keys(typed<Contact>(record));
  const Lead lead = typed<Lead>(record);
  settled = lead.status == LeadStatus::converted;
  return duplicate_keys(lead);
}

}  // namespace

// Who hangs together, over places in a sorted list of row numbers.
class DuplicateScan::Groups {
 public:
  explicit Groups(std::vector<std::uint32_t> rids) : rids_(std::move(rids)), parent_(rids_.size()), size_(rids_.size(), 1), rank_(rids_.size(), 9) {
    for (std::uint32_t i = 0; i < parent_.size(); ++i) parent_[i] = i;
  }
  void join(std::uint32_t a, std::uint32_t b, int rank) {
    std::uint32_t one = root(place(a)), other = root(place(b));
    if (one != other && is_weak(rank) && size_[one] + size_[other] > most_by_weak) return;
    rank_[one] = std::min({rank_[one], rank_[other], rank});
    if (one == other) return;
    parent_[other] = one;
    size_[one] += size_[other];
  }
  // Of each group its row numbers, by rank.
  std::vector<std::vector<std::uint32_t>> take() {
    std::vector<std::pair<int, std::uint32_t>> order;  // rank and root, in the order of the members
    std::vector<std::uint32_t> at(rids_.size(), 0);
    for (std::uint32_t i = 0; i < rids_.size(); ++i)
      if (root(i) == i && size_[i] > 1) order.emplace_back(rank_[i], i);
    std::sort(order.begin(), order.end());
    std::vector<std::vector<std::uint32_t>> groups(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) at[order[i].second] = i + 1;
    for (std::uint32_t i = 0; i < rids_.size(); ++i)
      if (const std::uint32_t group = at[root(i)]; group > 0) groups[group - 1].push_back(rids_[i]);
    return groups;
  }

 private:
  std::uint32_t place(std::uint32_t rid) const {
    return static_cast<std::uint32_t>(std::lower_bound(rids_.begin(), rids_.end(), rid) - rids_.begin());
  }
  std::uint32_t root(std::uint32_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  std::vector<std::uint32_t> rids_, parent_, size_;
  std::vector<int> rank_;
};

DuplicateScan::DuplicateScan(Database& db) : db_(db) {}
DuplicateScan::~DuplicateScan() = default;

Result<bool> DuplicateScan::step(int records) {
  switch (phase_) {
    case Phase::start: COHOI_CHECK(start()); break;
    case Phase::read: COHOI_CHECK(read(records)); break;
    case Phase::join: join(); break;
    case Phase::sort: sort(); break;
    case Phase::unite: unite(); break;
    case Phase::name: COHOI_CHECK(name(records)); break;
    case Phase::end: break;
  }
  return phase_ != Phase::end;
}

Status DuplicateScan::start() {
  if (total_ == 0) {
    for (const Entity entity : kinds) {
      COHOI_TRY(const std::int64_t count, db_.query_integer("SELECT count(*) FROM " + table_of(entity).name));
      total_ += count;
    }
  }
  const std::string& table = table_of(kinds[kind_]).name;
  COHOI_TRY(Statement rows, db_.prepare("SELECT min(a.rid, b.rid), max(a.rid, b.rid) FROM record_pair p JOIN " + table + " a ON a.id=p.first_id JOIN " +
                                        table + " b ON b.id=p.second_id WHERE p.kind='apart'"));
  apart_.clear();
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) break;
    apart_.emplace_back(static_cast<std::uint32_t>(rows.integer(0)), static_cast<std::uint32_t>(rows.integer(1)));
  }
  std::sort(apart_.begin(), apart_.end());
  phase_ = Phase::read;
  return {};
}

Status DuplicateScan::read(int records) {
  const Entity entity = kinds[kind_];
  COHOI_TRY(const int read, some_raw(db_, entity, recognised_by(entity), last_rid_, records, [&](const RawRecord& record) {
    bool settled = false;
    MatchSet set;
    const MatchKeys recognised = keys_of(record, settled);
    add_keys(set, recognised);
    // A whole tax code says more than the ten digits that a company shares with its branches.
    if (!recognised.tax_code.empty()) set.emplace(MatchKind::tax_code, recognised.tax_code);
    for (const auto& [kind, value] : set) {
      const std::int64_t hash = match_hash(entity, kind, value);
      keys_[static_cast<std::uint64_t>(hash) % keys_.size()].push_back({hash, static_cast<std::uint32_t>(last_rid_), kind, settled});
    }
  }));
  done_ += read;
  if (read < records) phase_ = Phase::join;
  return {};
}

void DuplicateScan::connect(const Key& a, const Key& b) {
  if (a.rid == b.rid || (a.settled && b.settled)) return;
  const auto pair = std::minmax(a.rid, b.rid);
  if (std::binary_search(apart_.begin(), apart_.end(), std::pair<std::uint32_t, std::uint32_t>(pair))) return;
  edges_.push_back({rank_of(a.kind), pair.first, pair.second});
}

// All that share one key.
void DuplicateScan::connect(const Key* first, const Key* last) {
  const std::ptrdiff_t count = last - first;
  if (count < 2 || count > most_sharing(first->kind)) return;
  for (const Key* a = first; a != last && (count <= few || a == first); ++a)
    for (const Key* b = a + 1; b != last; ++b) connect(*a, *b);
}

void DuplicateScan::join() {
  std::vector<Key> keys = std::exchange(keys_[at_], {});
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return a.settled != b.settled ? b.settled : a.rid < b.rid;  // an open one first: the others are compared with it
  });
  for (std::size_t from = 0; from < keys.size();) {
    std::size_t to = from + 1;
    while (to < keys.size() && keys[to].hash == keys[from].hash) ++to;
    connect(&keys[from], keys.data() + to);
    from = to;
  }
  if (++at_ == keys_.size()) phase_ = Phase::sort;
}

void DuplicateScan::sort() {
  std::vector<std::uint32_t> rids;
  for (const Edge& edge : edges_) rids.insert(rids.end(), {edge.a, edge.b});
  std::sort(rids.begin(), rids.end());
  rids.erase(std::unique(rids.begin(), rids.end()), rids.end());
  std::sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    return a.a != b.a ? a.a < b.a : a.b < b.b;
  });
  united_ = std::make_unique<Groups>(std::move(rids));
  at_ = 0;
  phase_ = Phase::unite;
}

void DuplicateScan::unite() {
  constexpr std::size_t at_once = 10'000;
  for (const std::size_t end = std::min(at_ + at_once, edges_.size()); at_ < end; ++at_) united_->join(edges_[at_].a, edges_[at_].b, edges_[at_].rank);
  if (at_ < edges_.size()) return;
  found_ = united_->take();
  united_.reset();
  edges_ = {};
  at_ = 0;
  named_ = 0;
  phase_ = Phase::name;
}

Status DuplicateScan::name(int records) {
  const Entity entity = kinds[kind_];
  COHOI_TRY(Statement row, db_.prepare("SELECT id FROM " + table_of(entity).name + " WHERE rid=?"));
  for (; named_ < found_.size() && records > 0; ++named_) {
    DuplicateGroup group{entity, {}};
    for (const std::uint32_t rid : found_[named_]) {
      row.bind(static_cast<std::int64_t>(rid));
      COHOI_TRY(const bool there, row.step());
      if (!there) continue;
      if (const auto id = Uuid::parse(row.text(0))) group.ids.push_back(*id);
      row.reset();
      --records;
    }
    if (group.ids.size() > 1) groups_.push_back(std::move(group));
  }
  if (named_ == found_.size()) next_kind();
  return {};
}

void DuplicateScan::next_kind() {
  found_ = {};
  last_rid_ = 0;
  phase_ = ++kind_ < kinds.size() ? Phase::start : Phase::end;
}

Result<std::optional<Uuid>> merged_into(Database& db, Entity entity, const Uuid& id) {
  COHOI_TRY(Statement row, db.prepare("SELECT second_id FROM record_pair WHERE first_id=? AND kind='merged'"));
  COHOI_TRY(Statement there, db.prepare("SELECT 1 FROM " + table_of(entity).name + " WHERE id=?"));
  std::string at = id.to_string();
  // What it became part of may have been merged again.
  constexpr int longest = 100;
  for (int i = 0; i < longest; ++i) {
    row.bind(at);
    COHOI_TRY(const bool merged, row.step());
    if (!merged) return std::nullopt;
    at = std::string(row.text(0));
    row.reset();
    there.bind(at);
    COHOI_TRY(const bool found, there.step());
    there.reset();
    if (found) return Uuid::parse(at);
  }
  return std::nullopt;
}

Result<std::vector<Uuid>> merged_from(Database& db, const Uuid& id) {
  COHOI_TRY(Statement rows, db.prepare("WITH RECURSIVE gone(id) AS (SELECT first_id FROM record_pair WHERE kind='merged' AND second_id=? "
                                       "UNION SELECT p.first_id FROM record_pair p JOIN gone g ON p.second_id=g.id WHERE p.kind='merged') SELECT id FROM gone"));
  rows.bind(id.to_string());
  std::vector<Uuid> gone;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return gone;
    if (const auto one = Uuid::parse(rows.text(0))) gone.push_back(*one);
  }
}

Result<bool> kept_apart(Database& db, const Uuid& a, const Uuid& b) {
  COHOI_TRY(Statement row, db.prepare("SELECT 1 FROM record_pair WHERE kind='apart' AND ((first_id=? AND second_id=?) OR (first_id=? AND second_id=?))"));
  row.bind(a.to_string(), b.to_string(), b.to_string(), a.to_string());
  return row.step();
}

}  // namespace cohoi::store
