// Import & export (#/import): a CSV file in, in steps; every list out; the whole data out and in as one file.
#pragma once

#include "core/app/export/table_file.h"
#include "core/app/models/import_page.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct ImportState {
  app::ImportPage* page = nullptr;  // borrowed; set once by the shell
  app::TableFormat format = app::TableFormat::workbook;  // of what goes out
  std::string pasted;
};

void draw_import(ImportState& state, IntentSink& sink);

}  // namespace cohoi::views
