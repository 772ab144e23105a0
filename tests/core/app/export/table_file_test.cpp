#include "core/app/export/table_file.h"

#include <doctest/doctest.h>

using namespace cohoi;
using namespace cohoi::app;

namespace {

std::string written(TableFormat format) {
  std::string out;
  REQUIRE(write_table(
      format,
      [](TableFile& file) -> Status {
        COHOI_CHECK(file.heads({{"name", "Tên"}, {"amount", "Số tiền"}, {"day", "Ngày"}}));
        COHOI_CHECK(file.row({{"Gạch \"Đồng\" <&>; Nai"}, {"1500.50", true}, {"2026-11-27", false, Date::parse_iso("2026-11-27")}}));
        return file.row({{"=1+1"}, {"", true}, {""}});
      },
      [&](std::string_view piece) -> Status {
        out += piece;
        return {};
      }));
  return out;
}

std::uint32_t number_at(const std::string& bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

}  // namespace

TEST_CASE("CSV for spreadsheets has its mark and harmless formulas, for programs neither") {
  CHECK(written(TableFormat::csv) ==
        "\xEF\xBB\xBFTên,Số tiền,Ngày\r\n\"Gạch \"\"Đồng\"\" <&>; Nai\",1500.50,2026-11-27\r\n\"'=1+1\",,\r\n");
  CHECK(written(TableFormat::csv_semicolon) ==
        "\xEF\xBB\xBFTên;Số tiền;Ngày\r\n\"Gạch \"\"Đồng\"\" <&>; Nai\";1500.50;2026-11-27\r\n\"'=1+1\";;\r\n");
  CHECK(written(TableFormat::csv_plain) == "Tên,Số tiền,Ngày\r\n\"Gạch \"\"Đồng\"\" <&>; Nai\",1500.50,2026-11-27\r\n=1+1,,\r\n");
}

TEST_CASE("JSON is an array of objects by the fields' keys, numbers as numbers, nothing for what is not given") {
  CHECK(written(TableFormat::json) ==
        "[\n{\"name\":\"Gạch \\\"Đồng\\\" <&>; Nai\",\"amount\":1500.50,\"day\":\"2026-11-27\"},\n{\"name\":\"=1+1\"}\n]\n");
  std::string none;
  REQUIRE(write_table(TableFormat::json, [](TableFile& file) { return file.heads({{"name", "Tên"}}); },
                      [&](std::string_view piece) -> Status {
                        none += piece;
                        return {};
                      }));
  CHECK(none == "[]\n");
}

TEST_CASE("a workbook is a ZIP whose directory tells every part's place and length, and its sheet keeps numbers and days as such") {
  const std::string file = written(TableFormat::workbook);
  const std::size_t end = file.rfind("PK\x05\x06");
  REQUIRE(end != std::string::npos);
  CHECK(end + 22 == file.size());
  const std::uint32_t parts = number_at(file, end + 10, 2);
  std::size_t at = number_at(file, end + 16, 4);
  CHECK(at + number_at(file, end + 12, 4) == end);
  std::string sheet;
  for (std::uint32_t i = 0; i < parts; ++i) {
    REQUIRE(file.compare(at, 4, "PK\x01\x02") == 0);
    const std::uint32_t size = number_at(file, at + 24, 4);
    const std::uint32_t name_length = number_at(file, at + 28, 2);
    const std::size_t local = number_at(file, at + 42, 4);
    const std::string name = file.substr(at + 46, name_length);
    CHECK(file.compare(local, 4, "PK\x03\x04") == 0);
    CHECK(file.compare(local + 4, 22, file, at + 6, 22) == 0);
    CHECK(file.substr(local + 30, name_length) == name);
    if (name == "xl/worksheets/sheet1.xml") sheet = file.substr(local + 30 + name_length, size);
    at += 46 + name_length;
  }
  CHECK(at == end);
  CHECK(sheet.find("Gạch &quot;Đồng&quot; &lt;&amp;&gt;; Nai") != std::string::npos);
  CHECK(sheet.find("<c><v>1500.50</v></c>") != std::string::npos);
  CHECK(sheet.find("<c s=\"2\"><v>46353</v></c>") != std::string::npos);
  CHECK(sheet.find(">=1+1</t>") != std::string::npos);
  CHECK(sheet.ends_with("</sheetData></worksheet>"));
}

TEST_CASE("an error of who fills a table or takes it ends the writing") {
  for (const TableFormat format : {TableFormat::workbook, TableFormat::csv, TableFormat::json}) {
    CHECK_FALSE(write_table(format, [](TableFile&) -> Status { return fail(ErrorCode::io, msg("x")); }, [](std::string_view) { return Status(); }));
    CHECK_FALSE(write_table(format, [](TableFile& file) -> Status {
      COHOI_CHECK(file.heads({{"a", "A"}}));
      return file.row({{"1"}});
    }, [](std::string_view) -> Status { return fail(ErrorCode::io, msg("x")); }));
  }
}
