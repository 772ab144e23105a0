#include "core/app/import/source.h"

#include <doctest/doctest.h>

using namespace cohoi;
using namespace cohoi::app;

namespace {

std::string key_itself(std::string_view key) { return std::string(key); }

ImportSource opened(std::string bytes, const SourceChoice& choice = {}) {
  auto source = open_source(std::move(bytes), choice, key_itself);
  REQUIRE(source);
  REQUIRE(source->table.read(1000));
  return *std::move(source);
}

std::string error_of(std::string bytes) {
  const auto source = open_source(std::move(bytes), {}, key_itself);
  return source ? std::string("read") : source.error().message.key;
}

}  // namespace

TEST_CASE("a file is read in its own encoding, and in the one that is chosen") {
  const std::string bytes = "H\xE4 t\xAAn,T\xD8nh\nNguy\xD4n V\xA8n An,Ngh\xD6 An\n";
  const auto told = opened(bytes);
  CHECK(told.encoding == TextEncoding::tcvn3);
  CHECK(told.table.header() == std::vector<std::string>{"Họ tên", "Tỉnh"});
  CHECK(told.table.cell(0, 0) == "Nguyễn Văn An");
  const auto chosen = opened(bytes, {.encoding = TextEncoding::windows_1252});
  CHECK(chosen.encoding == TextEncoding::windows_1252);
  CHECK(chosen.table.cell(0, 0) == "NguyÔn V¨n An");
}

TEST_CASE("Excel's Unicode text, UTF-16 with tabs, is a table") {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("a\tb\r\n1\t2\r\n")) wide += std::string{c, '\0'};
  const auto source = opened(wide);
  CHECK(source.encoding == TextEncoding::utf16_le);
  CHECK(source.table.delimiter() == '\t');
  CHECK(source.table.cell(0, 1) == "2");
}

TEST_CASE("the delimiter that is chosen is taken") {
  CHECK(opened("a,b;c\n1,2;3\n", {.delimiter = ';'}).table.header() == std::vector<std::string>{"a,b", "c"});
}

TEST_CASE("a sheet made CSV counts rows, not lines") {
  const auto source = opened("a,b\n\"1\n1\",2\n\n3,4\n", {.workbook = true});
  CHECK(source.format == SourceFormat::workbook);
  REQUIRE(source.table.rows().size() == 2);
  CHECK(source.table.rows()[0].line == 2);
  CHECK(source.table.rows()[1].line == 4);
}

TEST_CASE("a workbook that comes here is refused with what to do about it") {
  CHECK(is_workbook("PK\x03\x04 zip"));
  CHECK(error_of("PK\x03\x04 zip") == "import.file.workbook");
  CHECK(error_of("\xD0\xCF\x11\xE0 old") == "import.file.workbook");
  CHECK(error_of(std::string("a,b\n1,\0\n", 8)) == "import.file.not_text");
}
