// Dates as people say them inside a sentence: "Gọi anh Nam mai 9h", "send offer next fri 14:30". Vietnamese (marks optional) and English
// are both understood whatever language the screen has.
//
// Rules: a day without a year is the next one to come; a weekday alone is the next one after today, "thứ 6 này" and "this fri" may be
// today, "tuần sau" and "next" mean the coming Monday-to-Sunday week; parts of the day without an hour stand for 9:00, 12:00, 14:00 and
// 19:00, "cuối ngày" and "cuối giờ chiều" for 17:00; an hour of one digit from 1 to 5 with nothing beside it is in the afternoon, as office hours are ("09" and "14" are taken as
// they stand). A word with marks means only itself, so that "tôi" is not "tối" and "Tuấn" not "tuần"; "Mai" with a capital inside a
// sentence is a name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"

namespace cohoi {

struct NaturalDate {
  struct Span { std::size_t begin = 0, end = 0; };  // bytes of the text
  Date date;
  std::optional<int> minutes;   // of the day
  bool day_said = false;        // false: only an hour, and `date` is today
  std::vector<Span> said;       // which parts of the text it was, in order; one or two
  std::string rest;             // the text without them, tidy: the subject
};

// Nothing when the text names no time.
[[nodiscard]] std::optional<NaturalDate> read_natural_date(std::string_view text, Date today);

}  // namespace cohoi
