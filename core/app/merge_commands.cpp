// MergeRecords: several records become one. Whatever pointed at those that go points at the one that stays; they leave a redirect.
// KeepApart: they are not the same, and are not offered again.
#include <algorithm>

#include "core/app/plan_support.h"
#include "core/app/plans.h"
#include "core/app/record_values.h"
#include "core/app/references.h"

namespace cohoi::app {
namespace {

std::optional<RecordKind> kind_of(Entity entity) {
  if (entity == Entity::opportunity) return std::nullopt;
  return enum_named<RecordKind>(name_of(entity));
}

Result<std::vector<store::RawRecord>> several(const Draft& draft, Entity entity, const std::vector<Uuid>& ids) {
  const auto too_few = [] { return fail(ErrorCode::invalid, msg("refusal.merge.how_many", static_cast<std::int64_t>(most_merged))); };
  if (!kind_of(entity)) return fail(ErrorCode::invalid, msg("refusal.no_such_field"), std::string(name_of(entity)));
  if (ids.size() < 2 || ids.size() > most_merged) return too_few();
  std::vector<store::RawRecord> records;
  for (const Uuid& id : ids) {
    COHOI_TRY(std::optional<store::RawRecord> raw, draft.find_raw(entity, id));
    if (!raw) return fail(Draft::gone(entity));
    for (const store::RawRecord& other : records)
      if (other.id == id) return too_few();
    records.push_back(*std::move(raw));
  }
  return records;
}

// C-10: a converted lead stays as it is.
Status check_open(const store::RawRecord& record) {
  if (record.entity != Entity::lead || store::typed<Lead>(record).status != LeadStatus::converted) return {};
  return fail(ErrorCode::refused, msg("refusal.merge.converted", title_of_raw(record)));
}

// One answer for each criterion: the survivor's, unless it does not say.
Status move(Draft& draft, const CriterionAnswer& moved, LeadId to) {
  COHOI_TRY(const std::vector<CriterionAnswer> answers, draft.find_by<CriterionAnswer>("lead_id", to));
  for (const CriterionAnswer& own : answers) {
    if (own.criterion != moved.criterion) continue;
    const bool keeps = own.answer != Answer::unknown || moved.answer == Answer::unknown;
    draft.remove(Entity::answer, keeps ? moved.id.uuid : own.id.uuid);
    if (keeps) return {};
  }
  CriterionAnswer answer = moved;
  answer.lead_id = to;
  draft.put(answer);
  return {};
}

// One role for each opportunity (P-8).
Status move(Draft& draft, const ContactRole& moved, ContactId to) {
  COHOI_TRY(const std::vector<ContactRole> roles, draft.find_by<ContactRole>("contact_id", to));
  for (ContactRole own : roles) {
    if (own.opportunity_id != moved.opportunity_id) continue;
    if (own.part == Part::unknown) own.part = moved.part;
    own.primary = own.primary || moved.primary;
    draft.remove(Entity::contact_role, moved.id.uuid);
    draft.put(own);
    return {};
  }
  ContactRole role = moved;
  role.contact_id = to;
  draft.put(role);
  return {};
}

Status move(Draft& draft, const Reference& reference, const RecordRef& to) {
  if (reference.from.entity == Entity::answer && to.entity == Entity::lead) {
    COHOI_TRY(const CriterionAnswer answer, draft.get(AnswerId{reference.from.id}));
    return move(draft, answer, LeadId{to.id});
  }
  if (reference.from.entity == Entity::contact_role) {
    COHOI_TRY(const ContactRole role, draft.get(Id<ContactRole>{reference.from.id}));
    return move(draft, role, ContactId{to.id});
  }
  COHOI_TRY(std::optional<store::RawRecord> raw, draft.find_raw(reference.from.entity, reference.from.id));
  if (!raw) return {};
  for (FieldValue& field : raw->values)
    if (field.key == reference.field) field.value = to_value(to.id);
  draft.restore_raw(*std::move(raw));
  return {};
}

// What was said of the one that goes holds for the one it becomes part of.
Status move_pairs(Draft& draft, const Uuid& from, const Uuid& to) {
  for (const std::string_view field : {"first_id", "second_id"}) {
    COHOI_TRY(const std::vector<RecordPair> pairs, draft.find_by<RecordPair>(field, to_value(from)));
    for (RecordPair pair : pairs) {
      if (pair.kind != PairKind::apart) continue;  // a redirect leads on by itself
      (field == "first_id" ? pair.first_id : pair.second_id) = to;
      if (pair.first_id == pair.second_id) draft.remove(Entity::record_pair, pair.id.uuid);
      else draft.put(pair);
    }
  }
  return {};
}

// An account may not come to stand above itself.
Status untie(Draft& draft, AccountId id) {
  COHOI_TRY(Account account, draft.get(id));
  AccountId above = account.parent_id;
  constexpr int highest = 100;
  for (int steps = 0; !above.empty(); ++steps) {
    if (above == id || steps > highest) {
      account.parent_id = {};
      draft.put(account);
      return {};
    }
    COHOI_TRY(const std::optional<Account> parent, draft.find(above));
    above = parent ? parent->parent_id : AccountId{};
  }
  return {};
}

Result<bool> known_apart(const Draft& draft, const Uuid& a, const Uuid& b) {
  COHOI_TRY(const std::vector<RecordPair> pairs, draft.find_by<RecordPair>("first_id", to_value(a)));
  return std::any_of(pairs.begin(), pairs.end(), [&](const RecordPair& pair) { return pair.kind == PairKind::apart && pair.second_id == b; });
}

}  // namespace

Result<Planned> plan(const MergeRecords& command, Draft& draft) {
  COHOI_TRY(std::vector<store::RawRecord> records, several(draft, command.entity, command.ids));
  std::vector<RecordValues> values;
  for (const store::RawRecord& record : records) {
    COHOI_CHECK(check_open(record));
    values.push_back(record.values);
  }
  COHOI_TRY(Merged merged, merge(command.entity, values, command.choices));
  const RecordRef survivor{command.entity, command.ids.front()};
  draft.restore_raw({survivor.entity, survivor.id, std::move(merged.values)});
  for (std::size_t i = 1; i < records.size(); ++i) {
    const RecordRef goes{command.entity, command.ids[i]};
    COHOI_TRY(const std::vector<Reference> references, references_to(draft, goes));
    for (const Reference& reference : references) COHOI_CHECK(move(draft, reference, survivor));
    COHOI_CHECK(move_pairs(draft, goes.id, survivor.id));
    draft.remove(goes.entity, goes.id);
    draft.put(RecordPair{.id = draft.ids().next_of<RecordPair>(),
                         .kind = PairKind::merged,
                         .record_kind = *kind_of(command.entity),
                         .first_id = goes.id,
                         .second_id = survivor.id,
                         .imported_from = text_in(records[i].values, "imported_from")});
  }
  if (command.entity == Entity::account) COHOI_CHECK(untie(draft, AccountId{survivor.id}));
  COHOI_TRY(const std::string title, title_of(draft, survivor));
  return Planned{msg("done.merged", static_cast<std::int64_t>(records.size()), title), {survivor}, {}, {}};
}

Result<Planned> plan(const KeepApart& command, Draft& draft) {
  COHOI_TRY(const std::vector<store::RawRecord> records, several(draft, command.entity, command.ids));
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (std::size_t k = i + 1; k < records.size(); ++k) {
      const auto [first, second] = std::minmax(records[i].id, records[k].id);
      COHOI_TRY(const bool known, known_apart(draft, first, second));
      if (known) continue;
      draft.put(RecordPair{.id = draft.ids().next_of<RecordPair>(),
                           .kind = PairKind::apart,
                           .record_kind = *kind_of(command.entity),
                           .first_id = first,
                           .second_id = second,
                           .imported_from = {}});
    }
  }
  return Planned{msg("done.kept_apart", static_cast<std::int64_t>(records.size()), title_of_raw(records.front())), {}, {}, {}};
}

}  // namespace cohoi::app
