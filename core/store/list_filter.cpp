#include "core/store/list_filter.h"

#include <array>
#include <charconv>

#include "core/base/text.h"
#include "core/store/list_keys.h"
#include "core/store/search_index.h"

namespace cohoi::store {
namespace {

using Set = std::shared_ptr<const RowSet>;  // null: every row

// One part of a filter: its SQL with bindings, and what is left to compare here because SQL does not fold.
struct Leaf {
  std::string from, rid, where, column;
  std::vector<Value> bindings;
  Compare folded = Compare::equals;  // equals: nothing to compare here
  std::string needle;
  Dependencies others = 0;
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

class LeafBuilder {
 public:
  LeafBuilder(const ListKey& key, const Filter& filter, Leaf& leaf) : key_(key), filter_(filter), leaf_(leaf) {}

  Status build() {
    switch (filter_.compare) {
      case Compare::is_empty:
        leaf_.where = key_.value + " IS NULL";
        return {};
      case Compare::is_given:
        leaf_.where = key_.value + " IS NOT NULL";
        return {};
      case Compare::one_of:
      case Compare::none_of:
      case Compare::has_all:
        several();
        return {};
      default:
        return single();
    }
  }

 private:
  void bind(const Value& value) {
    if (const auto* money = std::get_if<Money>(&value))
      leaf_.bindings.emplace_back(money->minor);
    else
      leaf_.bindings.push_back(value);
  }

  // Amounts of different currencies have no order: none but those of the same one fit.
  std::string compared(const Value& value, std::string_view sign) {
    std::string sql = "(";
    if (const auto* money = std::get_if<Money>(&value); money && !key_.currency.empty()) {
      sql += key_.currency + "=? AND ";
      leaf_.bindings.emplace_back(std::string(money->currency.code()));
    }
    bind(value);
    return sql + key_.value + std::string(sign) + "?)";
  }

  // One of a list's texts.
  std::string listed(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    leaf_.bindings.emplace_back(key_.separator);
    leaf_.bindings.emplace_back(key_.separator);
    leaf_.bindings.emplace_back(key_.separator + (text ? *text : std::string()) + key_.separator);
    return "instr(?||" + key_.value + "||?, ?)>0";
  }

  std::string equal_to(const Value& value) {
    return key_.type == KeyType::list ? listed(value) : compared(fitting(key_, value), "=");
  }
  // Also where there is no value.
  [[nodiscard]] static std::string negated(const std::string& sql) { return "(" + sql + ") IS NOT 1"; }

  void several() {
    std::string sql;
    for (const Value& value : filter_.values) {
      if (!sql.empty()) sql += filter_.compare == Compare::has_all ? " AND " : " OR ";
      sql += equal_to(value);
    }
    // One of none: no row. All of none: every row.
    if (sql.empty()) sql = filter_.compare == Compare::has_all ? "1" : "0";
    leaf_.where = filter_.compare == Compare::none_of ? negated(sql) : "(" + sql + ")";
  }

  Status single() {
    if (filter_.values.size() != 1) return invalid_filter(filter_);
    const Value& value = filter_.values.front();
    const Compare compare = filter_.compare;
    if (!given(value)) {
      if (compare == Compare::equals)
        leaf_.where = key_.value + " IS NULL";
      else if (compare == Compare::not_equals)
        leaf_.where = key_.value + " IS NOT NULL";
      else
        return invalid_filter(filter_);
      return {};
    }
    if (compare == Compare::equals || (compare == Compare::contains && key_.type == KeyType::list)) {
      leaf_.where = equal_to(value);
      return {};
    }
    if (compare == Compare::not_equals) {
      leaf_.where = negated(equal_to(value));
      return {};
    }
    if (compare >= Compare::less && compare <= Compare::greater_or_equal) {
      static constexpr std::array<std::string_view, 4> signs{"<", "<=", ">", ">="};
      leaf_.where = compared(fitting(key_, value), signs[static_cast<std::size_t>(compare) - static_cast<std::size_t>(Compare::less)]);
      return {};
    }
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return invalid_filter(filter_);
    leaf_.folded = compare;
    leaf_.needle = fold(*text);
    leaf_.column = ", " + key_.value;
    leaf_.where = compare == Compare::not_same_text ? "1" : key_.value + " IS NOT NULL";
    return {};
  }

  const ListKey& key_;
  const Filter& filter_;
  Leaf& leaf_;
};

bool holds(const Statement& row, const Leaf& leaf) {
  if (leaf.folded == Compare::equals) return true;
  const std::string text = fold(row.text(1));
  switch (leaf.folded) {
    case Compare::contains:
      return text.find(leaf.needle) != std::string::npos;
    case Compare::starts_with:
      return text.starts_with(leaf.needle);
    case Compare::same_text:
      return text == leaf.needle;
    default:
      return text != leaf.needle;
  }
}

void bind_all(Statement& rows, const std::vector<Value>& bindings) {
  int index = 1;
  for (const Value& value : bindings) {
    if (const auto* text = std::get_if<std::string>(&value))
      rows.bind_at(index++, std::string_view(*text));
    else if (const auto* number = std::get_if<std::int64_t>(&value))
      rows.bind_at(index++, *number);
    else
      rows.bind_at(index++, nullptr);
  }
}

// Which of `only` hold, or of all rows.
Status read(Database& db, const Leaf& leaf, const std::vector<std::int64_t>* only, RowSet& into) {
  const std::string sql = "SELECT " + leaf.rid + leaf.column + " FROM " + leaf.from + " AND " + leaf.where;
  COHOI_TRY(Statement rows, db.prepare(only ? sql + " AND " + leaf.rid + "=?" : sql));
  if (only == nullptr) {
    bind_all(rows, leaf.bindings);
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) return {};
      if (holds(rows, leaf)) into.set(rows.integer(0));
    }
  }
  for (const std::int64_t rid : *only) {
    bind_all(rows, leaf.bindings);
    rows.bind_at(static_cast<int>(leaf.bindings.size()) + 1, rid);
    COHOI_TRY(const bool row, rows.step());
    into.set(rid, row && holds(rows, leaf));
    rows.reset();
  }
  return {};
}

// Kept between queries and brought up to date by the rows that were written.
Result<Set> rows_of(Database& db, Entity entity, const std::string& key, const Leaf& leaf) {
  const bool keeps = !db.in_transaction();
  ListCache& cache = db.lists();
  if (keeps) {
    if (ListCache::Kept* kept = cache.find(key)) {
      const auto stale = cache.stale_rows(*kept);
      // Somebody may still be reading it.
      if (!stale.empty() && kept->set.use_count() > 1) kept->set = std::make_shared<RowSet>(*kept->set);
      COHOI_CHECK(read(db, leaf, &stale, *kept->set));
      cache.caught_up(*kept);
      return Set(kept->set);
    }
  }
  auto found = std::make_shared<RowSet>();
  COHOI_CHECK(read(db, leaf, nullptr, *found));
  if (keeps) cache.keep({key, entity, leaf.others, nullptr, found});
  return Set(found);
}

Result<Set> filtered(Database& db, Entity entity, const Filter& filter) {
  COHOI_TRY(const ListKey key, list_key(entity, filter.key));
  Leaf leaf;
  leaf.others = key.others;
  COHOI_CHECK(LeafBuilder(key, filter, leaf).build());
  ListSource source = source_of(entity, {&key});
  leaf.from = std::move(source.from);
  leaf.rid = std::move(source.rid);
  std::string name = "filter " + std::string(name_of(entity)) + '\x1e' + filter.key + '\x1f' +
                     std::to_string(static_cast<int>(filter.compare));
  for (const Value& value : filter.values) name += '\x1f' + cache_text(value);
  return rows_of(db, entity, name, leaf);
}

Result<Set> worded(Database& db, Entity entity, const TypedWords& typed) {
  if (!is_searchable(entity))
    return fail(ErrorCode::invalid, msg("store.unknown_key", std::string(name_of(entity))), "no full-text search");
  COHOI_TRY(const SearchWords* const words, known_words(db));
  auto rows = std::make_shared<RowSet>();
  found(typed, *words).each([&](std::int64_t number) {
    const std::int64_t rid = words->entry(number).rid;
    if (rid % entities_in_rid == static_cast<std::int64_t>(entity)) rows->set(rid / entities_in_rid);
  });
  return Set(rows);
}

// What is common to all of a tree's parts, or in any of them, one after the other.
class Combined {
 public:
  explicit Combined(bool any) : any_(any) {}
  void add(const Set& part) {
    if (every_ || (!any_ && part == nullptr)) {
      // Nothing narrows it, or this does not.
    } else if (part == nullptr) {
      every_ = true;
      rows_ = nullptr;
    } else if (rows_ == nullptr) {
      rows_ = part;
    } else {
      auto together = std::make_shared<RowSet>(*rows_);
      if (any_)
        together->add_all(*part);
      else
        together->keep_common(*part);
      rows_ = std::move(together);
    }
  }
  [[nodiscard]] const Set& rows() const { return rows_; }

 private:
  bool any_;
  bool every_ = false;
  Set rows_;
};

Result<Set> in_tree(Database& db, Entity entity, const FilterTree& tree) {
  Combined rows(tree.any);
  for (const Filter& filter : tree.filters) {
    COHOI_TRY(const Set part, filtered(db, entity, filter));
    rows.add(part);
  }
  for (const FilterTree& inner : tree.trees) {
    COHOI_TRY(const Set part, in_tree(db, entity, inner));
    rows.add(part);
  }
  return rows.rows();
}

}  // namespace

std::string cache_text(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return "t" + *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return "n" + std::to_string(*number);
  if (const auto* money = std::get_if<Money>(&value)) return "m" + money->to_text();
  return {};
}

Result<Selection> Selection::of(Database& db, const ListQuery& query) {
  Combined rows(false);
  for (const Filter& filter : query.filters) {
    COHOI_TRY(const Set part, filtered(db, query.entity, filter));
    rows.add(part);
  }
  COHOI_TRY(const Set tree, in_tree(db, query.entity, query.tree));
  rows.add(tree);
  const TypedWords typed = typed_words(query.text);
  if (!typed.folded.empty()) {
    COHOI_TRY(const Set part, worded(db, query.entity, typed));
    rows.add(part);
  }
  Selection selection;
  selection.rows_ = rows.rows();
  return selection;
}

}  // namespace cohoi::store
