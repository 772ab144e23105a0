// Comma-separated text by RFC 4180, and what files of that name really hold: other delimiters, byte order marks, any line ends.
// Strict about quotes: a stray one marks its line, a missing one ends the reading. Behind a digit it stands for inches or seconds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cohoi::app {

enum class CsvProblem : std::uint8_t {
  none,
  stray_quote,  // a quote inside an unquoted field and not behind a digit, or text behind a closing one
  open_quote,   // the text ended inside quotes
  too_few,      // fields, compared with the header
  too_many,
  cut_off,  // the file ended in the middle of it
};

struct CsvRecord {
  std::int64_t line = 1;  // where it begins, from 1
  std::vector<std::string_view> fields;
  CsvProblem problem = CsvProblem::none;
};

// Reads records one by one. Works in the text itself: doubled quotes are undone in place, the fields point into it.
class CsvParser {
 public:
  // `text` is borrowed, changed, and outlives the records.
  CsvParser(std::string& text, std::size_t from, char delimiter, std::int64_t first_line = 1)
      : text_(&text), at_(from), line_(first_line), delimiter_(delimiter) {}
  [[nodiscard]] bool next(CsvRecord& record);
  [[nodiscard]] std::size_t position() const { return at_; }

 private:
  void read_field(CsvRecord& record);
  bool at_line_end() const;
  void skip_line_end();

  std::string* text_;
  std::size_t at_;
  std::int64_t line_;
  char delimiter_;
};

// Which of , ; tab | divides the records most evenly; a comma when none does.
[[nodiscard]] char sniff_delimiter(std::string_view text);

// One field as it is written; `formula_safe` puts an apostrophe before what a spreadsheet would take for a formula.
[[nodiscard]] std::string csv_field(std::string_view text, bool formula_safe = true);
void append_csv_record(std::string& out, const std::vector<std::string>& fields, char delimiter = ',', bool formula_safe = true);

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

}  // namespace cohoi::app
