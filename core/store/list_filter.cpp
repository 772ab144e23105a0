#include "core/store/list_filter.h"

#include <charconv>

#include "core/base/text.h"
#include "core/store/list_keys.h"
#include "core/store/search_text.h"

namespace cohoi::store {
namespace {

// One WHERE with its bindings, and what is left to compare in C++ because SQL does not fold.
struct Where {
  std::string sql;
  std::vector<Value> bindings;
  struct Folded {
    std::string needle;
    bool at_start = false;
  };
  std::vector<Folded> folded;
  std::string columns;  // ", expression" for each of `folded`
};

Status invalid_filter(const Filter& filter) {
  return fail(ErrorCode::invalid, msg("store.unknown_key", filter.key), "the filter's values do not fit");
}

// Choices of the screen are texts; numbers are compared as numbers.
Value fitting(const ListKey& key, const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (key.type != KeyType::number || text == nullptr) return value;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  return error == std::errc{} && end == text->data() + text->size() ? Value{number} : value;
}

void add_binding(Where& where, const Value& value) {
  if (const auto* money = std::get_if<Money>(&value))
    where.bindings.emplace_back(money->minor);
  else
    where.bindings.push_back(value);
}

void add_comparison(Where& where, const ListKey& key, const Value& value, std::string_view sign) {
  where.sql += " AND ";
  if (const auto* money = std::get_if<Money>(&value); money && !key.currency.empty()) {
    where.sql += key.currency + "=? AND ";
    where.bindings.emplace_back(std::string(money->currency.code()));
  }
  where.sql += key.value + std::string(sign) + "?";
  add_binding(where, value);
}

// One of a list's texts.
std::string holds_one(const ListKey& key) { return "instr(?||" + key.value + "||?, ?)>0"; }

void add_one_binding(Where& where, const ListKey& key, const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  where.bindings.emplace_back(key.separator);
  where.bindings.emplace_back(key.separator);
  where.bindings.emplace_back(key.separator + (text ? *text : std::string()) + key.separator);
}

Status add_filter(Where& where, const ListKey& key, const Filter& filter) {
  const bool needs_value =
      filter.compare != Compare::is_empty && filter.compare != Compare::is_given && filter.compare != Compare::one_of;
  if (needs_value && filter.values.size() != 1) return invalid_filter(filter);
  const Value value = filter.values.empty() ? Value{} : fitting(key, filter.values.front());
  if (needs_value && !given(value)) {
    if (filter.compare == Compare::equals) return add_filter(where, key, {filter.key, Compare::is_empty, {}});
    if (filter.compare == Compare::not_equals) return add_filter(where, key, {filter.key, Compare::is_given, {}});
    return invalid_filter(filter);
  }
  const bool in_list = key.type == KeyType::list;
  switch (filter.compare) {
    case Compare::equals:
    case Compare::contains:
      if (in_list) {
        where.sql += " AND " + holds_one(key);
        add_one_binding(where, key, value);
        return {};
      }
      if (filter.compare == Compare::equals) {
        add_comparison(where, key, value, "=");
        return {};
      }
      [[fallthrough]];
    case Compare::starts_with: {
      const auto* text = std::get_if<std::string>(&value);
      if (text == nullptr) return invalid_filter(filter);
      where.folded.push_back({fold(*text), filter.compare == Compare::starts_with});
      where.columns += ", " + key.value;
      where.sql += " AND " + key.value + " IS NOT NULL";
      return {};
    }
    case Compare::not_equals:
      if (in_list) {
        where.sql += " AND (" + key.value + " IS NULL OR NOT " + holds_one(key) + ")";
        add_one_binding(where, key, value);
      } else {
        where.sql += " AND " + key.value + " IS NOT ?";
        add_binding(where, value);
      }
      return {};
    case Compare::less:
      add_comparison(where, key, value, "<");
      return {};
    case Compare::less_or_equal:
      add_comparison(where, key, value, "<=");
      return {};
    case Compare::greater:
      add_comparison(where, key, value, ">");
      return {};
    case Compare::greater_or_equal:
      add_comparison(where, key, value, ">=");
      return {};
    case Compare::one_of: {
      std::string any;
      for (const Value& one : filter.values) {
        any += any.empty() ? "" : in_list ? " OR " : ",";
        any += in_list ? holds_one(key) : "?";
        if (in_list)
          add_one_binding(where, key, one);
        else
          add_binding(where, fitting(key, one));
      }
      // None of nothing: no row.
      where.sql += filter.values.empty() ? " AND 0"
                   : in_list             ? " AND (" + any + ")"
                                         : " AND " + key.value + " IN (" + any + ")";
      return {};
    }
    case Compare::is_empty:
      where.sql += " AND " + key.value + " IS NULL";
      return {};
    case Compare::is_given:
      where.sql += " AND " + key.value + " IS NOT NULL";
      return {};
  }
  return invalid_filter(filter);
}

bool holds(const Statement& row, const std::vector<Where::Folded>& folded) {
  int column = 1;
  for (const auto& [needle, at_start] : folded) {
    const std::string text = fold(row.text(column++));
    const std::size_t found = text.find(needle);
    if (found == std::string::npos || (at_start && found != 0)) return false;
  }
  return true;
}

std::string cache_key(Entity entity, const std::vector<Filter>& filters) {
  std::string text = "filter " + std::string(name_of(entity));
  for (const Filter& filter : filters) {
    text += '\x1e' + filter.key + '\x1f' + std::to_string(static_cast<int>(filter.compare));
    for (const Value& value : filter.values) text += '\x1f' + cache_text(value);
  }
  return text;
}

}  // namespace

std::string cache_text(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return "t" + *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return "n" + std::to_string(*number);
  if (const auto* money = std::get_if<Money>(&value)) return "m" + money->to_text();
  return {};
}

void RowSet::add(std::int64_t rid) {
  const auto at = static_cast<std::size_t>(rid);
  if (at >= bits_.size()) bits_.resize(at + at / 2 + 64);
  bits_[at] = true;
}

Result<Rows> filtered_rows(Database& db, Entity entity, const std::vector<Filter>& filters) {
  const std::string cached = cache_key(entity, filters);
  if (!db.in_transaction()) {
    if (Rows rows = db.lists().find(cached, db.total_changes())) return rows;
  }
  std::vector<ListKey> keys;
  keys.reserve(filters.size());
  Where where;
  for (const Filter& filter : filters) {
    COHOI_TRY(ListKey key, list_key(entity, filter.key));
    keys.push_back(std::move(key));
    COHOI_CHECK(add_filter(where, keys.back(), filter));
  }
  // `columns` stand before the WHERE, and every binding behind it, so their order is the order of the text.
  std::vector<const ListKey*> used;
  for (const ListKey& key : keys) used.push_back(&key);
  const ListSource source = source_of(entity, used);
  COHOI_TRY(Statement rows, db.prepare("SELECT " + source.rid + where.columns + " FROM " + source.from + where.sql));
  int index = 1;
  for (const Value& value : where.bindings) {
    if (const auto* text = std::get_if<std::string>(&value))
      rows.bind_at(index++, std::string_view(*text));
    else if (const auto* number = std::get_if<std::int64_t>(&value))
      rows.bind_at(index++, *number);
    else
      rows.bind_at(index++, nullptr);
  }
  auto found = std::make_shared<std::vector<std::int64_t>>();
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) break;
    if (holds(rows, where.folded)) found->push_back(rows.integer(0));
  }
  if (!db.in_transaction()) db.lists().keep(cached, db.total_changes(), found);
  return Rows(found);
}

Result<std::vector<std::int64_t>> rows_with_words(Database& db, Entity entity, const std::string& query) {
  if (!is_searchable(entity))
    return fail(ErrorCode::invalid, msg("store.unknown_key", std::string(name_of(entity))), "no full-text search");
  COHOI_TRY(Statement hits, db.prepare("SELECT rowid FROM search_fts WHERE search_fts MATCH ?"));
  hits.bind(query);
  std::vector<std::int64_t> rids;
  for (;;) {
    COHOI_TRY(const bool row, hits.step());
    if (!row) return rids;
    const std::int64_t hit = hits.integer(0);
    if (hit % entities_in_rid == static_cast<std::int64_t>(entity)) rids.push_back(hit / entities_in_rid);
  }
}

}  // namespace cohoi::store
