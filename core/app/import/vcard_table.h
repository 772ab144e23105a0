// Address book cards as a table: a column for what has a field, and one of notes that keeps everything else in words, so that nothing
// is lost. What can't be kept, pictures and keys, is counted by name.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "core/app/import/csv_table.h"
#include "core/app/import/vcard.h"

namespace cohoi::app {

struct VcardTable {
  CsvTable::Made table;
  std::map<std::string, int> skipped;  // names of properties, how often
};

[[nodiscard]] VcardTable vcard_table(const std::vector<Vcard>& cards, const std::function<std::string(std::string_view key)>& say);

}  // namespace cohoi::app
