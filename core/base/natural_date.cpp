#include "core/base/natural_date.h"

#include "core/base/natural_date_reader.h"
#include "core/base/text.h"

namespace cohoi {
namespace natural {

std::optional<Found> Reader::read(std::size_t from) {
  now_ = {};
  now_.from = now_.until = from;
  at_ = from;
  for (;;) {
    const std::size_t before = at_;
    bool at_hour = false;
    while (at_ < tokens_.size() && is_one_of(peek(), {",", "at", "on", "by", "due", "before", "from", "lúc", "vào", "trước", "hạn", "từ", "buổi"})) {
      at_hour = is_one_of(peek(), {"at", "lúc"});
      ++at_;
    }
    const std::size_t start = at_;
    const auto attempt = [&](bool done) {
      if (!done) at_ = start;
      return done;
    };
    if (!attempt(now_.hour < 0 && read_hour(at_hour)) && !attempt(now_.part == no_part && read_part()) && !attempt(!now_.day && read_day())) {
      at_ = before;
      break;
    }
    now_.until = at_;
  }
  if (now_.until == from || (!now_.day && now_.hour < 0 && now_.part != closing)) return std::nullopt;
  now_.rank += now_.minutes() ? hour_said : 0;
  return now_;
}

// What may stand behind "14 giờ 30" and "9g" when they are hours, and neither people nor grams.
bool Reader::hour_ends(std::size_t ahead) const {
  const auto& token = peek(ahead);
  return (token.kind == Token::Kind::sign && token.lower != "/") || is_one_of(token, {"phút", "sáng", "trưa", "chiều", "tối", "đêm", "mai", "mốt", "nay", "hôm", "ngày", "thứ"});
}

// After "9h" or "9 giờ": "30", "15 phút", "rưỡi", "kém 15".
void Reader::read_minutes(bool spelled) {
  const bool less = spelled && is_word(peek(), "kém") && number_at(1, 1, 59);
  if (less) ++at_;
  if (number_at(0, 0, 59) && (less || peek().joined || (spelled && peek().digits == 2 && hour_ends(1)) || (spelled && is_word(peek(1), "phút")))) {
    now_.minute = less ? -peek().value : peek().value;
    ++at_;
    (void)take({"phút"});
  } else if (take({"rưỡi"})) {
    now_.minute = 30;
  }
}

bool Reader::read_hour(bool introduced) {
  const int in_words = is_word(peek(1), "giờ") ? spoken_number(peek()) : 0;
  const bool teen = in_words == 0 && peek().lower == "mười" && is_word(peek(2), "giờ") && is_one_of(peek(1), {"một", "hai"});
  if (!teen && in_words == 0 && !number_at(0, 0, 23)) return false;
  const int hour = teen ? 10 + spoken_number(peek(1)) : in_words > 0 ? in_words : peek().value;
  if (teen) ++at_;
  now_.minute = 0;
  now_.as_written = peek().digits == 2;
  const auto finish = [&] {
    now_.hour = hour;
    if (take({"am"})) {
      now_.hour = hour % 12;
      now_.as_written = true;
    } else if (take({"pm"})) {
      now_.hour = hour % 12 + 12;
      now_.as_written = true;
    }
    if (is_one_of(peek(), {"-", "–", "đến", "to"}) && number_at(1, 0, 23) && is_one_of(peek(2), {"h", "giờ", "am", "pm", ":"})) {
      // "9h-10h30": only the beginning counts.
      at_ += peek(2).lower == ":" ? 4U : 3U;
      if (peek().joined && number_at(0, 0, 59)) ++at_;
    }
    return true;
  };
  if (peek(1).lower == ":" && peek(1).joined && number_at(2, 0, 59) && peek(2).digits == 2) {
    now_.minute = peek(2).value;
    at_ += 3;
    return finish();
  }
  const bool short_g = peek(1).lower == "g" && peek(1).joined && ((number_at(2, 0, 59) && peek(2).joined) || (peek(2).kind == Token::Kind::word && hour_ends(2)));
  if (short_g || is_one_of(peek(1), {"h", "giờ"})) {
    const bool spelled = peek(1).lower != "h";
    at_ += 2;
    read_minutes(spelled);
    return finish();
  }
  if (peek(1).lower == "rưỡi" && !peek(1).joined) {  // "9 rưỡi sáng"
    ++at_;
    read_minutes(false);
    return finish();
  }
  if (is_one_of(peek(1), {"am", "pm"}) && hour >= 1 && hour <= 12) {
    ++at_;
    return finish();
  }
  // "at 9" alone
  if (!introduced || (peek(1).joined && peek(1).lower != ",")) return false;
  ++at_;
  return finish();
}

bool Reader::read_part() {
  if (is_word(peek(), "cuối") && (is_one_of(peek(1), {"giờ"}) || (peek(1).lower == "ngày" && !number_at(2, 1, 31)))) {
    at_ += 2;
    now_.part = closing;
    (void)take({"chiều"});
    if (!now_.day && take({"nay"})) (void)said(today_);
    return true;
  }
  if (is_word(peek(1), "giờ") && is_one_of(peek(2), {"sáng", "chiều"})) (void)take2("đầu", {"giờ"});
  if (peek().lower == "chiều" && peek(1).lower == "tối") ++at_;
  const auto& word = peek();
  Part part = no_part;
  if (is_word(word, "sáng")) part = morning;
  else if (is_word(word, "trưa")) part = noon;
  else if (is_word(word, "chiều")) part = afternoon;
  else if (is_one_of(word, {"tối", "đêm", "khuya"})) part = evening;
  if (part != no_part) {
    // Without marks these are other words as well: sang, tôi, đem.
    const bool clear = !is_one_of(word, {"sang", "toi", "dem"}) || now_.hour >= 0 || is_one_of(peek(1), {"nay", "mai"});
    if (!clear) return false;
    ++at_;
    now_.part = part;
    if (peek().lower == "sớm") ++at_;
    if (!now_.day && take({"nay"})) (void)said(today_);
    return true;
  }
  if (take({"tonight"})) {
    now_.part = evening;
    return now_.day.has_value() || said(today_);
  }
  const std::size_t start = at_;
  const bool today = take({"this"});
  if (!today && take({"in"})) (void)take({"the"});
  if (take({"morning"})) part = morning;
  else if (take({"noon"})) part = noon;
  else if (take({"afternoon"})) part = afternoon;
  else if (take({"evening", "night"})) part = evening;
  if (part == no_part || (today && now_.day)) {
    at_ = start;
    return false;
  }
  now_.part = part;
  return !today || said(today_);
}

}  // namespace natural

namespace {

std::string without(std::string_view text, const std::vector<NaturalDate::Span>& spans) {
  std::string rest;
  std::size_t at = 0;
  for (const auto& span : spans) {
    rest += text.substr(at, span.begin - at);
    at = span.end;
    if (text.substr(at).starts_with(',')) rest = std::string(trim(rest));
    else rest += ' ';
  }
  rest = tidy(rest + std::string(text.substr(at)));
  const auto loose = [](char c) { return c == ' ' || c == ',' || c == ';' || c == ':' || c == '-' || c == '.'; };
  while (!rest.empty() && loose(rest.back()) && !rest.ends_with("...")) rest.pop_back();
  std::size_t start = 0;
  while (start < rest.size() && loose(rest[start])) ++start;
  return rest.substr(start);
}

}  // namespace

std::optional<NaturalDate> read_natural_date(std::string_view text, Date today) {
  natural::Reader reader(text, today);
  std::optional<natural::Found> day, hour;  // the best with a day, the last with an hour alone
  for (std::size_t i = 0; i < reader.tokens().size();) {
    const auto found = reader.read(i);
    if (found && found->day && (!day || found->rank >= day->rank)) day = found;
    if (found && !found->day) hour = found;
    i = found ? found->until : i + 1;
  }
  if (!day && !hour) return std::nullopt;
  NaturalDate result;
  const natural::Found& first = day ? *day : *hour;
  result.day_said = day.has_value();
  result.date = first.day.value_or(today);
  result.minutes = first.minutes();
  const auto add = [&](const natural::Found& found) { result.said.push_back({reader.tokens()[found.from].begin, reader.tokens()[found.until - 1].end}); };
  add(first);
  if (day && hour && day->hour < 0) {  // "9h họp với An, mai": the hour stands apart
    natural::Found whole = *hour;
    if (whole.part == natural::no_part) whole.part = day->part;
    result.minutes = whole.minutes();
    add(*hour);
    if (hour->from < day->from) std::swap(result.said.front(), result.said.back());
  }
  result.rest = without(text, result.said);
  return result;
}

}  // namespace cohoi
