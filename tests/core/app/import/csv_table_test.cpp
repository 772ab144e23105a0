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

TEST_CASE("Excel's own marks are understood: sep= and UTF-16") {
  const auto said = table_of("sep=;\r\na;b\r\n1,5;2\r\n");
  REQUIRE(said);
  CHECK(said->delimiter() == ';');
  CHECK(said->header().size() == 2);
  CHECK(said->rows().front().line == 3);
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("a\tb\r\n1\t2\r\n")) wide += std::string{c, '\0'};
  const auto utf16 = table_of(wide);
  REQUIRE(utf16);
  CHECK(utf16->cell(0, 1) == "2");
}

TEST_CASE("what is no CSV file is refused with what to do about it") {
  CHECK(error_of("") == "import.file.empty");
  CHECK(error_of("\n\n") == "import.file.empty");
  CHECK(error_of(std::string("PK\x03\x04 zip", 8)) == "import.file.workbook");
  CHECK(error_of(std::string("a,b\n1,\0\n", 8)) == "import.file.not_text");
  CHECK(error_of("a,b\n1,caf\xE9\n") == "import.file.not_utf8");
  CHECK(error_of("a,\"b\n1,2\n") == "import.file.bad_header");
  CHECK(error_of("a,b\n1,\"2\n") == "import.file.open_quote");
}
