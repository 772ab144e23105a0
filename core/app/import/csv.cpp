#include "core/app/import/csv.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace cohoi::app {
namespace {

constexpr std::size_t sniffed_bytes = 64 * 1024;
constexpr int sniffed_records = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// A number with its sign is no formula, and must come back as it went out.
bool is_signed_number(std::string_view text) {
  if (text.size() < 2 || (text[0] != '-' && text[0] != '+')) return false;
  return text.find_first_not_of("0123456789.,", 1) == std::string_view::npos;
}

}  // namespace

bool CsvParser::at_line_end() const { return at_ < text_->size() && is_line_end((*text_)[at_]); }

void CsvParser::skip_line_end() {
  const bool return_first = (*text_)[at_] == '\r';
  ++at_;
  if (return_first && at_ < text_->size() && (*text_)[at_] == '\n') ++at_;
  ++line_;
}

void CsvParser::read_field(CsvRecord& record) {
  std::string& text = *text_;
  const auto ends = [&](char c) { return c == delimiter_ || is_line_end(c); };
  if (at_ >= text.size() || text[at_] != '"') {
    const std::size_t begin = at_;
    for (; at_ < text.size() && !ends(text[at_]); ++at_)
      if (text[at_] == '"' && !is_digit(text[at_ - 1])) record.problem = CsvProblem::stray_quote;
    record.fields.push_back(std::string_view(text).substr(begin, at_ - begin));
    return;
  }
  const std::size_t begin = ++at_;
  std::size_t out = begin;
  for (;;) {
    if (at_ >= text.size()) {
      record.problem = CsvProblem::open_quote;
      break;
    }
    const char c = text[at_++];
    const char following = at_ < text.size() ? text[at_] : '\0';
    if (c == '"') {
      if (following != '"') break;
      ++at_;
    }
    if (c == '\n' || (c == '\r' && following != '\n')) ++line_;
    text[out++] = c;
  }
  record.fields.push_back(std::string_view(text).substr(begin, out - begin));
  if (at_ >= text.size() || ends(text[at_])) return;
  record.problem = CsvProblem::stray_quote;
  while (at_ < text.size() && !ends(text[at_])) ++at_;
}

bool CsvParser::next(CsvRecord& record) {
  if (at_ >= text_->size()) return false;
  record.line = line_;
  record.fields.clear();
  record.problem = CsvProblem::none;
  for (;;) {
    read_field(record);
    if (at_ >= text_->size()) return true;
    if (at_line_end()) {
      skip_line_end();
      return true;
    }
    ++at_;
  }
}

char sniff_delimiter(std::string_view text) {
  constexpr std::array<char, 4> candidates{',', ';', '\t', '|'};
  char best = ',';
  long best_score = 0;
  for (const char candidate : candidates) {
    std::string copy(text.substr(0, sniffed_bytes));
    CsvParser parser(copy, 0, candidate);
    CsvRecord record;
    std::size_t width = 0;
    long records = 0, even = 0;
    while (records < sniffed_records && parser.next(record)) {
      const bool cut_off = parser.position() >= copy.size() && copy.size() < text.size();
      if (record.fields.size() == 1 && record.fields.front().empty()) continue;
      if (cut_off && records > 0) break;
      if (records++ == 0) width = record.fields.size();
      if (record.fields.size() == width && record.problem == CsvProblem::none) ++even;
    }
    if (width < 2 || records == 0) continue;
    const long score = even * 1000 / records + static_cast<long>(std::min<std::size_t>(width, 99));
    if (score > best_score) {
      best_score = score;
      best = candidate;
    }
  }
  return best;
}

std::string csv_field(std::string_view text, bool formula_safe) {
  constexpr std::string_view formula_heads = "=+-@\t\r";
  const bool formula = formula_safe && !text.empty() && formula_heads.find(text.front()) != std::string_view::npos && !is_signed_number(text);
  const bool quoted = formula || text.find_first_of(",;\t|\"\r\n") != std::string_view::npos ||
                      (!text.empty() && (text.front() == ' ' || text.back() == ' '));
  std::string out;
  if (!quoted) return std::string(text);
  out.reserve(text.size() + 4);
  out += '"';
  if (formula) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
  return out;
}

void append_csv_record(std::string& out, const std::vector<std::string>& fields, char delimiter, bool formula_safe) {
  bool first = true;
  for (const std::string& field : fields) {
    if (!first) out += delimiter;
    first = false;
    out += csv_field(field, formula_safe);
  }
  out += "\r\n";
}

}  // namespace cohoi::app
