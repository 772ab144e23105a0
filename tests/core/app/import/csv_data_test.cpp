// The published files of CSV's worst: csv-spectrum, csv-test-data and PapaParse's samples.
#include <nlohmann/json.hpp>

#include "tests/core/app/import/import_fixture.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

const std::string folder = "csv-torture/";

nlohmann::json json_of(const std::string& name) {
  auto json = nlohmann::json::parse(data_file(folder + name), nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  return json;
}

nlohmann::json objects_of(const app::CsvTable& table) {
  nlohmann::json read = nlohmann::json::array();
  for (std::size_t row = 0; row < table.rows().size(); ++row) {
    CHECK(table.rows()[row].problem == app::CsvProblem::none);
    nlohmann::json object = nlohmann::json::object();
    for (std::size_t column = 0; column < table.header().size(); ++column) object[table.header()[column]] = std::string(table.cell(row, column));
    read.push_back(object);
  }
  return read;
}

app::CsvTable table_of(const std::string& name) {
  const std::string bytes = data_file(folder + name);
  REQUIRE_FALSE(bytes.empty());
  auto source = app::open_source(bytes, {}, [](std::string_view key) { return std::string(key); });
  REQUIRE(source);
  CHECK(source->format == app::SourceFormat::csv);
  CHECK(source->encoding == TextEncoding::utf8);
  REQUIRE(source->table.read(100'000));
  return std::move(source->table);
}

}  // namespace

TEST_CASE("data: every record of csv-test-data reads as its JSON says" * needs_data()) {
  for (const char* name : {"all-empty", "empty-field", "empty-one-column", "leading-space", "one-column", "quotes-empty", "quotes-with-comma",
                           "quotes-with-escaped-quote", "quotes-with-newline", "quotes-with-space", "simple-crlf", "simple-lf",
                           "trailing-newline-one-field", "trailing-newline", "trailing-space", "utf8"}) {
    CAPTURE(name);
    std::string text = data_file(folder + "csv-test-data/csv/" + name + ".csv");
    app::CsvParser parser(text, 0, ',');
    app::CsvRecord record;
    std::vector<std::vector<std::string>> records;
    while (parser.next(record)) {
      CHECK(record.problem == app::CsvProblem::none);
      records.emplace_back(record.fields.begin(), record.fields.end());
    }
    CHECK(nlohmann::json(records) == json_of(std::string("csv-test-data/json/") + name + ".json"));
  }
}

TEST_CASE("data: csv-test-data's files with a header read as objects" * needs_data()) {
  for (const char* name : {"header-simple", "header-no-rows"}) {
    CAPTURE(name);
    const app::CsvTable table = table_of(std::string("csv-test-data/csv/") + name + ".csv");
    CHECK(table.header() == std::vector<std::string>{"foo", "bar", "baz"});
    CHECK(objects_of(table) == json_of(std::string("csv-test-data/json/") + name + ".json"));
  }
}

TEST_CASE("data: every file named bad- is refused, or its line is" * needs_data()) {
  for (const char* name : {"bad-header-less-fields", "bad-header-more-fields", "bad-header-no-header", "bad-header-wrong-header",
                           "bad-missing-quote", "bad-quotes-with-unescaped-quote", "bad-unescaped-quote"}) {
    CAPTURE(name);
    auto table = app::CsvTable::open(data_file(folder + "csv-test-data/csv/" + name + ".csv"));
    bool refused = !table;
    if (table) {
      const auto read = table->read(100);
      refused = !read || table->header() != std::vector<std::string>{"foo", "bar", "baz"} || table->rows().empty();
      for (const auto& row : table->rows()) refused = refused || row.problem != app::CsvProblem::none;
    }
    CHECK(refused);
  }
}

TEST_CASE("data: every file of csv-spectrum reads as its JSON says" * needs_data()) {
  for (const char* name : {"comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates", "newlines", "newlines_crlf",
                           "quotes_and_newlines", "simple", "simple_crlf", "utf8"}) {
    CAPTURE(name);
    const auto read = objects_of(table_of(std::string("csv-spectrum/csvs/") + name + ".csv"));
    auto wanted = json_of(std::string("csv-spectrum/json/") + name + ".json");
    if (wanted.is_object()) wanted = nlohmann::json::array({wanted});
    // This one's JSON was published with another phone number than its CSV has.
    if (std::string(name) == "location_coordinates") wanted[0]["Contact Phone Number"] = "2095257564";
    CHECK(read == wanted);
  }
}

TEST_CASE("data: PapaParse's samples are read whole" * needs_data()) {
  const auto marked = table_of("papaparse/utf-8-bom-sample.csv");
  CHECK(marked.header() == std::vector<std::string>{"A", "B", "C"});
  CHECK(marked.cell(0, 2) == "Z");
  const auto header = table_of("papaparse/sample-header.csv");
  CHECK(header.rows().size() == 2);
  CHECK(header.cell(1, 0).empty());
  CHECK(header.cell(1, 1) == "test name 02");
  CHECK(table_of("papaparse/sample.csv").rows().size() == 1);
  CHECK(table_of("papaparse/long-sample.csv").header().size() == 7);
  const auto long_one = table_of("papaparse/verylong-sample.csv");
  CHECK(long_one.rows().size() > 1900);
  // Four of its lines lack a field, on purpose.
  CHECK(std::count_if(long_one.rows().begin(), long_one.rows().end(), [](const auto& row) { return row.problem == app::CsvProblem::too_few; }) == 4);
}
