#include "core/app/import/csv.h"

#include <doctest/doctest.h>

using namespace cohoi::app;

namespace {

struct Read {
  std::vector<std::vector<std::string>> records;
  std::vector<std::int64_t> lines;
  CsvProblem problem = CsvProblem::none;
  std::int64_t problem_line = 0;
};

Read read(std::string text, char delimiter = ',') {
  Read all;
  CsvParser parser(text, 0, delimiter);
  CsvRecord record;
  while (parser.next(record)) {
    all.records.emplace_back(record.fields.begin(), record.fields.end());
    all.lines.push_back(record.line);
    if (record.problem != CsvProblem::none && all.problem == CsvProblem::none) {
      all.problem = record.problem;
      all.problem_line = record.line;
    }
  }
  return all;
}

using Records = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("fields and records are told apart whatever the line ends are") {
  const Records wanted{{"a", "b"}, {"1", ""}, {"", "2"}};
  CHECK(read("a,b\n1,\n,2\n").records == wanted);
  CHECK(read("a,b\r\n1,\r\n,2").records == wanted);
  CHECK(read("a,b\r1,\r,2\r").records == wanted);
  CHECK(read("a;b\n1;\n;2", ';').records == wanted);
  CHECK(read("").records.empty());
  CHECK(read("a,").records == Records{{"a", ""}});
}

TEST_CASE("quoted fields hold delimiters, line ends and doubled quotes") {
  const auto all = read("name,note\n\"Hoa, Sen\",\"said \"\"yes\"\"\r\ntwice\"\n\"\",x\n");
  CHECK(all.records == Records{{"name", "note"}, {"Hoa, Sen", "said \"yes\"\r\ntwice"}, {"", "x"}});
  CHECK(all.lines == std::vector<std::int64_t>{1, 2, 4});
  CHECK(all.problem == CsvProblem::none);
}

TEST_CASE("a quote out of place marks its line and the next one is read again") {
  const auto bare = read("a,b\n1,a \"pipe\"\n2,3\n");
  CHECK(bare.problem == CsvProblem::stray_quote);
  CHECK(bare.problem_line == 2);
  CHECK(bare.records.back() == std::vector<std::string>{"2", "3"});
  const auto behind = read("a,b\n\"x\" y,1\n2,3\n");
  CHECK(behind.problem == CsvProblem::stray_quote);
  CHECK(behind.problem_line == 2);
  CHECK(behind.records.size() == 3);
}

TEST_CASE("a quote behind a digit stands for inches or seconds") {
  const auto all = read("a,b\n15\" screen,37\u00B036'37.8\"N\n");
  CHECK(all.problem == CsvProblem::none);
  CHECK(all.records.back() == std::vector<std::string>{"15\" screen", "37\u00B036'37.8\"N"});
}

TEST_CASE("a quote that is never closed is said with the line where it was opened") {
  const auto all = read("a,b\n1,2\n3,\"open\nmore\n");
  CHECK(all.problem == CsvProblem::open_quote);
  CHECK(all.problem_line == 3);
}

TEST_CASE("the delimiter is the one that divides the records most evenly") {
  CHECK(sniff_delimiter("a,b,c\n1,2,3\n") == ',');
  CHECK(sniff_delimiter("a;b;c\n1,5;2;3\n2,5;2;3\n") == ';');
  CHECK(sniff_delimiter("a\tb\n1,2\t3\n") == '\t');
  CHECK(sniff_delimiter("a|b\n1|2\n") == '|');
  CHECK(sniff_delimiter("\"a;b\",c\n\"1;2\",3\n") == ',');
  CHECK(sniff_delimiter("one\ntwo\n") == ',');
  CHECK(sniff_delimiter("") == ',');
}

TEST_CASE("what is written is read back, and no spreadsheet takes a field for a formula") {
  CHECK(csv_field("plain") == "plain");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("say \"x\"") == "\"say \"\"x\"\"\"");
  CHECK(csv_field("=1+1") == "\"'=1+1\"");
  CHECK(csv_field("@SUM(A1)") == "\"'@SUM(A1)\"");
  CHECK(csv_field("+cmd|' /C calc'!A0") == "\"'+cmd|' /C calc'!A0\"");
  CHECK(csv_field("-12,5") == "\"-12,5\"");
  CHECK(csv_field("-12") == "-12");
  CHECK(csv_field("+84903123456") == "+84903123456");
  std::string out;
  append_csv_record(out, {"Hoa Sen", "two\nlines", ""});
  CHECK(out == "Hoa Sen,\"two\nlines\",\r\n");
  CHECK(read(out).records == Records{{"Hoa Sen", "two\nlines", ""}});
}
