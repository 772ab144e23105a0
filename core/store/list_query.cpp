#include "core/store/list_query.h"

#include <map>

#include "core/store/list_filter.h"
#include "core/store/list_keys.h"
#include "core/store/list_order.h"
#include "core/store/schema.h"
#include "core/store/search_text.h"

namespace cohoi::store {
namespace {

// Which rows a query holds, apart from their order. Without filters and words: all.
class Selection {
 public:
  [[nodiscard]] static Result<Selection> of(Database& db, const ListQuery& query) {
    Selection selection;
    if (!query.filters.empty()) {
      COHOI_TRY(const Rows rows, filtered_rows(db, query.entity, query.filters));
      selection.take(*rows);
    }
    const std::string words = folded_query(query.text);
    if (!words.empty()) {
      COHOI_TRY(const auto rows, rows_with_words(db, query.entity, words));
      selection.take(rows);
    }
    return selection;
  }

  [[nodiscard]] bool all() const { return sets_.empty(); }
  [[nodiscard]] bool holds(std::int64_t rid) const {
    for (const RowSet& set : sets_)
      if (!set.holds(rid)) return false;
    return true;
  }

 private:
  void take(const std::vector<std::int64_t>& rows) {
    RowSet set;
    for (const std::int64_t rid : rows) set.add(rid);
    sets_.push_back(std::move(set));
  }

  std::vector<RowSet> sets_;
};

struct Sums {
  std::int64_t count = 0;
  std::map<std::string, Money, std::less<>> amounts, weighted;
};

Status add_to(std::map<std::string, Money, std::less<>>& sums, const Money& money) {
  const auto [at, fresh] = sums.try_emplace(std::string(money.currency.code()), money);
  if (fresh) return {};
  const auto sum = add(at->second, money);
  if (!sum) return fail(ErrorCode::invalid, msg("store.sum_too_large"));
  at->second = *sum;
  return {};
}

std::vector<Money> in_list(const std::map<std::string, Money, std::less<>>& sums) {
  std::vector<Money> list;
  for (const auto& [currency, money] : sums) list.push_back(money);
  return list;
}

const FieldInfo* amount_field(Entity entity) {
  for (const FieldInfo& field : fields_of(entity))
    if (field.type == FieldType::money) return &field;
  return nullptr;
}

Value read_value(const Statement& row, int column) {
  switch (row.column_type(column)) {
    case 1:
      return row.integer(column);
    case 3:
      return std::string(row.text(column));
    default:
      return {};
  }
}

}  // namespace

Result<std::vector<std::int64_t>> run(Database& db, const ListQuery& query) {
  COHOI_TRY(const Rows ordered, ordered_rows(db, query.entity, query.order));
  COHOI_TRY(const Selection selection, Selection::of(db, query));
  if (selection.all()) return *ordered;
  std::vector<std::int64_t> rows;
  for (const std::int64_t rid : *ordered)
    if (selection.holds(rid)) rows.push_back(rid);
  return rows;
}

Result<std::int64_t> count(Database& db, const ListQuery& query) {
  if (folded_query(query.text).empty()) {
    if (query.filters.empty()) return count(db, query.entity);
    COHOI_TRY(const Rows rows, filtered_rows(db, query.entity, query.filters));
    return static_cast<std::int64_t>(rows->size());
  }
  COHOI_TRY(const auto rows, run(db, {query.entity, query.text, query.filters, {}}));
  return static_cast<std::int64_t>(rows.size());
}

Result<std::vector<GroupSum>> group(Database& db, const ListQuery& query, std::string_view group_key) {
  COHOI_TRY(const ListKey key, list_key(query.entity, group_key));
  COHOI_TRY(const Selection selection, Selection::of(db, query));
  const FieldInfo* amount = amount_field(query.entity);
  std::vector<const ListKey*> used{&key};
  ListKey probability;
  std::string columns = ", " + key.value;
  if (amount) columns += ", t." + quoted(amount->key) + ", t." + quoted(std::string(amount->key) + "_currency");
  const bool weighs = query.entity == Entity::opportunity;
  if (weighs) {
    COHOI_TRY(probability, list_key(query.entity, "stage_kind"));
    used.push_back(&probability);
    // P-5: the stage's, until the user sets one by hand on an open one.
    columns += ", CASE WHEN g.kind='open' THEN coalesce(t.probability, g.probability) ELSE g.probability END";
  } else if (amount) {
    used.push_back(&probability);  // empty: asks for the table itself, where the amount stands
  }
  const ListSource source = source_of(query.entity, used);
  COHOI_TRY(Statement rows, db.prepare("SELECT " + source.rid + columns + " FROM " + source.from));
  std::map<Value, Sums, bool (*)(const Value&, const Value&)> groups(
      [](const Value& a, const Value& b) { return cache_text(a) < cache_text(b); });
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) break;
    if (!selection.holds(rows.integer(0))) continue;
    Sums& sums = groups[read_value(rows, 1)];
    ++sums.count;
    if (!amount || rows.is_null(2)) continue;
    const Money money{rows.integer(2), Currency::parse(rows.text(3)).value_or(Currency{})};
    COHOI_CHECK(add_to(sums.amounts, money));
    if (!weighs) continue;
    const auto weighted = percent_of(money, static_cast<int>(rows.integer(4)));
    if (!weighted) return fail(ErrorCode::invalid, msg("store.sum_too_large"));
    COHOI_CHECK(add_to(sums.weighted, *weighted));
  }
  std::vector<GroupSum> result;
  for (const auto& [value, sums] : groups)
    result.push_back({value, sums.count, in_list(sums.amounts), in_list(sums.weighted)});
  return result;
}

template <class T>
Result<std::vector<T>> fetch(Database& db, const std::vector<std::int64_t>& rows) {
  std::vector<T> records;
  records.reserve(rows.size());
  COHOI_TRY(Statement row, db.prepare(table_of(T::entity).select_by_rid));
  for (const std::int64_t rid : rows) {
    row.bind(rid);
    COHOI_TRY(const bool there, row.step());
    if (there) records.push_back(read_record<T>(row));
    row.reset();
  }
  return records;
}

template Result<std::vector<Account>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Contact>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Lead>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Opportunity>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Activity>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<CriterionAnswer>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<ContactRole>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<LineItem>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<StageVisit>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Product>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Criterion>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Pipeline>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Stage>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Owner>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Choice>> fetch(Database&, const std::vector<std::int64_t>&);
template Result<std::vector<Setting>> fetch(Database&, const std::vector<std::int64_t>&);

}  // namespace cohoi::store
