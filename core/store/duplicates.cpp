#include "core/store/duplicates.h"

#include <algorithm>
#include <array>
#include <string>

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
std::string columns_of(Entity entity) {
  switch (entity) {
    case Entity::account: return "name, email, phone, website, tax_code, kind";
    case Entity::contact: return "first_name, last_name, email, phone, mobile";
    default: return "first_name, last_name, email, phone, company, website, tax_code, status";
  }
}

std::string text_at(const Statement& row, int column) { return std::string(row.text(column)); }

MatchKeys keys_of(Entity entity, const Statement& row) {
  if (entity == Entity::account) {
    Account account;
    account.name = text_at(row, 1);
    account.email = text_at(row, 2);
    account.phone = text_at(row, 3);
    account.website = text_at(row, 4);
    account.tax_code = text_at(row, 5);
    account.kind = row.text(6) == name_of(AccountKind::individual) ? AccountKind::individual : AccountKind::company;
    return duplicate_keys(account);
  }
  if (entity == Entity::contact) {
    Contact contact;
    contact.first_name = text_at(row, 1);
    contact.last_name = text_at(row, 2);
    contact.email = text_at(row, 3);
    contact.phone = text_at(row, 4);
    contact.mobile = text_at(row, 5);
    return duplicate_keys(contact);
  }
  Lead lead;
  lead.first_name = text_at(row, 1);
  lead.last_name = text_at(row, 2);
  lead.email = text_at(row, 3);
  lead.phone = text_at(row, 4);
  lead.company = text_at(row, 5);
  lead.website = text_at(row, 6);
  lead.tax_code = text_at(row, 7);
  return duplicate_keys(lead);
}

// Who hangs together, over places in a sorted list of row numbers.
class Groups {
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

}  // namespace

Result<bool> DuplicateScan::step(int records) {
  switch (phase_) {
    case Phase::start: COHOI_CHECK(start()); break;
    case Phase::read: COHOI_CHECK(read(records)); break;
    case Phase::join: COHOI_CHECK(join()); break;
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
  COHOI_TRY(Statement rows, db_.prepare("SELECT rid, " + columns_of(entity) + " FROM " + table_of(entity).name + " WHERE rid>? ORDER BY rid LIMIT ?"));
  rows.bind(static_cast<std::int64_t>(last_rid_), records);
  int read = 0;
  for (;; ++read) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) break;
    last_rid_ = static_cast<std::uint32_t>(rows.integer(0));
    const bool settled = entity == Entity::lead && rows.text(8) == name_of(LeadStatus::converted);
    MatchSet set;
    const MatchKeys recognised = keys_of(entity, rows);
    add_keys(set, recognised);
    // A whole tax code says more than the ten digits that a company shares with its branches.
    if (!recognised.tax_code.empty()) set.emplace(MatchKind::tax_code, recognised.tax_code);
    for (const auto& [kind, value] : set) keys_.push_back({match_hash(entity, kind, value), last_rid_, kind, settled});
  }
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

Status DuplicateScan::join() {
  std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return a.settled != b.settled ? b.settled : a.rid < b.rid;  // an open one first: the others are compared with it
  });
  for (std::size_t from = 0; from < keys_.size();) {
    std::size_t to = from + 1;
    while (to < keys_.size() && keys_[to].hash == keys_[from].hash) ++to;
    connect(&keys_[from], keys_.data() + to);
    from = to;
  }
  keys_ = {};
  std::vector<std::uint32_t> rids;
  for (const Edge& edge : edges_) rids.insert(rids.end(), {edge.a, edge.b});
  std::sort(rids.begin(), rids.end());
  rids.erase(std::unique(rids.begin(), rids.end()), rids.end());
  std::sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    return a.a != b.a ? a.a < b.a : a.b < b.b;
  });
  Groups groups(std::move(rids));
  for (const Edge& edge : edges_) groups.join(edge.a, edge.b, edge.rank);
  edges_ = {};
  found_ = groups.take();
  named_ = 0;
  phase_ = Phase::name;
  return {};
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

Result<bool> kept_apart(Database& db, const Uuid& a, const Uuid& b) {
  COHOI_TRY(Statement row, db.prepare("SELECT 1 FROM record_pair WHERE kind='apart' AND ((first_id=? AND second_id=?) OR (first_id=? AND second_id=?))"));
  row.bind(a.to_string(), b.to_string(), b.to_string(), a.to_string());
  return row.step();
}

}  // namespace cohoi::store
