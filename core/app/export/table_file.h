// A table as a file, written row by row: what is exported is never held as a whole.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"

namespace cohoi::app {

using Sink = std::function<Status(std::string_view)>;

enum class TableFormat : std::uint8_t {
  workbook,        // XLSX: one sheet, numbers and dates as such
  csv,             // UTF-8 with its mark, so that spreadsheets read it right; formulas made harmless
  csv_semicolon,   // the same for spreadsheets that part at semicolons
  csv_plain,       // without the mark, for programs
  json,            // an array of objects
};
[[nodiscard]] std::string_view suffix_of(TableFormat format);  // "xlsx"
[[nodiscard]] std::string_view media_type_of(TableFormat format);

struct TableHead {
  std::string key;    // for programs
  std::string label;  // for people
};

struct TableCell {
  std::string text;
  bool number = false;           // a plain decimal
  std::optional<Date> day = {};  // `text` is its ISO form
};

class TableFile {
 public:
  TableFile() = default;
  TableFile(const TableFile&) = delete;
  TableFile& operator=(const TableFile&) = delete;
  virtual ~TableFile() = default;
  virtual Status heads(const std::vector<TableHead>& heads) = 0;
  virtual Status row(const std::vector<TableCell>& cells) = 0;
};

// `fill` may be called twice and has to say the same both times: a workbook tells its length before its content.
[[nodiscard]] Status write_table(TableFormat format, const std::function<Status(TableFile&)>& fill, const Sink& sink);

}  // namespace cohoi::app
