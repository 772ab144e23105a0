#include "core/app/import/csv_table.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/text_encoding.h"

namespace cohoi::app {
namespace {

constexpr std::size_t most_bytes = 256UL * 1024 * 1024;

bool is_blank(const CsvRecord& record) {
  return std::all_of(record.fields.begin(), record.fields.end(), [](std::string_view field) { return trim(field).empty(); });
}

}  // namespace

Result<CsvTable> CsvTable::open(std::string bytes, char delimiter) {
  if (bytes.size() > most_bytes) return fail(ErrorCode::invalid, msg("import.file.too_large"));
  if (bytes.find('\0') != std::string::npos) return fail(ErrorCode::invalid, msg("import.file.not_text"));

  CsvTable table;
  table.text_ = std::make_unique<std::string>(std::move(bytes));
  std::string& text = *table.text_;
  std::size_t from = std::string_view(text).substr(0, 3) == utf8_mark ? 3 : 0;
  std::int64_t line = 1;
  table.delimiter_ = delimiter;
  // Excel's own word about the delimiter.
  const std::string_view said = std::string_view(text).substr(from, 6);
  if (said.size() >= 5 && said.substr(0, 4) == "sep=" && (said.size() == 5 || said[5] == '\r' || said[5] == '\n')) {
    if (delimiter == '\0') table.delimiter_ = said[4];
    from += 5;
    if (from < text.size() && text[from] == '\r') ++from;
    if (from < text.size() && text[from] == '\n') ++from;
    ++line;
  } else if (delimiter == '\0') {
    table.delimiter_ = sniff_delimiter(std::string_view(text).substr(from));
  }
  table.parser_ = std::make_unique<CsvParser>(text, from, table.delimiter_, line);
  CsvRecord header;
  do {
    if (!table.parser_->next(header)) return fail(ErrorCode::invalid, msg("import.file.empty"));
    ++table.records_;
  } while (is_blank(header));
  if (header.problem != CsvProblem::none) return fail(ErrorCode::invalid, msg("import.file.bad_header", header.line));
  for (const std::string_view name : header.fields) {
    if (!is_utf8(name)) return fail(ErrorCode::invalid, msg("import.file.not_utf8", header.line));
    table.header_.push_back(tidy(name));
  }
  while (table.header_.back().empty()) table.header_.pop_back();
  return table;
}

CsvTable CsvTable::of(const Made& made) {
  CsvTable table;
  table.header_ = made.header;
  table.text_ = std::make_unique<std::string>();
  for (const auto& record : made.records)
    for (const std::string& cell : record) *table.text_ += cell;
  std::string_view rest = *table.text_;
  for (std::size_t row = 0; row < made.records.size(); ++row) {
    table.rows_.push_back({made.lines[row], static_cast<std::uint32_t>(table.cells_.size()), made.problems[row]});
    for (const std::string& cell : made.records[row]) {
      table.cells_.push_back(rest.substr(0, cell.size()));
      rest.remove_prefix(cell.size());
    }
  }
  table.parser_ = std::make_unique<CsvParser>(*table.text_, table.text_->size(), ',');
  return table;
}

Result<bool> CsvTable::read(std::size_t rows) {
  const std::size_t width = header_.size();
  for (std::size_t i = 0; i < rows; ++i) {
    if (!parser_->next(record_)) return false;
    ++records_;
    if (counts_records_) record_.line = records_;
    if (record_.problem == CsvProblem::open_quote) return fail(ErrorCode::invalid, msg("import.file.open_quote", record_.line));
    if (is_blank(record_)) continue;
    for (const std::string_view field : record_.fields)
      if (!is_utf8(field)) return fail(ErrorCode::invalid, msg("import.file.not_utf8", record_.line));
    Row row{record_.line, static_cast<std::uint32_t>(cells_.size()), record_.problem};
    const bool more = record_.fields.size() > width &&
                      std::any_of(record_.fields.begin() + static_cast<std::ptrdiff_t>(width), record_.fields.end(),
                                  [](std::string_view field) { return !trim(field).empty(); });
    if (row.problem == CsvProblem::none && more) row.problem = CsvProblem::too_many;
    if (row.problem == CsvProblem::none && record_.fields.size() < width) row.problem = CsvProblem::too_few;
    record_.fields.resize(width);
    cells_.insert(cells_.end(), record_.fields.begin(), record_.fields.end());
    rows_.push_back(row);
  }
  return true;
}

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const {
  return column < header_.size() ? cells_[rows_[row].first + column] : std::string_view{};
}

double CsvTable::share_read() const {
  return text_->empty() ? 1.0 : static_cast<double>(parser_->position()) / static_cast<double>(text_->size());
}

}  // namespace cohoi::app
