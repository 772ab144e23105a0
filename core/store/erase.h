// Everything gone: records, history and what is derived from them. There is no way back.
#pragma once

#include "core/store/database.h"

namespace cohoi::store {

// All or nothing. The file is made small again, so that nothing of the data is left in it.
[[nodiscard]] Status erase_everything(Database& db);

}  // namespace cohoi::store
