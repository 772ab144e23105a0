#include "core/store/list_query.h"

#include <map>

#include "core/store/list_filter.h"
#include "core/store/list_keys.h"
#include "core/store/list_order.h"
#include "core/store/schema.h"
#include "core/store/search_text.h"

namespace cohoi::store {
namespace {

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

using Groups = std::map<std::string, std::pair<Value, Sums>>;  // by cache_text

// One row of the statement of summed(): its number, group, amount with currency, percent.
Status add_row(const Statement& row, bool amount, bool weighs, Groups& groups) {
  Value value = read_value(row, 1);
  std::string text = cache_text(value);
  Sums& sums = groups.try_emplace(std::move(text), std::move(value), Sums{}).first->second.second;
  ++sums.count;
  if (!amount || row.is_null(2)) return {};
  const Money money{row.integer(2), Currency::parse(row.text(3)).value_or(Currency{})};
  COHOI_CHECK(add_to(sums.amounts, money));
  if (!weighs) return {};
  const auto weighted = percent_of(money, static_cast<int>(row.integer(4)));
  if (!weighted) return fail(ErrorCode::invalid, msg("store.sum_too_large"));
  return add_to(sums.weighted, *weighted);
}

// Of the rows that `holds` says, or (when given) of the few alone.
template <class Holds>
Result<std::vector<GroupSum>> summed(Database& db, Entity entity, std::string_view group_key, const Holds& holds,
                                     const std::vector<std::int64_t>* few) {
  ListKey key{.value = "NULL"};
  if (!group_key.empty()) {
    COHOI_TRY(key, list_key(entity, group_key));
  }
  const FieldInfo* amount = amount_field(entity);
  std::vector<const ListKey*> used{&key};
  ListKey probability;
  std::string columns = ", " + key.value;
  if (amount) columns += ", t." + quoted(amount->key) + ", t." + quoted(std::string(amount->key) + "_currency");
  const bool weighs = entity == Entity::opportunity;
  if (weighs) {
    COHOI_TRY(probability, list_key(entity, "stage_kind"));
    used.push_back(&probability);
    // P-5: the stage's, until the user sets one by hand on an open one.
    columns += ", CASE WHEN g.kind='open' THEN coalesce(t.probability, g.probability) ELSE g.probability END";
  } else if (amount) {
    used.push_back(&probability);  // empty: asks for the table itself, where the amount stands
  }
  const ListSource source = source_of(entity, used);
  std::string sql = "SELECT " + source.rid + columns + " FROM " + source.from;
  if (few) sql += " AND " + source.rid + "=?";
  COHOI_TRY(Statement rows, db.prepare(sql));
  Groups groups;
  if (few) {
    for (const std::int64_t rid : *few) {
      rows.bind(rid);
      COHOI_TRY(const bool row, rows.step());
      if (row) COHOI_CHECK(add_row(rows, amount != nullptr, weighs, groups));
      rows.reset();
    }
  } else {
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) break;
      if (holds(rows.integer(0))) COHOI_CHECK(add_row(rows, amount != nullptr, weighs, groups));
    }
  }
  std::vector<GroupSum> result;
  for (const auto& [text, group] : groups)
    result.push_back({group.first, group.second.count, in_list(group.second.amounts), in_list(group.second.weighted)});
  return result;
}

}  // namespace

Result<std::vector<std::int64_t>> run(Database& db, const ListQuery& query) {
  COHOI_TRY(const Rows ordered, ordered_rows(db, query.entity, query.order));
  COHOI_TRY(const Selection selection, Selection::of(db, query));
  if (selection.all()) return *ordered;
  std::vector<std::int64_t> rows;
  rows.reserve(static_cast<std::size_t>(selection.count()));
  for (const std::int64_t rid : *ordered)
    if (selection.holds(rid)) rows.push_back(rid);
  return rows;
}

Result<std::int64_t> count(Database& db, const ListQuery& query) {
  COHOI_TRY(const Selection selection, Selection::of(db, query));
  return selection.all() ? count(db, query.entity) : selection.count();
}

Result<std::vector<GroupSum>> group(Database& db, const ListQuery& query, std::string_view group_key) {
  COHOI_TRY(const Selection selection, Selection::of(db, query));
  return summed(db, query.entity, group_key, [&](std::int64_t rid) { return selection.holds(rid); }, nullptr);
}

Result<std::vector<GroupSum>> group_rows(Database& db, Entity entity, const std::vector<std::int64_t>& rows,
                                         std::string_view group_key) {
  constexpr std::size_t few = 1000;
  RowSet set;
  if (rows.size() > few)
    for (const std::int64_t rid : rows) set.set(rid);
  return summed(db, entity, group_key, [&](std::int64_t rid) { return set.holds(rid); },
                rows.size() > few ? nullptr : &rows);
}

Result<Value> value_at(Database& db, Entity entity, std::string_view key, std::int64_t row) {
  COHOI_TRY(const ListKey found, list_key(entity, key));
  const ListSource source = source_of(entity, {&found});
  COHOI_TRY(Statement rows,
            db.prepare("SELECT " + found.value + " FROM " + source.from + " AND " + source.rid + "=?"));
  rows.bind(row);
  COHOI_TRY(const bool there, rows.step());
  return there ? read_value(rows, 0) : Value{};
}

Result<std::vector<Uuid>> ids_of(Database& db, Entity entity, const std::vector<std::int64_t>& rows) {
  std::vector<Uuid> ids;
  ids.reserve(rows.size());
  COHOI_TRY(Statement row, db.prepare("SELECT id FROM " + table_of(entity).name + " WHERE rid=?"));
  for (const std::int64_t rid : rows) {
    row.bind(rid);
    COHOI_TRY(const bool there, row.step());
    if (there)
      if (const auto id = Uuid::parse(row.text(0))) ids.push_back(*id);
    row.reset();
  }
  return ids;
}

Result<std::int64_t> row_of(Database& db, Entity entity, const Uuid& id) {
  COHOI_TRY(Statement row, db.prepare("SELECT rid FROM " + table_of(entity).name + " WHERE id=?"));
  row.bind(id.to_string());
  COHOI_TRY(const bool there, row.step());
  return there ? row.integer(0) : 0;
}

Result<std::vector<NumberedRecord>> fetch_raw(Database& db, Entity entity, const std::vector<std::int64_t>& rows) {
  std::vector<NumberedRecord> records;
  records.reserve(rows.size());
  const auto& fields = fields_of(entity);
  COHOI_TRY(Statement row, db.prepare(table_of(entity).select_by_rid));
  for (const std::int64_t rid : rows) {
    row.bind(rid);
    COHOI_TRY(const bool there, row.step());
    if (there) {
      NumberedRecord& read = records.emplace_back();
      read.row = rid;
      read.record.entity = entity;
      read.record.id = Uuid::parse(row.text(1)).value_or(Uuid{});
      int column = field_column;
      for (const FieldInfo& field : fields)
        read.record.values.push_back({std::string(field.key), read_field(row, column, field)});
    }
    row.reset();
  }
  return records;
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
