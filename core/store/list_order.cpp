#include "core/store/list_order.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/base/text.h"
#include "core/store/list_keys.h"
#include "core/store/search_text.h"

namespace cohoi::store {
namespace {

// More rows than this are sorted anew sooner than placed one by one.
constexpr std::size_t most_placed = 48;

// One sorting value of one row. Texts stand once in a pool: a column of 100,000 rows has few different ones.
struct Place {
  bool empty = true;
  std::int64_t number = 0;
  const std::string* text = nullptr;

  [[nodiscard]] int compare(const Place& other) const {
    if (text && other.text) return text == other.text ? 0 : text->compare(*other.text);
    return number < other.number ? -1 : number > other.number ? 1 : 0;
  }
};

// How SQLite sorts by the key, empty when it cannot.
std::string sql_order(const ListKey& key) {
  if (key.ranked || key.by_title || key.by_given_name) return {};
  if (!key.order.empty()) return key.order;
  return key.type == KeyType::text || key.type == KeyType::list ? std::string() : key.value;
}

// Stages have an order of their own; the two ends stand behind.
constexpr std::string_view stage_order =
    "pipeline_id||CASE kind WHEN 'open' THEN '0' WHEN 'won' THEN '1' ELSE '2' END||printf('%012d', position)";

// Reads the places of rows, all of them or one at a time: both ways give the same, so that a row finds its place among those sorted
// before.
class Placer {
 public:
  Placer(Database& db, Entity entity, const std::vector<ListKey>& keys, const std::vector<OrderKey>& order)
      : db_(db), keys_(keys), order_(order) {
    std::vector<const ListKey*> used;
    for (const ListKey& key : keys_) {
      used.push_back(&key);
      columns_ += ", " + (key.by_title ? "s.title" : key.order.empty() ? key.value : key.order);
    }
    source_ = source_of(entity, used);
  }

  Result<RowOrder> all() {
    for (const ListKey& key : keys_)
      if (key.ranked) COHOI_CHECK(learn_names(*key.ranked));
    COHOI_TRY(Statement rows, db_.prepare("SELECT " + source_.rid + columns_ + " FROM " + source_.from));
    std::vector<PlacedRow> placed;
    std::vector<Place> places;
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) break;
      placed.push_back({rows.integer(0), places.size()});
      for (std::size_t i = 0; i < keys_.size(); ++i) {
        COHOI_TRY(const Place place, read(rows, i));
        places.push_back(place);
      }
    }
    number_texts(places);
    std::sort(placed.begin(), placed.end(), [&](const PlacedRow& a, const PlacedRow& b) {
      const int compared = compare(places.data() + a.first, places.data() + b.first);
      return compared == 0 ? a.rid > b.rid : compared < 0;
    });
    RowOrder rids;
    rids.reserve(placed.size());
    for (const PlacedRow& row : placed) rids.push_back(row.rid);
    return rids;
  }

  // Takes the rows out and puts those that are still there back where they now belong.
  Status place(RowOrder& rows, const std::vector<std::int64_t>& stale) {
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](std::int64_t rid) { return std::binary_search(stale.begin(), stale.end(), rid); }),
               rows.end());
    for (const std::int64_t rid : stale) {
      COHOI_TRY(const auto places, one(rid));
      if (!places) continue;
      std::size_t from = 0;
      std::size_t to = rows.size();
      while (from < to) {
        const std::size_t middle = from + (to - from) / 2;
        COHOI_TRY(const auto other, one(rows[middle]));
        const int compared = other ? compare(other->data(), places->data()) : 0;
        if (compared < 0 || (compared == 0 && rows[middle] > rid))
          from = middle + 1;
        else
          to = middle;
      }
      rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(from), rid);
    }
    return {};
  }

 private:
  struct PlacedRow {
    std::int64_t rid = 0;
    std::size_t first = 0;  // of its places
  };

  int compare(const Place* left, const Place* right) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (left[i].empty != right[i].empty) return left[i].empty ? 1 : -1;
      const int compared = left[i].empty ? 0 : left[i].compare(right[i]);
      if (compared != 0) return order_[i].descending ? -compared : compared;
    }
    return 0;
  }

  // The places of one row; nothing when it is gone.
  Result<std::optional<std::vector<Place>>> one(std::int64_t rid) {
    COHOI_TRY(Statement row, db_.prepare("SELECT " + source_.rid + columns_ + " FROM " + source_.from + " AND " +
                                         source_.rid + "=?"));
    row.bind(rid);
    COHOI_TRY(const bool there, row.step());
    if (!there) return std::nullopt;
    std::vector<Place> places;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      COHOI_TRY(const Place place, read(row, i));
      places.push_back(place);
    }
    return places;
  }

  Result<Place> read(const Statement& row, std::size_t index) {
    const ListKey& key = keys_[index];
    const int column = static_cast<int>(index) + 1;
    Place place;
    place.empty = row.is_null(column);
    if (place.empty) return place;
    if (row.column_type(column) == 1) {
      place.number = row.integer(column);
      return place;
    }
    const std::string_view text = row.text(column);
    if (key.ranked) {
      COHOI_TRY(place.text, name_behind(*key.ranked, text));
      place.empty = place.text == nullptr;
    } else if (key.by_given_name) {
      const std::size_t sign = text.find('\x1f');
      place.text = pooled(text, [&] {
        return given_name_key(text.substr(0, sign), text.substr(std::min(sign, text.size() - 1) + 1));
      });
    } else if (key.by_title) {
      place.text = pooled(text, [&] { return collation_key(text); });
    } else if (key.order.empty() && key.type == KeyType::text) {
      // Texts that only look alike stay apart: groups are cut where the text changes.
      place.text = pooled(text, [&] { return collation_key(text) + '\0' + std::string(text); });
    } else {
      place.text = pooled(text, [&] { return std::string(text); });  // its bytes are its order
    }
    return place;
  }

  template <class Make>
  const std::string* pooled(std::string_view text, Make&& make) {
    const auto [at, fresh] = pool_.try_emplace(std::string(text));
    if (fresh) at->second = make();
    return &at->second;
  }

  // What a link sorts by: the name behind it, and the id, so that two of the same name stay apart.
  Status learn_names(Entity entity) {
    const std::string name(cohoi::name_of(entity));
    COHOI_TRY(Statement rows, db_.prepare("SELECT t.id, " + name_of(entity) + " FROM " + named(entity)));
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) return {};
      keep_name(entity, rows);
    }
  }
  Result<const std::string*> name_behind(Entity entity, std::string_view id) {
    const auto known = names_.find(std::string(id));
    if (known != names_.end()) return &known->second;
    COHOI_TRY(Statement row, db_.prepare("SELECT t.id, " + name_of(entity) + " FROM " + named(entity) + " WHERE t.id=?"));
    row.bind(id);
    COHOI_TRY(const bool there, row.step());
    if (!there) return nullptr;
    return keep_name(entity, row);
  }
  const std::string* keep_name(Entity entity, const Statement& row) {
    const std::string id(row.text(0));
    const std::string key = entity == Entity::stage ? std::string(row.text(1)) : collation_key(row.text(1));
    return &names_.insert_or_assign(id, key + '\0' + id).first->second;
  }
  static std::string named(Entity entity) {
    const std::string table(cohoi::name_of(entity));
    if (!is_searchable(entity)) return table + " t";
    return table + " t JOIN search s ON s.rid=t.rid*32+" + std::to_string(static_cast<int>(entity));
  }
  static std::string name_of(Entity entity) {
    if (is_searchable(entity)) return "s.title";
    if (entity == Entity::stage) return std::string(stage_order);
    return field_of(entity, "name") != nullptr ? "t.name" : "t.id";
  }

  // Sorting compares numbers instead of texts.
  void number_texts(std::vector<Place>& places) const {
    std::vector<const std::string*> texts;
    for (const auto* known : {&pool_, &names_})
      for (const auto& [text, key] : *known) texts.push_back(&key);
    std::sort(texts.begin(), texts.end(), [](const std::string* a, const std::string* b) { return *a < *b; });
    std::unordered_map<const std::string*, std::int64_t> numbers;
    numbers.reserve(texts.size());
    std::int64_t number = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i > 0 && *texts[i] != *texts[i - 1]) ++number;
      numbers.emplace(texts[i], number);
    }
    for (Place& place : places) {
      if (place.text == nullptr) continue;
      place.number = numbers.at(place.text);
      place.text = nullptr;
    }
  }

  Database& db_;
  const std::vector<ListKey>& keys_;
  const std::vector<OrderKey>& order_;
  ListSource source_;
  std::string columns_;
  // By the text as it stands, by the id; the addresses stay.
  std::unordered_map<std::string, std::string> pool_, names_;
};

Result<RowOrder> collect(Statement& rows) {
  RowOrder rids;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return rids;
    rids.push_back(rows.integer(0));
  }
}

Result<RowOrder> sorted_by_title(Database& db, Entity entity, bool descending) {
  COHOI_TRY(Statement rows, db.prepare(std::string("SELECT rid FROM title_order WHERE entity=? ORDER BY sort_key ") +
                                       (descending ? "DESC, rid DESC" : "ASC, rid DESC")));
  rows.bind(static_cast<int>(entity));
  return collect(rows);
}

Result<RowOrder> sorted_by_sql(Database& db, Entity entity, const std::vector<ListKey>& keys,
                               const std::vector<OrderKey>& order) {
  std::string by;
  std::vector<const ListKey*> used;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    used.push_back(&keys[i]);
    by += sql_order(keys[i]) + (order[i].descending ? " DESC, " : " NULLS LAST, ");
  }
  const ListSource source = source_of(entity, used);
  COHOI_TRY(Statement rows,
            db.prepare("SELECT " + source.rid + " FROM " + source.from + " ORDER BY " + by + source.rid + " DESC"));
  return collect(rows);
}

}  // namespace

Result<Rows> ordered_rows(Database& db, Entity entity, const std::vector<OrderKey>& order) {
  std::string name = "order " + std::string(name_of(entity));
  for (const OrderKey& key : order) name += (key.descending ? " -" : " +") + key.key;
  ListCache::Kept wanted{.key = name, .entity = entity};
  std::vector<ListKey> keys;
  for (const OrderKey& key : order) {
    COHOI_TRY(ListKey found, list_key(entity, key.key));
    wanted.others |= found.others;
    keys.push_back(std::move(found));
  }
  const bool keeps = !db.in_transaction();
  ListCache& cache = db.lists();
  if (ListCache::Kept* kept = keeps ? cache.find(name) : nullptr) {
    const auto stale = cache.stale_rows(*kept);
    if (stale.size() <= most_placed) {
      if (!stale.empty()) {
        if (kept->order.use_count() > 1) kept->order = std::make_shared<RowOrder>(*kept->order);
        COHOI_CHECK(Placer(db, entity, keys, order).place(*kept->order, stale));
      }
      cache.caught_up(*kept);
      return Rows(kept->order);
    }
    cache.forget(name);
  }
  const bool by_title = keys.size() == 1 && keys.front().by_title;
  const bool by_sql = std::none_of(keys.begin(), keys.end(), [](const ListKey& key) { return sql_order(key).empty(); });
  COHOI_TRY(auto sorted, by_title ? sorted_by_title(db, entity, order.front().descending)
                         : by_sql ? sorted_by_sql(db, entity, keys, order)
                                  : Placer(db, entity, keys, order).all());
  wanted.order = std::make_shared<RowOrder>(std::move(sorted));
  Rows rows = wanted.order;
  if (keeps) cache.keep(std::move(wanted));
  return rows;
}

}  // namespace cohoi::store
