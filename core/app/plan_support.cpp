#include "core/app/plan_support.h"

#include "core/base/text.h"

namespace cohoi::app {

std::string title_of_raw(const store::RawRecord& record) {
  switch (record.entity) {
    case Entity::account: return cohoi::title_of(store::typed<Account>(record));
    case Entity::contact: return cohoi::title_of(store::typed<Contact>(record));
    case Entity::lead: return cohoi::title_of(store::typed<Lead>(record));
    case Entity::opportunity: return cohoi::title_of(store::typed<Opportunity>(record));
    default: break;
  }
  for (const std::string_view key : {"name", "subject", "question", "key"})
    for (const FieldValue& field : record.values)
      if (const auto* text = field.key == key ? std::get_if<std::string>(&field.value) : nullptr) return *text;
  return {};
}

Result<std::string> title_of(const Draft& draft, const RecordRef& record) {
  COHOI_TRY(const std::optional<store::RawRecord> raw, draft.find_raw(record.entity, record.id));
  return raw ? title_of_raw(*raw) : std::string{};
}

std::string written(std::string_view text) { return tidy_long(trim(text)); }

Result<std::vector<Activity>> activities_by(const Draft& draft, std::string_view link, const Uuid& id) {
  if (id.empty()) return std::vector<Activity>{};
  return draft.find_by<Activity>(link, to_value(id));
}

Error none_could(const std::vector<Outcome::PerRecord>& results) {
  Error error{ErrorCode::refused, msg("refusal.none_could"), {}, {}};
  for (const Outcome::PerRecord& result : results)
    if (!result.result)
      error.missing.push_back(msg("refusal.of_record", result.title, std::vector<Message>{result.result.error().message}));
  return error;
}

}  // namespace cohoi::app
