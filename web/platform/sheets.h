// Sheets of spreadsheet files, which the browser unpacks.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace cohoi::platform {

struct Sheet {
  enum class Outcome : std::uint8_t { read, no_workbook, no_unpacking };  // the numbers cross from web/js/workbook.js
  Outcome outcome = Outcome::read;
  std::vector<std::string> names;  // of all sheets
  std::string csv;
};

class Sheets {
 public:
  using Read = std::function<void(Sheet)>;

  void read(const std::vector<std::uint8_t>& file, int sheet, Read read);
  void arrived(int request, Sheet sheet);  // from JS

 private:
  std::map<int, Read> waiting_;
  int next_request_ = 1;
};

}  // namespace cohoi::platform
