#include "core/base/contact_points.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

namespace cohoi {
namespace {

constexpr std::size_t fewest_digits = 7;
constexpr std::size_t most_digits = 15;  // ITU-T E.164
constexpr std::size_t subscriber_digits = 9;

struct Dialled {
  bool international = false;
  std::string digits;
};

bool parts_digits(char32_t c) {
  return c == U' ' || c == U'-' || c == U'.' || c == U'(' || c == U')' || c == 0xA0 || c == 0x202F || c == U'·' ||
         (c >= 0x2010 && c <= 0x2015);
}

// The digits of the first number in the text; nothing when there is something else than a number.
Dialled dialled(std::string_view text) {
  // A label in front ("ĐT: 0903…", "tel:+84…") is no part of the number.
  if (const std::size_t colon = text.find(':');
      colon != std::string_view::npos && text.substr(0, colon).find_first_of("0123456789") == std::string_view::npos)
    text.remove_prefix(colon + 1);
  Dialled result;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    if (c >= U'0' && c <= U'9') {
      result.digits.push_back(static_cast<char>(c));
    } else if (c == U'+' && result.digits.empty() && !result.international) {
      result.international = true;
    } else if (!parts_digits(c)) {
      // An extension, a remark or a second number may follow a whole one.
      if (result.digits.size() < fewest_digits) return {};
      break;
    }
  }
  if (!result.international && result.digits.size() > 2 && result.digits.compare(0, 2, "00") == 0) {
    result.international = true;
    result.digits.erase(0, 2);
  }
  return result;
}

bool starts_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

}  // namespace

std::string normal_phone(std::string_view text, std::string_view country) {
  Dialled number = dialled(trim(text));
  std::string& digits = number.digits;
  if (digits.size() < fewest_digits) return {};
  if (!number.international && digits.front() == '0') {
    digits.replace(0, 1, country);
  } else if (!number.international &&
             !(starts_with(digits, country) && digits.size() >= country.size() + subscriber_digits)) {
    digits.insert(0, country);
  }
  // +84 (0)903…: the trunk zero is dialled inside the country only. Italy alone keeps it.
  while (starts_with(digits, country) && country != "39" && digits.size() > country.size() + subscriber_digits &&
         digits[country.size()] == '0')
    digits.erase(country.size(), 1);
  return digits.size() > most_digits ? std::string() : digits;
}

std::string display_phone(std::string_view text) {
  const std::string written(trim(text));
  const std::string normal = normal_phone(text);
  if (!starts_with(normal, "84")) return written;
  // More than a number (an extension, a remark) is shown as it was written.
  std::size_t written_digits = 0;
  for (const char c : written) {
    if (c >= '0' && c <= '9') ++written_digits;
    const bool plain = (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 ||
                       parts_digits(static_cast<unsigned char>(c)) || c == '+';
    if (!plain) return written;
  }
  const std::string local = "0" + normal.substr(2);
  const auto in_groups = [&local](std::size_t first, std::size_t second) {
    return local.substr(0, first) + " " + local.substr(first, second) + " " + local.substr(first + second);
  };
  if (written_digits < subscriber_digits) return written;
  if (local.size() == 10 && std::string_view("35789").find(local[1]) != std::string_view::npos) return in_groups(4, 3);
  if (local.size() == 11 && (starts_with(local, "024") || starts_with(local, "028"))) return in_groups(3, 4);
  if (local.size() == 11 && local[1] == '2') return in_groups(4, 4);
  return written;
}

}  // namespace cohoi
