// Until sample_data.cpp is there, the two commands say so.
#include "core/app/plans.h"

namespace cohoi::app {

Result<Planned> plan(const LoadSampleData&, Draft&) { return fail(ErrorCode::refused, msg("refusal.none_could")); }
Result<Planned> plan(const RemoveSampleData&, Draft&) { return fail(ErrorCode::refused, msg("refusal.none_could")); }

}  // namespace cohoi::app
