#include "core/base/contact_points.h"
#include "core/base/text.h"

namespace cohoi {
namespace {

constexpr std::size_t company_digits = 10;
constexpr std::size_t branch_digits = 3;
constexpr std::size_t shortest_foreign = 5;
constexpr std::size_t longest_foreign = 20;

bool parts_signs(char c) { return c == ' ' || c == '-' || c == '.' || c == '/'; }

}  // namespace

std::string normal_tax_code(std::string_view text) {
  std::string_view code = trim(text);
  if (const std::size_t colon = code.find(':'); colon != std::string_view::npos)
    code.remove_prefix(colon + 1);  // "MST: 0100109106"
  std::string signs;
  bool any_digit = false;
  for (const char c : tidy(code)) {
    if (c >= '0' && c <= '9') {
      any_digit = true;
      signs.push_back(c);
    } else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
      signs.push_back(c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c);
    } else if (!parts_signs(c)) {
      return {};
    }
  }
  if (!any_digit || signs.size() < shortest_foreign || signs.size() > longest_foreign) return {};
  if (is_ascii_digits(signs) && signs.size() == company_digits + branch_digits) signs.insert(company_digits, 1, '-');
  return signs;
}

bool is_vietnamese_tax_code(std::string_view text) {
  const std::string code = normal_tax_code(text);
  if (code.size() == company_digits) return is_ascii_digits(code);
  return code.size() == company_digits + 1 + branch_digits && code[company_digits] == '-';
}

}  // namespace cohoi
