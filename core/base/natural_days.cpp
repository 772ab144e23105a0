// Days, weeks and months inside a sentence.
#include "core/base/date_words.h"
#include "core/base/natural_date_reader.h"

namespace cohoi::natural {

bool Reader::read_day() {
  if (read_near_day()) return true;
  if (attempt(&Reader::read_weekday)) {  // "thứ 6 ngày 27/11", "Fri, 27 Nov": the date says more
    const std::size_t start = at_;
    (void)take({","});
    if (!read_date()) at_ = start;
    return true;
  }
  return attempt(&Reader::read_period) || attempt(&Reader::read_distance) || attempt(&Reader::read_date);
}
bool Reader::read_near_day() {
  if (take2("hôm", {"nay"}) || take2("bữa", {"nay"}) || take({"today", "hnay"})) return said(today_);
  if (take2("hôm", {"qua"}) || take({"yesterday"})) return said(after(-1));
  if (take2("hôm", {"kia"})) return said(after(-2));
  if (take2("ngày", {"kia", "mốt"})) return said(after(2));
  if (take2("ngày", {"mai"}) || take2("hôm", {"sau"}) || take2("bữa", {"sau"}) || take({"tomorrow", "tmr", "tmrw"})) return said(after(1));
  if (take2("day", {"after"})) return take({"tomorrow"}) && said(after(2));
  if (peek().lower == "mai" && !(peek().capital && at_ > 0) && !is_one_of(peek(1), {"mốt", "kia", "sau"})) {
    ++at_;
    return said(after(1));
  }
  // "mốt" is one and fashion as well, and "mai mốt", "mai kia" are some day.
  const bool some_day = at_ > 0 && is_word(tokens_[at_ - 1], "mai");
  if (peek(1).lower == "mốt" && take({"hôm", "bữa"})) return take({"mốt"}) && said(after(2));
  const bool alone = at_ == 0 || at_ + 1 == tokens_.size() || now_.hour >= 0 || number_at(1, 0, 23);
  if (!some_day && !(peek().capital && at_ > 0) && ((peek().lower == "mốt" && (now_.part != no_part || alone)) || (peek().lower == "kia" && now_.part != no_part))) {
    ++at_;
    return said(after(2));
  }
  return false;
}
bool Reader::attempt(bool (Reader::*part)()) {
  const std::size_t start = at_;
  if ((this->*part)()) return true;
  at_ = start;
  return false;
}

bool Reader::read_weekday() {
  // 0 none said, 1 next, 2 this, 3 last
  const int which = take({"next"}) ? 1 : take({"this"}) ? 2 : take({"last"}) ? 3 : 0;
  int weekday = 0;
  bool full = true, english = true;
  if (is_word(peek(), "thứ") || (peek().lower == "t" && peek(1).joined)) {
    const bool second_time = at_ > 0 && is_word(tokens_[at_ - 1], "lần");
    const int number = number_at(1, 2, 7, 1) ? peek(1).value : peek().lower == "t" ? 0 : natural::spoken_number(peek(1));
    if (number >= 2 && number <= 7 && !second_time && peek(1).lower != "nam") {
      weekday = number - 1;
      english = false;
      at_ += 2;
    }
  } else if (take2("chủ", {"nhật"}) || (peek().lower == "cn" && take({"cn"}))) {
    weekday = 7;
    english = false;
  }
  if (weekday == 0) {
    weekday = natural::english_weekday(peek(), full);
    if (weekday == 0) return false;
    // "sat", "thu", "mon" are Vietnamese words without their marks, too.
    const bool hour_next = number_at(1, 0, 23) && (peek(2).lower == ":" || is_one_of(peek(2), {"h", "am", "pm"}));
    const bool at_edge = (at_ == 0 || at_ + 1 == tokens_.size()) && peek().lower != "thu";
    const bool introduced = which != 0 || (at_ > 0 && is_one_of(tokens_[at_ - 1], {"on", "by", "before", "due"})) || now_.hour >= 0 || is_one_of(peek(1), {"at", "next", "morning", "afternoon"});
    if (!full && !hour_next && !at_edge && !introduced) return false;
    ++at_;
  }
  const auto in_week = [&](int weeks) { return Date{monday(weeks).days + weekday - 1}; };
  const auto coming = [&](bool may_be_today) {
    const Date day = in_week(0);
    return day > today_ || (may_be_today && day == today_) ? day : in_week(1);
  };
  if (which == 1) return said(in_week(1));
  if (which == 3) return said(in_week(0) < today_ ? in_week(0) : in_week(-1));
  if (take2("next", {"week"}) || take2("tuần", {"sau", "tới"})) return said(in_week(take({"nữa"}) ? 2 : 1));
  if (take2("tuần", {"trước"})) return said(in_week(-1));
  if (which == 2 || take2("this", {"week"}) || take2("tuần", {"này", "nay"})) return said(coming(true));
  if (!english) {
    if (take({"sau"})) return said(in_week(1));
    if (take({"này", "nay"})) return said(coming(true));
    (void)take({"tới"});
  }
  return said(coming(false));
}

// Weeks, months, quarters and years, and their beginnings and ends.
bool Reader::read_period() {
  if (take({"eom"})) return said(of_month(month(0), 0), vague_day);
  if (take({"eow"})) return said(std::max(today_, after(5 - today_.weekday())), vague_day);
  int place = -1;  // 0 beginning, 1 middle, 2 end
  if (take({"đầu"}) || take2("start", {"of"}) || take2("beginning", {"of"})) place = 0;
  else if (take({"giữa"}) || take2("middle", {"of"})) place = 1;
  else if (take({"cuối"}) || take2("end", {"of"}) || (is_one_of(peek(1), {"tuần", "tháng", "quý", "năm"}) && take({"hết"}))) place = 2;
  else if (is_one_of(peek(1), {"tuần", "tháng"}) && is_one_of(peek(2), {"sau", "tới", "này"})) (void)take({"trong"});
  (void)take({"the"});
  int which = is_one_of(peek(), {"next", "this"}) ? take_which(0) : -2;
  if (take({"weekend"})) return place < 0 && said(after_or(Date{monday(which == 1 ? 1 : 0).days + 5}), vague_day);
  if (take({"tuần", "week"})) {
    if (which == -2) which = take_which(-2);
    if (which == -2 && place < 0) return false;
    const Date first = monday(std::max(which, 0));
    const int day = place == 2 ? (is_word(tokens_[at_ - 1], "week") ? 4 : 5) : place == 1 ? 2 : place == 0 || which >= 1 ? 0 : 4;
    return which >= -2 && which != -1 && said(after_or(Date{first.days + day}), vague_day);
  }
  if (take({"tháng", "month"})) {
    if (which == -2 && place >= 0 && number_at(0, 1, 12)) {
      const int number = peek().value;
      ++at_;
      const auto of = Month::from_ym(today_.year() + (number < today_.month() ? 1 : 0), number);
      return of && said(of_month(*of, place == 0 ? 1 : place == 1 ? 15 : 0), vague_day);
    }
    if (which == -2) which = take_which(-2);
    if (which == -1 || (which == -2 && place < 0) || (which == 0 && place < 0)) return false;
    const int ahead = std::max(which, 0);
    const auto day = of_month(month(ahead), place == 2 ? 0 : place == 1 ? 15 : 1);
    if (day && *day < today_) return said(of_month(month(ahead + 1), place == 1 ? 15 : 1), vague_day);
    return said(day, vague_day);
  }
  // "year" alone is no date: next year's plan is not due on its first day.
  const int months = take({"quý", "quarter"}) ? 3 : place >= 0 && take({"năm", "year"}) ? 12 : 0;
  if (months == 0) return false;
  if (which == -2) which = take_which(-2);
  if (which == -1 || (place < 0 && which < 1)) return false;
  const int until_end = (months - (today_.month() - 1) % months - 1) + months * std::max(which, 0);
  if (place == 2) return said(of_month(month(until_end), 0), vague_day);
  const auto day = of_month(month(until_end - (place == 1 ? months / 2 : months - 1)), place == 1 ? 15 : 1);
  return day && *day >= today_ && said(day, vague_day);
}
// "3 ngày nữa", "sau 2 tuần", "in a week", "3 days from now"
bool Reader::read_distance() {
  const bool in = take({"in"}), before = !in && take({"sau", "trong"});
  if (take({"nửa"})) return take({"tháng"}) && (take({"nữa"}) || before) && said(after(15));
  const int count = take_count();
  if (count == 0) return false;
  const bool english = is_one_of(peek(), {"day", "days", "week", "weeks", "month", "months"});
  const char unit = is_one_of(peek(), {"ngày", "hôm", "day", "days"})     ? 'd'
                    : is_one_of(peek(), {"tuần", "week", "weeks"})        ? 'w'
                    : is_one_of(peek(), {"tháng", "month", "months"})     ? 'm'
                    : is_word(peek(), "năm") && !before && !in            ? 'y'
                                                                          : '\0';
  if (unit == '\0' || (in && !english) || (before && english)) return false;
  ++at_;
  const bool closed = english ? take2("from", {"now", "today"}) : take({"nữa"}) || (unit != 'y' && take({"tới"})) || (unit != 'y' && !before && !is_word(peek(1), "khi") && take({"sau"}));
  if (!in && !before && !closed) return false;
  if (unit == 'd' || unit == 'w') return said(after(count * (unit == 'w' ? 7 : 1)));
  const Month target = month(count * (unit == 'y' ? 12 : 1));
  return said(of_month(target, std::min(today_.day(), days_in_month(target.year(), target.month()))));
}

// Without a year the next such day to come.
std::optional<Date> Reader::day_of(int day, int month_number, std::optional<int> year) const {
  if (year) return Date::from_ymd(*year, month_number, day);
  const auto date = Date::from_ymd(today_.year(), month_number, day);
  return date && *date >= today_ ? date : Date::from_ymd(today_.year() + 1, month_number, day);
}
std::optional<int> Reader::take_year() {
  const bool two = number_at(0, 20, 99) && peek().digits == 2;
  if (!two && !(number_at(0, 1970, 2199, 4) && peek().digits == 4)) return std::nullopt;
  const int year = peek().value + (two ? 2000 : 0);
  ++at_;
  return year;
}
void Reader::take_ordinal() {
  if (peek().joined && (peek().lower == "st" || peek().lower == "nd" || peek().lower == "rd" || peek().lower == "th")) ++at_;
}
int Reader::take_month_name() {
  const int number = peek().kind == Token::Kind::word && peek().bare ? english_month(peek().lower) : 0;
  if (number > 0) ++at_;
  return number;
}

bool Reader::read_date() {
  if (number_at(0, 1970, 2199, 4) && peek().digits == 4 && peek(1).lower == "-" && number_at(2, 1, 12) && peek(3).lower == "-" && number_at(4, 1, 31)) {
    const auto date = Date::from_ymd(peek().value, peek(2).value, peek(4).value);
    at_ += 5;
    if (peek().lower == "t" && peek().joined) ++at_;  // 2026-12-05T09:00
    return said(date);
  }
  if (const int named = take_month_name()) {  // dec 5
    if (!number_at(0, 1, 31)) return false;
    const int day = peek().value;
    ++at_;
    take_ordinal();
    (void)(is_one_of(peek(), {","}) && number_at(1, 1970, 2199, 4) && take({","}));
    return said(day_of(day, named, take_year()));
  }
  (void)take({"the"});
  const bool announced = take({"ngày", "mùng", "mồng"});
  if (!number_at(0, 1, 31)) return false;
  const int day = peek().value;
  ++at_;
  const std::string sign = peek().joined ? peek().lower : std::string();
  if ((sign == "/" || sign == "-" || sign == ".") && number_at(1, 1, 12) && peek(1).joined) {
    const int of = peek(1).value;
    const bool with_year = peek(2).joined && peek(2).lower == sign && (number_at(3, 1970, 2199, 4) || number_at(3, 20, 99));
    if (!with_year && !announced && (sign != "/" || (day == 24 && of == 7))) return false;
    at_ += 2;
    if (with_year) ++at_;
    return said(day_of(day, of, with_year ? take_year() : std::nullopt));
  }
  const bool ordinal = peek().joined && is_one_of(peek(), {"st", "nd", "rd", "th"}) && !number_at(1, 1, 12);
  if (ordinal) ++at_;
  const std::size_t after_day = at_;
  (void)take({"of"});
  int of = take_month_name();
  if (of == 0 && take({"tháng", "thg"})) {
    if (number_at(0, 1, 12)) {
      of = peek().value;
      ++at_;
    } else if (const int which = take_which(-2); which >= 0) {  // ngày 5 tháng sau
      return said(Date::from_ymd(month(which).year(), month(which).month(), day));
    }
  }
  if (of > 0) {
    const std::size_t before_year = at_;
    const bool named_year = take({"năm"});
    const auto year = take_year();
    if (!year && named_year) at_ = before_year;
    return said(day_of(day, of, year));
  }
  at_ = after_day;
  if (!announced && !ordinal) return false;
  for (int ahead = 0; ahead < 3; ++ahead)
    if (const auto date = Date::from_ymd(month(ahead).year(), month(ahead).month(), day); date && *date >= today_) return said(date);
  return false;
}

}  // namespace cohoi::natural
