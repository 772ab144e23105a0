#include "core/store/list_order.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/text.h"
#include "core/store/list_keys.h"
#include "core/store/search_text.h"

namespace cohoi::store {
namespace {

// The place of every record of an entity among its kind, by id: what a link to it sorts by. Places start at 1.
using Ranks = std::unordered_map<std::string, std::int64_t>;

Result<Ranks> ranks_by_name(Database& db, Entity entity) {
  Ranks ranks;
  std::string sql;
  if (is_searchable(entity)) {
    sql = "SELECT t.id FROM title_order o JOIN " + std::string(name_of(entity)) +
          " t ON t.rid=o.rid WHERE o.entity=" + std::to_string(static_cast<int>(entity)) + " ORDER BY o.sort_key";
  } else if (entity == Entity::stage) {
    // Stages have an order of their own; the two ends stand behind.
    sql =
        "SELECT id FROM stage ORDER BY pipeline_id, CASE kind WHEN 'open' THEN 0 WHEN 'won' THEN 1 ELSE 2 END, "
        "position";
  } else if (field_of(entity, "name") != nullptr) {
    COHOI_TRY(Statement rows, db.prepare("SELECT id, name FROM " + std::string(name_of(entity))));
    std::vector<std::pair<std::string, std::string>> named;
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) break;
      named.emplace_back(collation_key(rows.text(1)), rows.text(0));
    }
    std::sort(named.begin(), named.end());
    for (auto& [key, id] : named) ranks.emplace(std::move(id), static_cast<std::int64_t>(ranks.size()) + 1);
    return ranks;
  } else {
    sql = "SELECT id FROM " + std::string(name_of(entity)) + " ORDER BY id";
  }
  COHOI_TRY(Statement rows, db.prepare(sql));
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return ranks;
    ranks.emplace(rows.text(0), static_cast<std::int64_t>(ranks.size()) + 1);
  }
}

Result<std::vector<std::int64_t>> collect(Statement& rows) {
  std::vector<std::int64_t> rids;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return rids;
    rids.push_back(rows.integer(0));
  }
}

Result<std::vector<std::int64_t>> sorted_by_title(Database& db, Entity entity, bool descending) {
  COHOI_TRY(Statement rows, db.prepare(std::string("SELECT rid FROM title_order WHERE entity=? ORDER BY sort_key ") +
                                       (descending ? "DESC, rid DESC" : "ASC, rid DESC")));
  rows.bind(static_cast<int>(entity));
  return collect(rows);
}

// How SQLite sorts by the key, empty when it cannot.
std::string sql_order(const ListKey& key) {
  if (key.ranked || key.by_title || key.by_given_name) return {};
  if (!key.order.empty()) return key.order;
  return key.type == KeyType::text || key.type == KeyType::list ? std::string() : key.value;
}

Result<std::vector<std::int64_t>> sorted_by_sql(Database& db, Entity entity, const std::vector<ListKey>& keys,
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

// One sorting value of one row. Texts are kept once: a column of 100,000 rows has few different ones.
struct Place {
  bool empty = true;
  std::int64_t number = 0;
  const std::string* text = nullptr;

  [[nodiscard]] int compare(const Place& other) const {
    if (text && other.text) return text == other.text ? 0 : text->compare(*other.text);
    return number < other.number ? -1 : number > other.number ? 1 : 0;
  }
};

// The place of each row by title, by row number.
Result<std::vector<std::int64_t>> ranks_by_title(Database& db, Entity entity) {
  COHOI_TRY(const Rows rows, ordered_rows(db, entity, {{"title", false}}));
  std::vector<std::int64_t> ranks;
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const auto rid = static_cast<std::size_t>((*rows)[i]);
    if (rid >= ranks.size()) ranks.resize(rid + rid / 2 + 64);
    ranks[rid] = static_cast<std::int64_t>(i);
  }
  return ranks;
}

struct PlacedRow {
  std::int64_t rid = 0;
  std::size_t first = 0;  // of its places
};

Result<std::vector<std::int64_t>> sorted_here(Database& db, Entity entity, const std::vector<ListKey>& keys,
                                              const std::vector<OrderKey>& order) {
  std::string columns;
  std::vector<const ListKey*> used;
  std::vector<Ranks> ranks(keys.size());
  std::vector<std::int64_t> title_ranks;  // by row number
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].by_title) {
      COHOI_TRY(title_ranks, ranks_by_title(db, entity));
      columns += ", 0";
      continue;
    }
    used.push_back(&keys[i]);
    columns += ", " + (keys[i].order.empty() ? keys[i].value : keys[i].order);
    if (keys[i].ranked) {
      COHOI_TRY(ranks[i], ranks_by_name(db, *keys[i].ranked));
    }
  }
  const ListSource source = source_of(entity, used);
  COHOI_TRY(Statement rows, db.prepare("SELECT " + source.rid + columns + " FROM " + source.from));
  std::vector<PlacedRow> placed;
  std::vector<Place> places;
  std::unordered_map<std::string, std::string> collated;
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) break;
    placed.push_back({rows.integer(0), places.size()});
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const int column = static_cast<int>(i) + 1;
      Place place;
      place.empty = rows.is_null(column);
      if (keys[i].by_title) {
        const auto at = static_cast<std::size_t>(placed.back().rid);
        place.number = at < title_ranks.size() ? title_ranks[at] : 0;
      } else if (place.empty) {
        // stays empty
      } else if (keys[i].by_given_name) {
        const std::string_view name = rows.text(column);
        const std::size_t sign = name.find('\x1f');
        const auto [at, fresh] = collated.try_emplace(std::string(name));
        if (fresh) at->second = given_name_key(name.substr(0, sign), name.substr(std::min(sign, name.size() - 1) + 1));
        place.text = &at->second;
      } else if (keys[i].ranked) {
        const auto rank = ranks[i].find(std::string(rows.text(column)));
        place.empty = rank == ranks[i].end();
        if (!place.empty) place.number = rank->second;
      } else if (rows.column_type(column) == 1) {
        place.number = rows.integer(column);
      } else if (keys[i].order.empty() && keys[i].type == KeyType::text) {
        const auto [at, fresh] = collated.try_emplace(std::string(rows.text(column)));
        if (fresh) at->second = collation_key(at->first);
        place.text = &at->second;
      } else {
        // A key that SQLite could have sorted alone: its bytes are its order.
        const std::string bytes(rows.blob(column));
        place.text = &collated.try_emplace('\0' + bytes, bytes).first->second;
      }
      places.push_back(place);
    }
  }
  std::sort(placed.begin(), placed.end(), [&](const PlacedRow& a, const PlacedRow& b) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const Place& left = places[a.first + i];
      const Place& right = places[b.first + i];
      if (left.empty != right.empty) return right.empty;
      if (left.empty) continue;
      const int compared = left.compare(right);
      if (compared != 0) return order[i].descending ? compared > 0 : compared < 0;
    }
    return a.rid > b.rid;
  });
  std::vector<std::int64_t> rids;
  rids.reserve(placed.size());
  for (const PlacedRow& row : placed) rids.push_back(row.rid);
  return rids;
}

}  // namespace

Result<Rows> ordered_rows(Database& db, Entity entity, const std::vector<OrderKey>& order) {
  std::string cached = "order " + std::string(name_of(entity));
  for (const OrderKey& key : order) cached += (key.descending ? " -" : " +") + key.key;
  if (!db.in_transaction()) {
    if (Rows rows = db.lists().find(cached, db.total_changes())) return rows;
  }
  std::vector<ListKey> keys;
  for (const OrderKey& key : order) {
    COHOI_TRY(ListKey found, list_key(entity, key.key));
    keys.push_back(std::move(found));
  }
  const bool by_title = keys.size() == 1 && keys.front().by_title;
  const bool by_sql = std::none_of(keys.begin(), keys.end(), [](const ListKey& key) { return sql_order(key).empty(); });
  COHOI_TRY(auto sorted, by_title ? sorted_by_title(db, entity, order.front().descending)
                         : by_sql ? sorted_by_sql(db, entity, keys, order)
                                  : sorted_here(db, entity, keys, order));
  auto rows = std::make_shared<const std::vector<std::int64_t>>(std::move(sorted));
  if (!db.in_transaction()) db.lists().keep(std::move(cached), db.total_changes(), rows);
  return Rows(rows);
}

}  // namespace cohoi::store
