// A whole CSV file in memory with a header line: read in slices, then looked at by row and column.
#pragma once

#include <memory>

#include "core/app/import/csv.h"

namespace cohoi::app {

class CsvTable {
 public:
  struct Row {
    std::int64_t line = 0;
    std::uint32_t first = 0;   // of its cells
    CsvProblem problem = CsvProblem::none;
  };

  // Finds delimiter and header of a text in UTF-8; '\0' = find the delimiter. invalid for an empty file and one that is no text.
  [[nodiscard]] static Result<CsvTable> open(std::string text, char delimiter = '\0');
  // Of a sheet, where people count rows: a row with line breaks in it is one.
  void count_records() { counts_records_ = true; }
  // A table that was no CSV file: every record as wide as the header, each with the line it says it begins at.
  struct Made {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> records;
    std::vector<std::int64_t> lines;
    std::vector<CsvProblem> problems;
  };
  [[nodiscard]] static CsvTable of(const Made& made);
  CsvTable(CsvTable&&) noexcept = default;
  CsvTable& operator=(CsvTable&&) = delete;

  // Reads up to `rows` more; false when all are read. invalid with the line in its message when a quote is never closed.
  [[nodiscard]] Result<bool> read(std::size_t rows);

  [[nodiscard]] char delimiter() const { return delimiter_; }
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }  // tidy; at least one
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }              // blank ones left out
  // Not trimmed. Empty for a column the row does not reach.
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
  [[nodiscard]] double share_read() const;

 private:
  CsvTable() = default;
  std::unique_ptr<std::string> text_;  // the cells point into it
  char delimiter_ = ',';
  std::vector<std::string> header_;
  std::unique_ptr<CsvParser> parser_;
  CsvRecord record_;
  std::vector<std::string_view> cells_;
  std::vector<Row> rows_;
  bool counts_records_ = false;
  std::int64_t records_ = 0;
};

}  // namespace cohoi::app
