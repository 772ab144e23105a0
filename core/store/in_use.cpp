#include "core/store/in_use.h"

#include <algorithm>
#include <map>

#include "core/base/stable_order.h"
#include "core/base/text.h"
#include "core/domain/record.h"
#include "core/store/records.h"
#include "core/store/schema.h"

namespace cohoi::store {
namespace {

Result<Statement> tagged_rows(Database& db, Entity entity) {
  return db.prepare("SELECT id, tags FROM " + std::string(name_of(entity)) + " WHERE tags IS NOT NULL ORDER BY id");
}

}  // namespace

Result<std::vector<TagCount>> tag_counts(Database& db) {
  // Most records carry the same few lists of tags: each is taken apart once.
  std::map<std::string, std::int64_t, std::less<>> lists;
  for (const Entity entity : tagged_entities) {
    COHOI_TRY(Statement rows, tagged_rows(db, entity));
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) break;
      ++lists[std::string(rows.text(1))];
    }
  }
  std::map<std::string, std::map<std::string, std::int64_t>> spellings;  // by folded text
  for (const auto& [list, records] : lists)
    for (const std::string& tag : split_tags(list).items) spellings[fold(tag)][tag] += records;
  std::vector<std::pair<std::string, TagCount>> keyed;
  for (const auto& [folded, written] : spellings) {
    TagCount count;
    std::int64_t most = 0;
    for (const auto& [tag, records] : written) {
      count.records += records;
      if (records > most) count.tag = tag;
      most = std::max(most, records);
    }
    keyed.emplace_back(collation_key(count.tag), std::move(count));
  }
  stable_order(keyed, [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<TagCount> counts;
  for (auto& [key, count] : keyed) counts.push_back(std::move(count));
  return counts;
}

Result<std::vector<Uuid>> records_with_tag(Database& db, Entity entity, std::string_view tag) {
  std::vector<Uuid> found;
  const std::string wanted = fold(tag);
  COHOI_TRY(Statement rows, tagged_rows(db, entity));
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return found;
    const Tags tags = split_tags(rows.text(1));
    const bool has = std::any_of(tags.items.begin(), tags.items.end(), [&](const std::string& one) { return fold(one) == wanted; });
    if (has) found.push_back(Uuid::parse(rows.text(0)).value_or(Uuid{}));
  }
}

Result<std::map<std::string, std::int64_t>> value_counts(Database& db, Entity entity, std::string_view field) {
  std::map<std::string, std::int64_t> counts;
  const std::string column = quoted(field);
  COHOI_TRY(Statement rows, db.prepare("SELECT " + column + ", count(*) FROM " + std::string(name_of(entity)) + " WHERE " + column +
                                       " IS NOT NULL GROUP BY 1"));
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return counts;
    counts.emplace(std::string(rows.text(0)), rows.integer(1));
  }
}

Result<std::vector<Uuid>> records_with_value(Database& db, Entity entity, std::string_view field, std::string_view value) {
  std::vector<Uuid> found;
  COHOI_TRY(Statement rows, db.prepare("SELECT id FROM " + std::string(name_of(entity)) + " WHERE " + quoted(field) + "=? ORDER BY id"));
  rows.bind(value);
  for (;;) {
    COHOI_TRY(const bool row, rows.step());
    if (!row) return found;
    found.push_back(Uuid::parse(rows.text(0)).value_or(Uuid{}));
  }
}

Result<bool> is_field_used(Database& db, const Uuid& custom_field) {
  COHOI_TRY(const auto field, find(db, Id<CustomField>{custom_field}));
  if (!field) return false;
  COHOI_TRY(Statement row, db.prepare("SELECT 1 FROM " + std::string(name_of(field->record_kind)) + " WHERE instr(custom, ?) LIMIT 1"));
  row.bind(field->key + " ");
  return row.step();
}

}  // namespace cohoi::store
