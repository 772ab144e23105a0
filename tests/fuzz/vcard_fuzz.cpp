// libFuzzer: any bytes as an address book. Nothing may crash, and every card becomes a row as wide as the header.
#include <cstdint>
#include <cstdlib>

#include "core/app/import/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace cohoi::app;
  const std::string text(data, data + size);
  const auto cards = read_vcards(text);
  const VcardTable table = vcard_table(cards, [](std::string_view key) { return std::string(key); });
  if (table.table.records.size() != cards.size()) std::abort();
  for (const auto& record : table.table.records)
    if (record.size() != table.table.header.size()) std::abort();
  auto source = open_source("BEGIN:VCARD\n" + text, {}, [](std::string_view key) { return std::string(key); });
  if (source)
    for (std::size_t row = 0; row < source->table.rows().size(); ++row)
      for (std::size_t column = 0; column < source->table.header().size(); ++column) (void)source->table.cell(row, column);
  return 0;
}
