// An amount as a sequence of words: [sign] [currency] [sign] number [scale] [number [scale]] … [currency]. Digits are
// carried as text until the scale is known, so that nothing is ever rounded twice.
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/base/currencies.h"
#include "core/base/money.h"
#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/base/utf8.h"

namespace cohoi {
namespace {

struct Scale {
  std::string_view word;
  int zeros;
  bool vietnamese;
};

constexpr std::array<Scale, 26> scales{{
    {"k", 3, false},         {"nghìn", 3, true},    {"ngàn", 3, true},      {"nghin", 3, true}, {"ngan", 3, true},
    {"thousand", 3, false},  {"m", 6, false},       {"mn", 6, false},       {"mm", 6, false},   {"mio", 6, false},
    {"mil", 6, false},       {"million", 6, false}, {"millions", 6, false}, {"tr", 6, true},    {"triệu", 6, true},
    {"trieu", 6, true},      {"b", 9, false},       {"bn", 9, false},       {"bil", 9, false},  {"billion", 9, false},
    {"billions", 9, false},  {"tỷ", 9, true},       {"tỉ", 9, true},        {"ty", 9, true},    {"ti", 9, true},
    {"trillion", 12, false},
}};

const Scale* scale_of(std::string_view word) {
  const auto found = std::find_if(scales.begin(), scales.end(), [&](const Scale& scale) { return scale.word == word; });
  return found == scales.end() ? nullptr : &*found;
}

struct Number {
  std::string text;  // digits, '.', ',' and ' ' (any grouping by space or apostrophe) as written
  const Scale* scale = nullptr;
};

struct Written {
  bool negative = false;
  std::vector<Number> numbers;
  std::optional<Currency> currency;
};

constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_minus(char32_t c) { return c == U'-' || c == U'−' || c == U'–'; }
bool is_gap(char32_t c) { return c == U' ' || (c >= 0x80 && unicode::kind_of(c) == unicode::Kind::space); }

class Reader {
 public:
  Reader(std::u32string text, Currency fallback) : text_(std::move(text)), fallback_(fallback) {}

  [[nodiscard]] std::optional<Written> read() {
    bool sign_seen = false;
    while (at_ < text_.size()) {
      const char32_t c = text_[at_];
      if (is_gap(c)) {
        ++at_;
      } else if (is_minus(c) || c == U'+') {
        if (sign_seen || !written_.numbers.empty()) return std::nullopt;
        sign_seen = true;
        written_.negative = is_minus(c);
        ++at_;
      } else if (is_digit(c) || (is_separator(c) && digit_at(at_ + 1) && written_.numbers.empty())) {
        written_.numbers.push_back({read_number(), nullptr});
      } else if (c == U'.' && !written_.numbers.empty()) {
        ++at_;  // the dot of an abbreviation: "1,2 tr. đ"
      } else if (!read_word()) {
        return std::nullopt;
      }
    }
    if (written_.numbers.empty()) return std::nullopt;
    return std::move(written_);
  }

 private:
  [[nodiscard]] bool digit_at(std::size_t place) const { return place < text_.size() && is_digit(text_[place]); }
  static bool is_separator(char32_t c) { return c == U'.' || c == U','; }

  // A space parts groups only when exactly three digits follow it.
  [[nodiscard]] bool group_follows(std::size_t place) const {
    return digit_at(place + 1) && digit_at(place + 2) && digit_at(place + 3) && !digit_at(place + 4);
  }

  std::string read_number() {
    std::string number;
    for (; at_ < text_.size(); ++at_) {
      const char32_t c = text_[at_];
      if (is_digit(c))
        number.push_back(static_cast<char>(c));
      else if (is_separator(c) && digit_at(at_ + 1))
        number.push_back(static_cast<char>(c));
      else if ((is_gap(c) || c == U'\'' || c == U'’') && group_follows(at_))
        number.push_back(' ');
      else
        break;
    }
    return number;
  }

  bool read_word() {
    std::u32string points;
    while (at_ < text_.size() && !is_digit(text_[at_]) && !is_gap(text_[at_]) && !is_minus(text_[at_]) &&
           text_[at_] != U'+' && !is_separator(text_[at_]))
      points.push_back(text_[at_++]);
    if (points.empty()) return false;
    return take_word(utf8::to_utf8(points));
  }

  bool take_word(const std::string& word) {
    if (take_scale(word) || take_currency(word)) return true;
    for (const Scale& scale : scales) {  // glued: "trđ", "kusd"
      if (word.size() > scale.word.size() && word.compare(0, scale.word.size(), scale.word) == 0 &&
          currency_from_sign(word.substr(scale.word.size()), fallback_) && take_scale(scale.word))
        return take_currency(word.substr(scale.word.size()));
    }
    return false;
  }

  bool take_scale(std::string_view word) {
    const Scale* scale = scale_of(word);
    if (scale == nullptr || written_.numbers.empty()) return false;
    Number& number = written_.numbers.back();
    if (number.scale != nullptr) return false;
    number.scale = scale;
    return true;
  }

  bool take_currency(std::string_view sign) {
    const auto currency = currency_from_sign(sign, fallback_);
    if (!currency || (written_.currency && !(*written_.currency == *currency))) return false;
    written_.currency = currency;
    return true;
  }

  std::u32string text_;
  Currency fallback_;
  std::size_t at_ = 0;
  Written written_;
};

struct Decimal {
  std::string whole;
  std::string fraction;
};

// "1.234.567": a first group of one to three digits, then groups of three.
std::optional<std::string> ungroup(std::string_view text, char separator) {
  std::string digits;
  std::size_t group = 0;
  bool first = true;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != separator) {
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
      digits.push_back(text[i]);
      ++group;
      continue;
    }
    const bool ends_only_group = first && i == text.size();
    if (!ends_only_group && (first ? group < 1 || group > 3 : group != 3)) return std::nullopt;
    first = false;
    group = 0;
  }
  return digits;
}

// A lone separator before exactly three digits may part thousands or decimals; what is left is settled by habit.
bool lone_separator_groups(std::string_view whole, char separator, const Number& number, Currency currency) {
  if (whole.empty() || whole.size() > 3 || whole == "0") return false;
  if (number.scale != nullptr) {
    const bool vietnamese = number.scale->vietnamese || currency == Currency{};
    return separator == (vietnamese ? '.' : ',');
  }
  return currency.minor_digits() < 3;
}

std::optional<Decimal> split_decimal(const Number& number, Currency currency) {
  const std::string_view text = number.text;
  const auto commas = std::count(text.begin(), text.end(), ',');
  const auto dots = std::count(text.begin(), text.end(), '.');
  const bool spaced = text.find(' ') != std::string_view::npos;
  const std::size_t last = text.find_last_of(".,");
  if (last == std::string_view::npos) {
    auto whole = ungroup(text, ' ');
    if (!whole) return std::nullopt;
    return Decimal{*std::move(whole), {}};
  }
  const char separator = text[last];
  const bool lone = commas + dots == 1;
  const bool three_behind = text.size() - last - 1 == 3;
  const bool only_kind = commas == 0 || dots == 0;
  const bool groups =
      only_kind && !spaced &&
      (!lone || (three_behind && lone_separator_groups(text.substr(0, last), separator, number, currency)));
  if (groups) {
    auto whole = ungroup(text, separator);
    if (!whole) return std::nullopt;
    return Decimal{*std::move(whole), {}};
  }
  const std::string_view fraction = text.substr(last + 1);
  if (!is_ascii_digits(fraction)) return std::nullopt;
  auto whole = ungroup(text.substr(0, last), spaced ? ' ' : separator == ',' ? '.' : ',');
  if (!whole) return std::nullopt;
  return Decimal{*std::move(whole), std::string(fraction)};
}

// Moves the point `zeros` to the right; digits left behind it round half up.
std::optional<std::uint64_t> shifted(const Decimal& decimal, int zeros) {
  std::string digits = decimal.whole + decimal.fraction;
  const std::size_t kept = decimal.whole.size() + static_cast<std::size_t>(zeros);
  if (digits.size() < kept) digits.append(kept - digits.size(), '0');
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < kept; ++i) {
    if (__builtin_mul_overflow(value, std::uint64_t{10}, &value)) return std::nullopt;
    if (__builtin_add_overflow(value, static_cast<std::uint64_t>(digits[i] - '0'), &value)) return std::nullopt;
  }
  const bool up = kept < digits.size() && digits[kept] >= '5';
  if (__builtin_add_overflow(value, std::uint64_t{up ? 1U : 0U}, &value)) return std::nullopt;
  return value;
}

// "1,5" of a currency without cents is not one and a half but a forgotten "tỷ"; long decimals behind thousands are a
// calculator's.
bool unit_forgotten(const Decimal& decimal, const Number& number, Currency currency) {
  const bool has_fraction = decimal.fraction.find_first_not_of('0') != std::string::npos;
  return has_fraction && number.scale == nullptr && currency.minor_digits() == 0 && decimal.whole.size() <= 3;
}

// "1tr2" and "1 tỷ 250": digits without a scale of their own are decimals of the scale before them.
bool join_spoken_decimals(std::vector<Number>& numbers) {
  if (numbers.size() < 2 || numbers.back().scale != nullptr) return true;
  const Number tail = numbers.back();
  numbers.pop_back();
  Number& head = numbers.back();
  if (head.scale == nullptr || !is_ascii_digits(head.text) || !is_ascii_digits(tail.text) || tail.text.size() > 3)
    return false;
  head.text += head.scale->vietnamese ? ',' : '.';
  head.text += tail.text;
  return true;
}

}  // namespace

std::optional<Money> parse_money(std::string_view text, Currency fallback) {
  std::string tidied = lower(tidy(text));
  bool bracketed = false;
  if (tidied.size() > 2 && tidied.front() == '(' && tidied.back() == ')') {  // the accountants' minus
    bracketed = true;
    tidied = tidied.substr(1, tidied.size() - 2);
  }
  auto written = Reader(utf8::to_utf32(tidied), fallback).read();
  if (!written || (bracketed && written->negative)) return std::nullopt;
  if (!join_spoken_decimals(written->numbers)) return std::nullopt;
  const Currency currency = written->currency.value_or(fallback);
  std::uint64_t total = 0;
  int zeros_before = 99;
  for (const Number& number : written->numbers) {
    const int zeros = number.scale == nullptr ? 0 : number.scale->zeros;
    if (zeros >= zeros_before || (number.scale == nullptr && written->numbers.size() > 1)) return std::nullopt;
    zeros_before = zeros;
    const auto decimal = split_decimal(number, currency);
    if (!decimal || unit_forgotten(*decimal, number, currency)) return std::nullopt;
    const auto part = shifted(*decimal, zeros + currency.minor_digits());
    if (!part || __builtin_add_overflow(total, *part, &total)) return std::nullopt;
  }
  constexpr auto limit = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  const bool negative = written->negative || bracketed;
  if (total > limit + (negative ? 1U : 0U)) return std::nullopt;
  return Money{static_cast<std::int64_t>(negative ? ~total + 1 : total), currency};
}

}  // namespace cohoi
