#include "core/app/import/csv_table.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/utf8.h"

namespace cohoi::app {
namespace {

constexpr std::size_t most_bytes = 256UL * 1024 * 1024;
constexpr std::string_view replacement_bytes = "\xEF\xBF\xBD";

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t from = at;
    if (utf8::next(text, at) == utf8::replacement && text.substr(from, at - from) != replacement_bytes) return false;
  }
  return true;
}

// Excel's "Unicode text" is UTF-16 with a byte order mark.
std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first * 256 + second : second * 256 + first);
  };
  std::string out;
  out.reserve(bytes.size() / 2);
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        i += 2;
      }
    }
    utf8::append(out, c);
  }
  return out;
}

bool is_blank(const CsvRecord& record) {
  return std::all_of(record.fields.begin(), record.fields.end(), [](std::string_view field) { return trim(field).empty(); });
}

}  // namespace

Result<CsvTable> CsvTable::open(std::string bytes) {
  if (bytes.size() > most_bytes) return fail(ErrorCode::invalid, msg("import.file.too_large"));
  const std::string_view view = bytes;
  if (view.substr(0, 4) == "PK\x03\x04" || view.substr(0, 4) == "\xD0\xCF\x11\xE0") return fail(ErrorCode::invalid, msg("import.file.workbook"));
  const bool little = view.substr(0, 2) == "\xFF\xFE", big = view.substr(0, 2) == "\xFE\xFF";
  if (little || big) bytes = from_utf16(bytes, big);
  if (bytes.find('\0') != std::string::npos) return fail(ErrorCode::invalid, msg("import.file.not_text"));

  CsvTable table;
  table.text_ = std::make_unique<std::string>(std::move(bytes));
  std::string& text = *table.text_;
  std::size_t from = std::string_view(text).substr(0, 3) == utf8_mark ? 3 : 0;
  std::int64_t line = 1;
  // Excel's own word about the delimiter.
  const std::string_view said = std::string_view(text).substr(from, 6);
  if (said.size() >= 5 && said.substr(0, 4) == "sep=" && (said.size() == 5 || said[5] == '\r' || said[5] == '\n')) {
    table.delimiter_ = said[4];
    from += 5;
    if (from < text.size() && text[from] == '\r') ++from;
    if (from < text.size() && text[from] == '\n') ++from;
    ++line;
  } else {
    table.delimiter_ = sniff_delimiter(std::string_view(text).substr(from));
  }
  table.parser_ = std::make_unique<CsvParser>(text, from, table.delimiter_, line);
  CsvRecord header;
  do {
    if (!table.parser_->next(header)) return fail(ErrorCode::invalid, msg("import.file.empty"));
  } while (is_blank(header));
  if (header.problem != CsvProblem::none) return fail(ErrorCode::invalid, msg("import.file.bad_header", header.line));
  for (const std::string_view name : header.fields) {
    if (!is_utf8(name)) return fail(ErrorCode::invalid, msg("import.file.not_utf8", header.line));
    table.header_.push_back(tidy(name));
  }
  while (table.header_.back().empty()) table.header_.pop_back();
  return table;
}

Result<bool> CsvTable::read(std::size_t rows) {
  const std::size_t width = header_.size();
  for (std::size_t i = 0; i < rows; ++i) {
    if (!parser_->next(record_)) return false;
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
