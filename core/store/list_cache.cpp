#include "core/store/list_cache.h"

namespace cohoi::store {
namespace {

// A screen shows one list or one board; each needs an order and a few filters. 100,000 rows are 800 kB.
constexpr std::size_t most_entries = 12;

}  // namespace

Rows ListCache::find(const std::string& key, std::int64_t version) {
  if (version != version_) entries_.clear();
  version_ = version;
  for (auto entry = entries_.begin(); entry != entries_.end(); ++entry) {
    if (entry->key != key) continue;
    entries_.splice(entries_.begin(), entries_, entry);
    return entries_.front().rows;
  }
  return nullptr;
}

void ListCache::keep(std::string key, std::int64_t version, Rows rows) {
  if (version != version_) entries_.clear();
  version_ = version;
  entries_.push_front({std::move(key), std::move(rows)});
  if (entries_.size() > most_entries) entries_.pop_back();
}

}  // namespace cohoi::store
