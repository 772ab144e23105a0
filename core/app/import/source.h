// A chosen file as a table, whatever it is: told by its content, not by its name.
#pragma once

#include <optional>

#include "core/app/import/csv_table.h"
#include "core/app/import/vcard_table.h"
#include "core/base/text_encoding.h"

namespace cohoi::app {

enum class SourceFormat : std::uint8_t { csv, vcard, workbook };

// What the user says about a file that would be guessed otherwise.
struct SourceChoice {
  std::optional<TextEncoding> encoding;
  char delimiter = '\0';
  bool workbook = false;  // the bytes are a sheet that was made CSV in UTF-8 outside
};

struct ImportSource {
  CsvTable table;
  SourceFormat format = SourceFormat::csv;
  TextEncoding encoding = TextEncoding::utf8;
  std::string skipped;  // "PHOTO (2), REV (1)": what cards have and no record can keep
};

[[nodiscard]] Result<ImportSource> open_source(std::string bytes, const SourceChoice& choice, const std::function<std::string(std::string_view key)>& say);
// A ZIP container, as workbooks are.
[[nodiscard]] bool is_workbook(std::string_view bytes);

}  // namespace cohoi::app
