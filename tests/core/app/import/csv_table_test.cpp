#include "core/app/import/csv_table.h"

#include <doctest/doctest.h>

using namespace cohoi;
using namespace cohoi::app;

namespace {

Result<CsvTable> table_of(std::string text) {
  COHOI_TRY(CsvTable table, CsvTable::open(std::move(text)));
  for (;;) {
    COHOI_TRY(const bool more, table.read(2));
    if (!more) return table;
  }
}

std::string error_of(std::string text) {
  const auto table = table_of(std::move(text));
  return table ? std::string("read") : table.error().message.key;
}

}  // namespace

TEST_CASE("a byte order mark, padded headers and a trailing empty column are no part of the data") {
  const auto table = table_of("\xEF\xBB\xBF Name , E-mail ,\r\nAn,an@x.vn,\r\n\r\n,,\r\nBình,,\r\n");
  REQUIRE(table);
  CHECK(table->header() == std::vector<std::string>{"Name", "E-mail"});
  REQUIRE(table->rows().size() == 2);
  CHECK(table->cell(0, 1) == "an@x.vn");
  CHECK(table->rows()[1].line == 5);
  CHECK(table->cell(1, 0) == "Bình");
  CHECK(table->rows()[1].problem == CsvProblem::none);
}

TEST_CASE("a line with more or fewer fields than the header is marked, the others stay") {
  const auto table = table_of("a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,\n");
  REQUIRE(table);
  REQUIRE(table->rows().size() == 4);
  CHECK(table->rows()[0].problem == CsvProblem::too_few);
  CHECK(table->rows()[1].problem == CsvProblem::none);
  CHECK(table->rows()[2].problem == CsvProblem::too_many);
  CHECK(table->rows()[3].problem == CsvProblem::none);
}

TEST_CASE("Excel's own mark of the delimiter is understood, and the user's word goes before it") {
  const auto chosen = CsvTable::open("sep=;\r\na,b\r\n1;2,3\r\n", ',');
  REQUIRE(chosen);
  CHECK(chosen->header() == std::vector<std::string>{"a", "b"});
  const auto said = table_of("sep=;\r\na;b\r\n1,5;2\r\n");
  REQUIRE(said);
  CHECK(said->delimiter() == ';');
  CHECK(said->header().size() == 2);
  CHECK(said->rows().front().line == 3);
}

TEST_CASE("every dialect gives the same table: delimiters, line ends, quotes, marks") {
  const std::vector<std::vector<std::string>> records{{"Name", "Note", "Sum"}, {"Hoa Sen; JSC", "two\nlines, \"said\"", "1"}, {"", "a|b\tc", ""}, {"An", "", "3"}};
  for (const char delimiter : {',', ';', '\t', '|'}) {
    for (const char* end : {"\n", "\r\n", "\r"}) {
      for (const bool mark : {false, true}) {
        for (const bool empty_column : {false, true}) {
          for (const bool padded : {false, true}) {
            std::string text(mark ? utf8_mark : "");
            for (std::size_t r = 0; r < records.size(); ++r) {
              for (std::size_t c = 0; c < 3; ++c) {
                if (c > 0) text += delimiter;
                text += r == 0 && padded ? "  " + records[r][c] + " " : csv_field(records[r][c], false);
              }
              if (empty_column) text += delimiter;
              text += end;
            }
            CAPTURE(text);
            const auto table = table_of(text);
            REQUIRE(table);
            CHECK(table->delimiter() == delimiter);
            CHECK(table->header() == records[0]);
            REQUIRE(table->rows().size() == 3);
            for (std::size_t r = 0; r < 3; ++r) {
              CHECK(table->rows()[r].problem == CsvProblem::none);
              for (std::size_t c = 0; c < 3; ++c) CHECK(table->cell(r, c) == records[r + 1][c]);
            }
          }
        }
      }
    }
  }
}

TEST_CASE("what is no CSV file is refused with what to do about it") {
  CHECK(error_of("") == "import.file.empty");
  CHECK(error_of("\n\n") == "import.file.empty");
  CHECK(error_of(std::string("a,b\n1,\0\n", 8)) == "import.file.not_text");
  CHECK(error_of("a,b\n1,caf\xE9\n") == "import.file.not_utf8");
  CHECK(error_of("a,\"b\n1,2\n") == "import.file.bad_header");
  CHECK(error_of("a,b\n1,\"2\n") == "import.file.open_quote");
}
