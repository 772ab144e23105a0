// Written dates by recursive descent. Strict on purpose: a date read wrongly is worse than one refused, so 4/23/2021 is
// no date where days come first.
#include "core/base/civil.h"
#include "core/base/date.h"
#include "core/base/date_words.h"

namespace cohoi {
namespace {

using Kind = DateToken::Kind;

struct TimeOfDay {
  std::int64_t ms_of_day = 0;
  std::optional<int> utc_offset_minutes;
};

class Reader {
 public:
  Reader(std::string_view text, DateOrder order) : tokens_(date_tokens(text)), order_(order) {}

  struct Instant {
    Date date;
    TimeOfDay clock;
  };

  [[nodiscard]] std::optional<Instant> instant() {
    Instant result;
    const std::size_t start = at_;
    bool clock_first = false;
    if (auto clock = read_clock()) {  // "21:35 23/11/2026"
      result.clock = *clock;
      clock_first = true;
      skip_signs(U",-");
    } else {
      at_ = start;
    }
    skip_weekday();
    skip_word("ngay");
    const auto date = read_date();
    if (!date) return std::nullopt;
    result.date = *date;
    if (done()) return result;
    if (clock_first) return std::nullopt;
    skip_signs(U",-");
    if (!skip_word("t") && !skip_word("luc")) skip_word("at");
    const auto clock = read_clock();
    if (!clock || !done()) return std::nullopt;
    result.clock = *clock;
    return result;
  }

  [[nodiscard]] std::optional<Month> month() {
    int year = 0;
    int month = 0;
    if (is_number(0, 4) && at_sign(1) && is_short_number(2)) {
      year = number(0);
      month = number(2);
      at_ += 3;
    } else if (is_short_number(0) && at_sign(1) && is_number(2, 4)) {
      month = number(0);
      year = number(2);
      at_ += 3;
    } else {
      month = read_month_name();
      if (month == 0) return std::nullopt;
      skip_signs(U",-/.");
      skip_word("nam");
      if (!is_number(0, 4)) return std::nullopt;
      year = number(0);
      at_ += 1;
    }
    return done() ? Month::from_ym(year, month) : std::nullopt;
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= tokens_.size(); }
  [[nodiscard]] const DateToken* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  [[nodiscard]] bool is_kind(std::size_t ahead, Kind kind) const {
    return peek(ahead) != nullptr && peek(ahead)->kind == kind;
  }
  [[nodiscard]] bool is_number(std::size_t ahead, int digits) const {
    return is_kind(ahead, Kind::number) && peek(ahead)->digits == digits;
  }
  [[nodiscard]] bool is_short_number(std::size_t ahead) const { return is_number(ahead, 1) || is_number(ahead, 2); }
  [[nodiscard]] int number(std::size_t ahead) const { return peek(ahead)->value; }
  [[nodiscard]] bool is_sign(std::size_t ahead, char32_t sign) const {
    return is_kind(ahead, Kind::sign) && peek(ahead)->sign == sign;
  }
  [[nodiscard]] bool at_sign(std::size_t ahead) const {
    return is_sign(ahead, U'-') || is_sign(ahead, U'/') || is_sign(ahead, U'.');
  }
  [[nodiscard]] bool is_word(std::size_t ahead, std::string_view word) const {
    return is_kind(ahead, Kind::word) && peek(ahead)->word == word;
  }
  bool skip_word(std::string_view word) {
    if (!is_word(0, word)) return false;
    ++at_;
    return true;
  }
  void skip_signs(std::u32string_view signs) {
    while (is_kind(0, Kind::sign) && signs.find(peek()->sign) != std::u32string_view::npos) ++at_;
  }

  void skip_weekday() {
    const std::size_t start = at_;
    if (is_kind(0, Kind::word)) {
      const std::string& word = peek()->word;
      if (word == "chu" && is_word(1, "nhat")) {
        at_ += 2;
      } else if ((word == "thu" || word == "t") && is_number(1, 1) && is_sign(2, U',')) {
        at_ += 2;
      } else if (word == "thu" && is_kind(1, Kind::word) && is_vietnamese_weekday_number(peek(1)->word)) {
        at_ += 2;
      } else if (word == "cn" || is_english_weekday(word)) {
        at_ += 1;
      }
    }
    if (at_ != start) skip_signs(U",.");
  }

  // A month's name; moves past it. 0 when there is none.
  int read_month_name() {
    if (!is_kind(0, Kind::word)) return 0;
    const std::string& word = peek()->word;
    if (const int month = english_month(word); month != 0) {
      ++at_;
      skip_signs(U".");
      return month;
    }
    if (word != "thang" && word != "thg" && word != "th" && word != "t") return 0;
    const std::size_t dotted = is_sign(1, U'.') ? 1 : 0;
    if (is_short_number(1 + dotted)) {
      const int month = number(1 + dotted);
      at_ += 2 + dotted;
      return month;
    }
    if (word != "thang" || !is_kind(1, Kind::word)) return 0;
    int month = vietnamese_month_number(peek(1)->word);
    at_ += 2;
    if (month == 10 && (is_word(0, "mot") || is_word(0, "hai"))) {
      month += vietnamese_month_number(peek()->word);
      ++at_;
    }
    return month;
  }

  std::optional<int> read_year() {
    int year = 0;
    if (is_number(0, 4)) {
      year = number(0);
    } else if (is_number(0, 2)) {
      year = number(0) + (number(0) < 70 ? 2000 : 1900);
    } else {
      return std::nullopt;
    }
    ++at_;
    return year;
  }

  std::optional<Date> read_date() {
    if (is_number(0, 8)) {
      const int all = number(0);
      ++at_;
      return Date::from_ymd(all / 10'000, all / 100 % 100, all % 100);
    }
    if (is_number(0, 4)) return read_year_first();
    if (is_short_number(0))
      return is_kind(1, Kind::word) || is_kind(2, Kind::word) ? read_day_and_name() : read_numbers();
    return read_name_first();
  }

  // The sign between the parts of a numeric date has to be the same both times.
  bool read_parts(int& a, int& b) {
    const char32_t sign = at_sign(1) ? peek(1)->sign : 0;
    const std::size_t step = sign == 0 ? 1 : 2;
    if (!is_short_number(step)) return false;
    if (sign != 0 && !is_sign(step + 1, sign)) return false;
    a = number(0);
    b = number(step);
    at_ += 2 * step;
    return true;
  }

  std::optional<Date> read_year_first() {
    int year = 0;
    int month = 0;
    if (!read_parts(year, month) || !is_short_number(0)) return std::nullopt;
    const int day = number(0);
    ++at_;
    return Date::from_ymd(year, month, day);
  }

  std::optional<Date> read_numbers() {
    int first = 0;
    int second = 0;
    if (!read_parts(first, second)) return std::nullopt;
    const auto year = read_year();
    if (!year) return std::nullopt;
    return order_ == DateOrder::day_first ? Date::from_ymd(*year, second, first) : Date::from_ymd(*year, first, second);
  }

  void skip_ordinal() {
    if (!skip_word("st") && !skip_word("nd") && !skip_word("rd")) {
      if (is_word(0, "th") && !is_kind(1, Kind::number)) ++at_;
    }
  }

  std::optional<Date> read_day_and_name() {
    const int day = number(0);
    ++at_;
    skip_ordinal();
    skip_signs(U",-/.");
    skip_word("of");
    const int month = read_month_name();
    if (month == 0) return std::nullopt;
    skip_signs(U",-/.");
    skip_word("nam");
    const auto year = read_year();
    if (!year) return std::nullopt;
    return Date::from_ymd(*year, month, day);
  }

  std::optional<Date> read_name_first() {
    if (!is_kind(0, Kind::word) || english_month(peek()->word) == 0) return std::nullopt;
    const int month = read_month_name();
    skip_signs(U"-");
    if (!is_short_number(0)) return std::nullopt;
    const int day = number(0);
    ++at_;
    skip_ordinal();
    skip_signs(U",-");
    if (!is_number(0, 4)) return std::nullopt;
    const int year = number(0);
    ++at_;
    return Date::from_ymd(year, month, day);
  }

  std::optional<TimeOfDay> read_clock() {
    if (!is_short_number(0)) return std::nullopt;
    int hour = number(0);
    int minute = 0;
    int second = 0;
    int ms = 0;
    if (is_sign(1, U':') && is_number(2, 2)) {
      minute = number(2);
      at_ += 3;
      if (is_sign(0, U':') && is_number(1, 2)) {
        second = number(1);
        at_ += 2;
        if ((is_sign(0, U'.') || is_sign(0, U',')) && is_kind(1, Kind::number) && number(1) >= 0) {
          ms = number(1);
          for (int digits = peek(1)->digits; digits > 3; --digits) ms /= 10;
          for (int digits = peek(1)->digits; digits < 3; ++digits) ms *= 10;
          at_ += 2;
        }
      }
    } else if (is_word(1, "h") || is_word(1, "g")) {  // 21h35
      at_ += 2;
      if (is_number(0, 2)) {
        minute = number(0);
        ++at_;
      }
    } else {
      return std::nullopt;
    }
    if (!read_half_of_day(hour) || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    TimeOfDay clock{((hour * 60 + minute) * 60 + second) * std::int64_t{1000} + ms, std::nullopt};
    if (!read_zone(clock)) return std::nullopt;
    return clock;
  }

  bool read_half_of_day(int& hour) {
    const bool morning = is_word(0, "am") || is_word(0, "sa");
    const bool afternoon = is_word(0, "pm") || is_word(0, "ch");
    if (!morning && !afternoon) return true;
    ++at_;
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (afternoon ? 12 : 0);
    return true;
  }

  bool read_zone(TimeOfDay& clock) {
    if (skip_word("z")) {
      clock.utc_offset_minutes = 0;
      return true;
    }
    if (skip_word("utc") || skip_word("gmt")) clock.utc_offset_minutes = 0;
    const bool east = is_sign(0, U'+');
    const bool west = is_sign(0, U'-');
    // "21:35 - 23/11/2026": a dash before a date is no zone.
    if (!(east || west) || !(is_number(1, 4) || is_short_number(1)) || (is_kind(2, Kind::sign) && !is_sign(2, U':')))
      return true;
    int hours = number(1);
    int minutes = 0;
    if (is_number(1, 4)) {
      minutes = hours % 100;
      hours /= 100;
    }
    at_ += 2;
    if (is_sign(0, U':') && is_number(1, 2)) {
      minutes = number(1);
      at_ += 2;
    }
    if (hours > 14 || minutes > 59) return false;
    clock.utc_offset_minutes = (hours * 60 + minutes) * (west ? -1 : 1);
    return true;
  }

  std::vector<DateToken> tokens_;
  DateOrder order_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Date> parse_date(std::string_view text, DateOrder order) {
  const auto instant = Reader(text, order).instant();
  if (!instant) return std::nullopt;
  return instant->date;
}

std::optional<Month> parse_month(std::string_view text) {
  if (const auto month = Reader(text, DateOrder::day_first).month()) return month;
  if (const auto date = parse_date(text)) return Month::of(*date);
  return std::nullopt;
}

std::optional<Timestamp> parse_timestamp(std::string_view text, int utc_offset_minutes, DateOrder order) {
  const auto instant = Reader(text, order).instant();
  if (!instant) return std::nullopt;
  Timestamp time = Timestamp::at(instant->date, 0, instant->clock.utc_offset_minutes.value_or(utc_offset_minutes));
  time.ms += instant->clock.ms_of_day;
  return time;
}

}  // namespace cohoi
