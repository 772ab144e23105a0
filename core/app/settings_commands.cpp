// The data's settings as one step.
#include "core/app/plans.h"
#include "core/app/record_values.h"

namespace cohoi::app {

Result<Planned> plan(const SaveSettings& command, Draft& draft) {
  constexpr int longest_reasonable = 60;
  const int months = command.settings.reasonable_months;
  if (months < 1 || months > longest_reasonable)
    return fail(field_error(ErrorCode::invalid, msg("refusal.settings.months", std::int64_t{longest_reasonable}), "reasonable_months"));
  COHOI_TRY(const std::vector<Setting> records, store::setting_records(draft.around().db, command.settings, draft.ids()));
  for (const Setting& record : records) draft.put(record);
  return Planned{msg("done.settings_saved"), {}};
}

}  // namespace cohoi::app
