// libFuzzer: any bytes as a CSV file. Nothing may crash, every cell lies inside the file, and what was read is read again after writing.
#include <cstdint>
#include <cstdlib>

#include "core/app/import/csv_table.h"
#include "core/app/import/fields.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace cohoi::app;
  auto table = CsvTable::open(std::string(data, data + size));
  if (!table) return 0;
  for (;;) {
    const auto more = table->read(16);
    if (!more) return 0;
    if (!*more) break;
  }
  (void)guess_mapping(guess_kind(table->header()), table->header());
  std::string out;
  std::vector<std::vector<std::string>> written;
  for (std::size_t row = 0; row < table->rows().size(); ++row) {
    std::vector<std::string> record;
    for (std::size_t column = 0; column < table->header().size(); ++column) record.emplace_back(table->cell(row, column));
    append_csv_record(out, record);
    written.push_back(std::move(record));
  }
  CsvParser parser(out, 0, ',');
  CsvRecord record;
  for (const auto& wanted : written) {
    if (!parser.next(record) || record.problem != CsvProblem::none || record.fields.size() != wanted.size()) std::abort();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      // Formulas are written with an apostrophe before them.
      const bool kept = record.fields[i] == wanted[i] || (record.fields[i].size() == wanted[i].size() + 1 && record.fields[i].substr(1) == wanted[i]);
      if (!kept) std::abort();
    }
  }
  return 0;
}
