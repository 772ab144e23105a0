// The reader of a sentence that may name a time, for natural_date*.cpp only.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/civil.h"
#include "core/base/date.h"
#include "core/base/natural_date_tokens.h"

namespace cohoi::natural {

inline constexpr int exact_day = 4, vague_day = 2, hour_said = 1;
inline constexpr int hour_of_part[] = {-1, 9, 12, 14, 17, 19};  // by Part
enum Part : std::uint8_t { no_part, morning, noon, afternoon, closing, evening };

// What was said from one token on.
struct Found {
  std::size_t from = 0, until = 0;  // tokens
  std::optional<Date> day;
  int rank = 0;
  int hour = -1, minute = 0;  // less than zero: "kém 15"
  bool as_written = false;  // 14, 09, 9am: not to be moved to the afternoon
  Part part = no_part;

  [[nodiscard]] std::optional<int> minutes() const {
    if (hour < 0) return part == no_part ? std::nullopt : std::optional(hour_of_part[static_cast<std::size_t>(part)] * 60);
    const bool later = (part >= afternoon && hour < 12) || (part == noon && hour < 5) || (part == no_part && !as_written && hour >= 1 && hour <= 5);
    return std::max(0, (later ? hour + 12 : hour) * 60 + minute);
  }
};

class Reader {
 public:
  Reader(std::string_view text, Date today) : tokens_(tokens_of(text)), today_(today) {}

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  // Days, hours and parts of the day in any order, with the little words between them.
  [[nodiscard]] std::optional<Found> read(std::size_t from);

 private:
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
    static const Token none{};
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : none;
  }
  [[nodiscard]] bool number_at(std::size_t ahead, int low, int high, int most_digits = 2) const {
    const auto& token = peek(ahead);
    return token.kind == Token::Kind::number && token.digits <= most_digits && token.value >= low && token.value <= high;
  }
  bool take(std::initializer_list<std::string_view> words) {
    if (at_ >= tokens_.size() || !is_one_of(peek(), words)) return false;
    ++at_;
    return true;
  }
  bool take2(std::string_view first, std::initializer_list<std::string_view> seconds) {
    if (at_ + 1 >= tokens_.size() || !is_word(peek(), first) || !is_one_of(peek(1), seconds)) return false;
    at_ += 2;
    return true;
  }
  // A number in figures or words; 0 when there is none.
  int take_count() {
    int count = number_at(0, 1, 999, 3) ? peek().value : natural::spoken_number(peek());
    if (count > 0) ++at_;
    if (count == 2) (void)take({"of"});
    if (count == 1 && is_one_of(peek(), {"couple", "few"})) {  // a couple of, a few
      count = natural::spoken_number(peek());
      ++at_;
      (void)take({"of"});
    }
    return count;
  }

  bool said(std::optional<Date> day, int rank = exact_day) {
    if (!day) return false;
    now_.day = day;
    now_.rank += rank;
    return true;
  }
  [[nodiscard]] Date after(int days) const { return Date{today_.days + days}; }
  [[nodiscard]] Date monday(int weeks) const { return after(1 - today_.weekday() + 7 * weeks); }
  [[nodiscard]] static std::optional<Date> of_month(Month month, int day) {
    const int last = days_in_month(month.year(), month.month());
    return Date::from_ymd(month.year(), month.month(), day == 0 ? last : day);
  }
  [[nodiscard]] Month month(int ahead) const { return add_months(Month::of(today_), ahead); }

  // sau nữa: 2; sau, tới, next: 1; này, this, or nothing: 0; trước, last: -1.
  int take_which(int otherwise) {
    if (take({"sau", "tới", "next"})) return take({"nữa"}) ? 2 : 1;
    if (take({"này", "nay", "this"})) return 0;
    return take({"trước"}) ? -1 : otherwise;
  }

  // Each moves past what it read and notes it; false: nothing of its kind stands here. natural_date.cpp, natural_days.cpp
  bool read_hour(bool introduced);
  void read_minutes(bool spelled);
  [[nodiscard]] bool hour_ends(std::size_t ahead) const;
  bool read_part();
  bool read_day();
  bool read_near_day();
  bool read_weekday();
  bool read_period();
  bool read_distance();
  bool read_date();
  bool attempt(bool (Reader::*part)());
  [[nodiscard]] Date after_or(Date day) const { return std::max(day, today_); }
  [[nodiscard]] std::optional<Date> day_of(int day, int month_number, std::optional<int> year) const;
  std::optional<int> take_year();
  void take_ordinal();
  int take_month_name();

  std::vector<Token> tokens_;
  Date today_;
  std::size_t at_ = 0;
  Found now_;
};

}  // namespace cohoi::natural
