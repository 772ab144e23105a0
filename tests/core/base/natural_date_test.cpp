#include "core/base/natural_date.h"

#include <doctest/doctest.h>

#include <string>

using namespace cohoi;

namespace {

const Date today = *Date::parse_iso("2026-11-24");  // a Tuesday

std::string read(std::string_view text) {
  const auto found = read_natural_date(text, today);
  if (!found) return "-";
  std::string out = found->date.to_iso();
  if (found->minutes) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    out += " " + two(*found->minutes / 60) + ":" + two(*found->minutes % 60);
  }
  return out + (found->rest.empty() ? "" : " | " + found->rest);
}

struct Phrase { const char* text; const char* means; };

}  // namespace

TEST_CASE("dates as people say them, in both languages, on Tuesday 24 November 2026") {
  const Phrase phrases[] = {
      // days near by
      {"hôm nay", "2026-11-24"}, {"hom nay", "2026-11-24"}, {"today", "2026-11-24"}, {"mai", "2026-11-25"}, {"ngày mai", "2026-11-25"},
      {"Mai", "2026-11-25"}, {"ngay mai", "2026-11-25"}, {"tomorrow", "2026-11-25"}, {"tmr", "2026-11-25"}, {"ngày kia", "2026-11-26"},
      {"ngày mốt", "2026-11-26"}, {"day after tomorrow", "2026-11-26"}, {"hôm qua 14h", "2026-11-23 14:00"}, {"yesterday", "2026-11-23"},
      {"mốt", "2026-11-26"}, {"mốt 9h", "2026-11-26 09:00"}, {"sáng mốt", "2026-11-26 09:00"}, {"bữa mốt", "2026-11-26"}, {"chiều kia", "2026-11-26 14:00"}, {"hôm sau", "2026-11-25"}, {"hôm kia", "2026-11-22"},
      // hours
      {"9h30 sáng mai", "2026-11-25 09:30"}, {"3 giờ chiều thứ hai", "2026-11-30 15:00"}, {"hai giờ chiều mai", "2026-11-25 14:00"}, {"ba giờ rưỡi chiều thứ năm", "2026-11-26 15:30"}, {"mười một giờ trưa mai", "2026-11-25 11:00"},
      {"9 giờ kém 15 sáng mai", "2026-11-25 08:45"}, {"0 giờ kém 5 mai", "2026-11-25 00:00"}, {"9 rưỡi sáng mai", "2026-11-25 09:30"}, {"14 giờ 30 mai", "2026-11-25 14:30"}, {"9g sáng mai", "2026-11-25 09:00"}, {"từ 9h đến 10h30 mai", "2026-11-25 09:00"},
      {"mai 9h", "2026-11-25 09:00"}, {"mai 9h30", "2026-11-25 09:30"}, {"9h mai", "2026-11-25 09:00"}, {"mai lúc 9 giờ", "2026-11-25 09:00"},
      {"9 giờ rưỡi sáng mai", "2026-11-25 09:30"}, {"9 giờ 15 phút mai", "2026-11-25 09:15"}, {"14g30 hôm nay", "2026-11-24 14:30"},
      {"mai 3h", "2026-11-25 15:00"}, {"mai 03h", "2026-11-25 03:00"}, {"3h chiều mai", "2026-11-25 15:00"}, {"chiều mai 3h", "2026-11-25 15:00"},
      {"8h tối nay", "2026-11-24 20:00"}, {"12h trưa mai", "2026-11-25 12:00"}, {"1h trưa mai", "2026-11-25 13:00"}, {"mai 9h-10h30", "2026-11-25 09:00"},
      {"tomorrow 9am", "2026-11-25 09:00"}, {"tomorrow at 9", "2026-11-25 09:00"}, {"tomorrow at 3", "2026-11-25 15:00"}, {"tomorrow 9:30pm", "2026-11-25 21:30"},
      {"9am tomorrow", "2026-11-25 09:00"}, {"12am tomorrow", "2026-11-25 00:00"}, {"tomorrow 12pm", "2026-11-25 12:00"}, {"16h", "2026-11-24 16:00"}, {"at 4pm", "2026-11-24 16:00"},
      // parts of the day
      {"chiều mai", "2026-11-25 14:00"}, {"chieu mai", "2026-11-25 14:00"}, {"sáng mai", "2026-11-25 09:00"}, {"tối nay", "2026-11-24 19:00"},
      {"toi nay", "2026-11-24 19:00"}, {"trưa thứ 6", "2026-11-27 12:00"}, {"tomorrow morning", "2026-11-25 09:00"}, {"tomorrow morning at 10", "2026-11-25 10:00"},
      {"sáng sớm mai", "2026-11-25 09:00"}, {"buổi chiều thứ 4", "2026-11-25 14:00"}, {"chiều tối mai", "2026-11-25 19:00"}, {"khuya nay", "2026-11-24 19:00"}, {"đầu giờ chiều mai", "2026-11-25 14:00"},
      {"cuối giờ chiều nay", "2026-11-24 17:00"}, {"cuối ngày", "2026-11-24 17:00"}, {"cuối ngày mai", "2026-11-25 17:00"}, {"cuối ngày 30", "2026-11-30 | cuối"},
      {"this afternoon", "2026-11-24 14:00"}, {"tonight", "2026-11-24 19:00"}, {"friday evening", "2026-11-27 19:00"},
      // days of the week
      {"thứ 6", "2026-11-27"}, {"thu 6", "2026-11-27"}, {"thứ sáu", "2026-11-27"}, {"Thứ Sáu", "2026-11-27"}, {"t6", "2026-11-27"}, {"chủ nhật", "2026-11-29"},
      {"cn", "2026-11-29"}, {"thứ 2", "2026-11-30"}, {"thứ ba", "2026-12-01"}, {"thứ 3 này", "2026-11-24"}, {"thứ tư", "2026-11-25"}, {"thứ sáu tuần sau", "2026-12-04"},
      {"thu sau tuan sau", "2026-12-04"}, {"thứ 6 tuần tới 14h", "2026-12-04 14:00"}, {"thứ 6 tuần này", "2026-11-27"}, {"thứ 6 tới", "2026-11-27"},
      {"thứ hai tuần trước", "2026-11-16"}, {"friday", "2026-11-27"}, {"fri 14:30", "2026-11-27 14:30"}, {"next fri", "2026-12-04"}, {"this fri", "2026-11-27"},
      {"on thursday", "2026-11-26"}, {"thu 14:30", "2026-11-26 14:30"}, {"next thu", "2026-12-03"}, {"mon", "2026-11-30"}, {"monday next week", "2026-11-30"}, {"last friday", "2026-11-20"},
      {"thứ 6 tuần sau nữa", "2026-12-11"}, {"thứ 6 ngày 27/11", "2026-11-27"}, {"Thứ Bảy 5/12", "2026-12-05"}, {"thứ sáu, 27/11/2026 lúc 15:00", "2026-11-27 15:00"}, {"Fri, 4 Dec", "2026-12-04"},
      // weeks and months
      {"tuần sau nữa", "2026-12-07"}, {"trong tuần này", "2026-11-27"}, {"hết tuần này", "2026-11-28"}, {"hết tháng", "2026-11-30"}, {"tháng sau nữa", "2027-01-01"}, {"quý sau", "2027-01-01"}, {"cuối quý này", "2026-12-31"},
      {"cuối quý sau", "2027-03-31"}, {"đầu năm sau", "2027-01-01"}, {"cuối năm nay", "2026-12-31"}, {"cuối năm sau", "2027-12-31"},
      {"tuần sau", "2026-11-30"}, {"tuần tới", "2026-11-30"}, {"next week", "2026-11-30"}, {"tuần này", "2026-11-27"}, {"cuối tuần", "2026-11-28"}, {"cuối tuần sau", "2026-12-05"},
      {"đầu tuần sau", "2026-11-30"}, {"this weekend", "2026-11-28"}, {"cuối tháng", "2026-11-30"}, {"cuoi thang", "2026-11-30"}, {"cuối tháng 12", "2026-12-31"},
      {"cuối tháng sau", "2026-12-31"}, {"đầu tháng", "2026-12-01"}, {"giữa tháng sau", "2026-12-15"}, {"tháng sau", "2026-12-01"}, {"next month", "2026-12-01"},
      {"end of month", "2026-11-30"}, {"end of the month", "2026-11-30"}, {"end of next month", "2026-12-31"}, {"end of week", "2026-11-27"}, {"eom", "2026-11-30"}, {"cuối năm", "2026-12-31"}, {"end of quarter", "2026-12-31"},
      // so far away
      {"3 ngày nữa", "2026-11-27"}, {"ba ngày nữa", "2026-11-27"}, {"sau 3 ngày", "2026-11-27"}, {"trong 3 ngày", "2026-11-27"}, {"2 tuần nữa", "2026-12-08"}, {"một tháng nữa", "2026-12-24"},
      {"in 3 days", "2026-11-27"}, {"in a week", "2026-12-01"}, {"in two weeks", "2026-12-08"}, {"3 days from now", "2026-11-27"}, {"in a few days", "2026-11-27"},
      {"10 ngày tới", "2026-12-04"}, {"trong 10 ngày tới", "2026-12-04"}, {"nửa tháng nữa", "2026-12-09"}, {"một năm nữa", "2027-11-24"},
      // dates
      {"ngày 5 tháng sau", "2026-12-05"}, {"mùng 5 tháng này", "2026-11-05"},
      {"5/12", "2026-12-05"}, {"5/1", "2027-01-05"}, {"24/11", "2026-11-24"}, {"9h30 ngày 5/12", "2026-12-05 09:30"}, {"ngày 5-12", "2026-12-05"}, {"5/12/2026", "2026-12-05"},
      {"5.12.26", "2026-12-05"}, {"5 tháng 12", "2026-12-05"}, {"ngày 5 tháng 12 năm 2027", "2027-12-05"}, {"ngày 15", "2026-12-15"}, {"ngày 30", "2026-11-30"}, {"mùng 5", "2026-12-05"},
      {"5 dec", "2026-12-05"}, {"dec 5", "2026-12-05"}, {"5th of december", "2026-12-05"}, {"December 5th, 2027", "2027-12-05"}, {"the 15th", "2026-12-15"}, {"2026-12-05 09:00", "2026-12-05 09:00"},
      {"2026-12-05T14:30", "2026-12-05 14:30"}, {"29/2", "-"},
  };
  for (const auto& phrase : phrases) {
    CAPTURE(phrase.text);
    CHECK(read(phrase.text) == phrase.means);
  }
}

TEST_CASE("the rest of the sentence is the subject") {
  const Phrase phrases[] = {
      {"Gọi anh Nam mai 9h", "2026-11-25 09:00 | Gọi anh Nam"},
      {"mai 9h gọi anh Nam", "2026-11-25 09:00 | gọi anh Nam"},
      {"Gửi báo giá trước thứ 6", "2026-11-27 | Gửi báo giá"},
      {"9h họp với An, mai", "2026-11-25 09:00 | họp với An"},
      {"Gọi chị Mai", "-"},
      {"Gọi chị Mai mai 9h", "2026-11-25 09:00 | Gọi chị Mai"},
      {"Gọi tôi lúc 16h", "2026-11-24 16:00 | Gọi tôi"},
      {"Dời họp sang thứ 5 lúc 15h", "2026-11-26 15:00 | Dời họp sang"},
      {"Send the offer by next fri", "2026-12-04 | Send the offer"},
      {"Call An tomorrow at 9, bring the contract", "2026-11-25 09:00 | Call An, bring the contract"},
      {"Họp thứ 6 về kế hoạch tháng sau", "2026-11-27 | Họp về kế hoạch tháng sau"},
  };
  for (const auto& phrase : phrases) {
    CAPTURE(phrase.text);
    CHECK(read(phrase.text) == phrase.means);
  }
  const auto found = read_natural_date("Gọi anh Nam mai 9h", today);
  REQUIRE(found);
  REQUIRE(found->said.size() == 1);
  CHECK(std::string("Gọi anh Nam mai 9h").substr(found->said[0].begin, found->said[0].end) == "mai 9h");
  CHECK_FALSE(read_natural_date("16h", today)->day_said);
}

TEST_CASE("what is no date is left alone") {
  for (const char* text : {"", "   ", "Gọi anh Nam", "Thu tiền đợt 1", "Cắt sắt thép", "Gọi anh Tuấn", "mua 5 máy in", "gói 12 tháng", "lần thứ hai", "hỗ trợ 24/7", "báo cáo 24h", "48h", "áo mốt mới", "Gọi anh Mốt", "giao hàng 3 ngày sau khi ký", "bảo hành trong 2 năm", "kế hoạch năm sau", "2 tỷ rưỡi",
                           "mua 10 đến 12 cái", "từ kho", "bên kia", "20g đường",
                           "in hợp đồng", "Số 123456789012345678901234567890", "32/13", "99h99", "may be", "sau", "tháng", "thứ", "tuần", "9", "1.5 tỷ", "phòng 305", "next", "in 3", "end of", "\xff\xfe mai\xff",
                           "///---", "5/", "ngày", "at", "lúc lúc lúc", "0903 123 456"}) {
    CAPTURE(text);
    if (std::string_view(text).find("mai") == std::string_view::npos) CHECK(read(text) == "-");
    else CHECK(read_natural_date(text, today).has_value());
  }
  for (const char* some_day : {"mai mốt", "mai kia", "Mai mốt gọi lại"}) CHECK(read(some_day) == "-");
}

TEST_CASE("months that are too short, and the turn of the year") {
  const auto on = [](const char* iso, const char* text) { return read_natural_date(text, *Date::parse_iso(iso))->date.to_iso(); };
  CHECK(on("2026-01-31", "1 tháng nữa") == "2026-02-28");
  CHECK(on("2026-01-31", "ngày 30") == "2026-03-30");
  CHECK(on("2026-12-31", "tháng sau") == "2027-01-01");
  CHECK(on("2026-12-31", "cuối tháng") == "2026-12-31");
  CHECK(on("2028-02-10", "29/2") == "2028-02-29");
  CHECK(on("2026-11-29", "cuối tuần") == "2026-11-29");
  CHECK(on("2026-11-27", "thứ 6") == "2026-12-04");
}
