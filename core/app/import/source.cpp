#include "core/app/import/source.h"

namespace cohoi::app {

bool is_workbook(std::string_view bytes) { return bytes.substr(0, 4) == "PK\x03\x04"; }

Result<ImportSource> open_source(std::string bytes, const SourceChoice& choice, const std::function<std::string(std::string_view key)>& say) {
  // Excel's format of before 2007 is another container.
  const std::string_view view = bytes;
  if (is_workbook(view) || view.substr(0, 4) == "\xD0\xCF\x11\xE0") return fail(ErrorCode::invalid, msg("import.file.workbook"));
  const TextEncoding encoding = choice.workbook ? TextEncoding::utf8 : choice.encoding.value_or(detect_encoding(view));
  std::string text = decode_text(std::move(bytes), encoding);
  if (!choice.workbook && is_vcard(text)) {
    const VcardTable cards = vcard_table(read_vcards(text), say);
    ImportSource source{CsvTable::of(cards.table), SourceFormat::vcard, encoding, {}};
    for (const auto& [name, count] : cards.skipped) source.skipped += (source.skipped.empty() ? "" : ", ") + name + " (" + std::to_string(count) + ")";
    return source;
  }
  COHOI_TRY(CsvTable table, CsvTable::open(std::move(text), choice.workbook ? ',' : choice.delimiter));
  if (choice.workbook) table.count_records();
  return ImportSource{std::move(table), choice.workbook ? SourceFormat::workbook : SourceFormat::csv, encoding, {}};
}

}  // namespace cohoi::app
