// The change log of one record told in words: one entry for each transaction that touched it.
#include <algorithm>
#include <map>

#include "core/app/models/timeline.h"
#include "core/base/decimal.h"
#include "core/domain/labels.h"
#include "core/store/change_log.h"
#include "core/store/duplicates.h"

namespace cohoi::app {

namespace {

constexpr std::size_t shown_of_a_text = 160;  // bytes of a long text in "before → after"

std::string shortened(const std::string& text) {
  if (text.size() <= shown_of_a_text) return text;
  auto end = shown_of_a_text;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

Label name_or_gone(std::string name) { return name.empty() ? Label(msg("records.deleted_record")) : Label(std::move(name)); }

// Links and marks that rules keep are told by the transaction's own label, not field by field; stages by their visits.
bool told(Entity entity, const FieldInfo& info) {
  if (entity == Entity::answer) return info.key == "answer" || info.key == "evidence";
  if (info.written == Written::by_user) return true;
  return info.key == "status" || info.key == "disqualify_reason" || info.key == "disqualify_note" || info.key == "loss_reason" || info.key == "loss_note";
}

bool ends_with_many(const std::string& key) { return key.find(".many") != std::string::npos; }

struct Teller {
  Session& session;
  Names& names;
  std::map<Uuid, std::optional<StoryEntry>> told_of;  // by transaction; nothing for one that is not told

  // The entry of a transaction; null when it is one that took another back: then that one is marked.
  Result<StoryEntry*> entry_of(const store::Change& change) {
    const auto [slot, fresh] = told_of.try_emplace(change.transaction);
    if (!fresh) return slot->second ? &*slot->second : nullptr;
    COHOI_TRY(const auto transaction, store::find_transaction(session.db(), change.transaction));
    if (!transaction) return nullptr;
    const auto& key = transaction->label.key;
    const bool reverted_conversion = key == "done.conversion_reverted";
    const bool took_back = transaction->kind == store::TransactionKind::undo || transaction->kind == store::TransactionKind::redo;
    if (took_back && !reverted_conversion) return nullptr;
    StoryEntry entry{.kind = StoryKind::change, .at = store::HybridClock::time_of(change.hlc)};
    entry.who = change.actor;
    if (reverted_conversion || key.starts_with("done.converted") || key.starts_with("done.lead_status")) entry.kind = StoryKind::stage;
    if (reverted_conversion || key == "done.converted" || key == "done.merged") entry.title = transaction->label;
    if (transaction->kind == store::TransactionKind::import) entry.marks.push_back({msg("records.by_import"), Tone::neutral});
    if (ends_with_many(key)) entry.marks.push_back({msg("records.by_bulk"), Tone::neutral});
    if (transaction->reverted) entry.marks.push_back({msg("records.taken_back"), Tone::warning});
    slot->second = std::move(entry);
    return &*slot->second;
  }

  Status tell(Entity entity, const store::Change& change, const Label& part) {
    COHOI_TRY(StoryEntry* const entry, entry_of(change));
    if (!entry) return {};
    if (change.field.empty()) {
      if (!part.empty()) return {};
      if (entry->title.empty()) entry->title = given(change.after) ? msg("history.created") : msg("history.deleted");
      return {};
    }
    if (change.field == "custom") return tell_custom(entity, change, *entry);
    const auto* info = field_of(entity, change.field);
    if (!info || !told(entity, *info)) return {};
    entry->changes.push_back({part.empty() ? Label(field_label(change.field)) : part, value_label(session, names, entity, *info, change.before),
                              value_label(session, names, entity, *info, change.after)});
    return {};
  }

  // All of the user's own fields stand in one: those that differ.
  Status tell_custom(Entity entity, const store::Change& change, StoryEntry& entry) {
    for (const FieldInfo& field : custom_fields_of(entity)) {
      const Value before = custom_value_in(change.before, field.key);
      const Value after = custom_value_in(change.after, field.key);
      if (before != after)
        entry.changes.push_back({Label(field_label(field.key)), value_label(session, names, entity, field, before), value_label(session, names, entity, field, after)});
    }
    return {};
  }

  // A part of the record: its coming is told with what it was then, found by taking the later changes back.
  template <class T>
  Status tell_part(const T& record, const Label& name) {
    COHOI_TRY(const auto changes, store::changes_of_record(session.db(), T::entity, record.id.uuid));
    auto values = values_of(record);
    for (const auto& change : changes) {
      if (!change.field.empty()) {
        COHOI_CHECK(tell(T::entity, change, name));
        for (auto& value : values)
          if (value.key == change.field) value.value = change.before;
        continue;
      }
      COHOI_TRY(StoryEntry* const entry, entry_of(change));
      if (!entry || !entry->title.empty() || !given(change.after)) continue;
      for (const auto& value : values) {
        const auto* info = field_of(T::entity, value.key);
        const bool counts = T::entity == Entity::answer ? value.key == "answer" || value.key == "evidence"
                                                        : value.key == "part" || value.key == "quantity";
        if (!info || !counts || !given(value.value) || value.value == Value(std::string())) continue;
        entry->changes.push_back({name, msg("history.empty"), value_label(session, names, T::entity, *info, value.value)});
      }
    }
    return {};
  }
};

Label criterion_label(const CriterionAnswer& answer) {
  return answer.question.empty() ? Label(msg("criterion." + answer.criterion)) : Label(answer.question);
}

}  // namespace

Label stage_or_gone(Names& names, StageId id) {
  auto label = names.stage_label(id);
  return label.empty() ? Label(msg("records.deleted_stage")) : label;
}

Label value_label(Session& session, Names& names, Entity entity, const FieldInfo& info, const Value& value) {
  if (!given(value) || value == Value(std::string())) return msg("history.empty");
  if (const auto* money = std::get_if<Money>(&value)) return Label(format_money(*money, session.language()));
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (info.type == FieldType::check) return *number != 0 ? msg("history.yes") : msg("history.no");
    if (info.type == FieldType::timestamp) return Label(names.when(Timestamp{*number}));
    return Label(format_number(*number, session.language()) + (info.type == FieldType::percent ? " %" : ""));
  }
  const auto& text = std::get<std::string>(value);
  if (info.type == FieldType::date)
    if (const auto date = Date::parse_iso(text)) return Label(names.date(date));
  if (info.type == FieldType::month)
    if (const auto month = Month::parse_iso(text)) return Label(format_month(*month, session.language()));
  if (info.type == FieldType::decimal) return Label(format_decimal(text, session.language()));
  if (info.type == FieldType::ref) {
    const auto id = Uuid::parse(text).value_or(Uuid{});
    switch (info.ref) {
      case Entity::owner: return name_or_gone(names.owner({id}));
      case Entity::stage: return stage_or_gone(names, {id});
      case Entity::account: return name_or_gone(names.account({id}));
      case Entity::contact: return name_or_gone(names.contact({id}));
      default: return msg("history.linked");
    }
  }
  if (info.type == FieldType::choice || (entity == Entity::lead && info.key == "status")) return choice_label(info, text);
  if (info.key == "source") return names.choice_label(ChoiceList::source, text);
  if (info.key == "industry") return names.choice_label(ChoiceList::industry, text);
  if (info.key == "loss_reason") return names.choice_label(ChoiceList::loss_reason, text);
  if (info.key == "disqualify_reason") return names.choice_label(ChoiceList::disqualify_reason, text);
  return Label(shortened(text));
}

Status add_changes(std::vector<StoryEntry>& entries, Session& session, Names& names, Entity entity, const Uuid& id) {
  Teller teller{session, names, {}};
  // What happened to those that became part of it is its story too.
  COHOI_TRY(std::vector<Uuid> ids, store::merged_from(session.db(), id));
  ids.insert(ids.begin(), id);
  for (const Uuid& one : ids) {
    COHOI_TRY(const auto changes, store::changes_of_record(session.db(), entity, one));
    for (const auto& change : changes) COHOI_CHECK(teller.tell(entity, change, {}));
  }
  if (entity == Entity::lead || entity == Entity::opportunity) {
    const auto link = entity == Entity::lead ? "lead_id" : "opportunity_id";
    COHOI_TRY(const auto answers, store::find_by<CriterionAnswer>(session.db(), link, to_value(id)));
    for (const auto& answer : answers) COHOI_CHECK(teller.tell_part(answer, criterion_label(answer)));
  }
  if (entity == Entity::opportunity) {
    COHOI_TRY(const auto roles, store::find_by<ContactRole>(session.db(), "opportunity_id", to_value(id)));
    for (const auto& role : roles) COHOI_CHECK(teller.tell_part(role, name_or_gone(names.contact(role.contact_id))));
    COHOI_TRY(const auto items, store::find_by<LineItem>(session.db(), "opportunity_id", to_value(id)));
    for (const auto& item : items) {
      auto name = item.description;
      for (const auto& product : names.products())
        if (product.id == item.product_id) name = product.name;
      COHOI_CHECK(teller.tell_part(item, name_or_gone(std::move(name))));
    }
  }
  for (auto& [transaction, entry] : teller.told_of)
    if (entry && (!entry->title.empty() || !entry->changes.empty())) entries.push_back(*std::move(entry));
  return {};
}

}  // namespace cohoi::app
