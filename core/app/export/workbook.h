// An XLSX workbook of one sheet (ECMA-376), its parts stored in the ZIP as they are.
#pragma once

#include "core/app/export/table_file.h"

namespace cohoi::app {

[[nodiscard]] Status write_workbook(const std::function<Status(TableFile&)>& fill, const Sink& sink);

}  // namespace cohoi::app
