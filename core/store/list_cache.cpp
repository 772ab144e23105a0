#include "core/store/list_cache.h"

#include <algorithm>

#include "core/store/search_words.h"

namespace cohoi::store {
namespace {

// A screen shows one list or one board; each needs an order and a few filters. 100,000 rows are 800 kB.
constexpr std::size_t most_kept = 16;
// More changes at once than this, and everything is made anew: an import, a large bulk edit.
constexpr std::size_t most_changes = 4096;
constexpr std::size_t most_stale = 256;

constexpr std::string_view facts_table = "lead_facts";
constexpr std::int64_t entities_in_rid = 32;  // search_text.h

}  // namespace

void ListCache::changed(std::string_view table, std::int64_t rid, bool fresh) {
  if (kept_.empty()) return;
  if (table == facts_table) {
    note(Entity::lead, rid);
  } else if (table == search_table) {
    const auto entity = static_cast<Entity>(rid % entities_in_rid);
    note(entity, rid / entities_in_rid);
    if (!fresh) note_others(depends_on_title(entity));
  } else if (const auto entity = entity_named(table)) {
    note(*entity, rid);
    if (!fresh) note_others(depends_on(*entity));
  }
}

void ListCache::make_room() {
  if (changes_.size() < most_changes) return;
  first_ += changes_.size();
  changes_.clear();
  kept_.clear();
}

void ListCache::note(Entity entity, std::int64_t rid) {
  make_room();
  if (!kept_.empty()) changes_.push_back({entity, rid, 0});
}

void ListCache::note_others(Dependencies others) {
  make_room();
  if (!kept_.empty()) changes_.push_back({Entity::account, 0, others});
}

void ListCache::clear() {
  first_ += changes_.size();
  changes_.clear();
  kept_.clear();
}

ListCache::Kept* ListCache::find(const std::string& key) {
  for (auto kept = kept_.begin(); kept != kept_.end(); ++kept) {
    if (kept->key != key) continue;
    bool lost = kept->seen < first_;
    std::size_t stale = 0;
    for (std::size_t i = lost ? 0 : static_cast<std::size_t>(kept->seen - first_); !lost && i < changes_.size(); ++i) {
      const Change& change = changes_[i];
      lost = (change.others & kept->others) != 0;
      if (change.others == 0 && change.entity == kept->entity) ++stale;
    }
    if (lost || stale > most_stale) {
      kept_.erase(kept);
      return nullptr;
    }
    kept_.splice(kept_.begin(), kept_, kept);
    return &kept_.front();
  }
  return nullptr;
}

std::vector<std::int64_t> ListCache::stale_rows(const Kept& kept) const {
  std::vector<std::int64_t> rows;
  for (auto i = static_cast<std::size_t>(kept.seen - first_); i < changes_.size(); ++i)
    if (changes_[i].others == 0 && changes_[i].entity == kept.entity) rows.push_back(changes_[i].rid);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

void ListCache::forget(const std::string& key) {
  kept_.remove_if([&](const Kept& kept) { return kept.key == key; });
}

ListCache::Kept& ListCache::keep(Kept kept) {
  kept.seen = position();
  kept_.push_front(std::move(kept));
  if (kept_.size() > most_kept) kept_.pop_back();
  // Nobody needs the changes that all have seen.
  std::uint64_t oldest = position();
  for (const Kept& one : kept_) oldest = std::min(oldest, one.seen);
  if (oldest == position()) {
    first_ = oldest;
    changes_.clear();
  }
  return kept_.front();
}

}  // namespace cohoi::store
