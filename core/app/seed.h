// What an empty database starts with: the pipeline, the criteria, the lists, and the person at this device.
#pragma once

#include "core/base/locale.h"
#include "core/store/transaction.h"

namespace cohoi::app {

// Writes nothing when there is a pipeline already.
[[nodiscard]] Status seed_defaults(store::Database& db, store::WriteContext& context, Language language);

}  // namespace cohoi::app
