#include "web/platform/sheets.h"

#include "web/platform/js_bridge.h"

#include <algorithm>
#include <utility>

namespace cohoi::platform {

void Sheets::read(const std::vector<std::uint8_t>& file, int sheet, Read read) {
  const int request = next_request_++;
  waiting_.emplace(request, std::move(read));
  cohoi_workbook_read(this, request, file.data(), static_cast<int>(file.size()), sheet);
}

void Sheets::arrived(int request, Sheet sheet) {
  const auto found = waiting_.find(request);
  if (found == waiting_.end()) return;
  const Read read = std::move(found->second);
  waiting_.erase(found);
  read(std::move(sheet));
}

}  // namespace cohoi::platform

void cohoi_on_sheet(cohoi::platform::Sheets* self, int request, char* names, char* csv, int size, int outcome) {
  cohoi::platform::Sheet sheet;
  sheet.outcome = static_cast<cohoi::platform::Sheet::Outcome>(outcome);
  const std::string list = cohoi::platform::take_text(names);
  for (std::size_t at = 0; at < list.size();) {
    const auto end = std::min(list.find('\n', at), list.size());
    sheet.names.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  sheet.csv.assign(csv, static_cast<std::size_t>(size));
  std::free(csv);
  self->arrived(request, std::move(sheet));
}
