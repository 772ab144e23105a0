#include "core/app/export/table_file.h"

#include "core/app/export/workbook.h"
#include "core/app/import/csv.h"
#include "core/store/records_json.h"

namespace cohoi::app {
namespace {

class CsvFile final : public TableFile {
 public:
  CsvFile(const Sink& sink, char delimiter, bool for_spreadsheets) : sink_(sink), delimiter_(delimiter), for_spreadsheets_(for_spreadsheets) {}
  Status heads(const std::vector<TableHead>& heads) override {
    std::vector<std::string> record;
    for (const TableHead& head : heads) record.push_back(head.label);
    if (for_spreadsheets_) COHOI_CHECK(sink_(utf8_mark));
    return write(record);
  }
  Status row(const std::vector<TableCell>& cells) override {
    std::vector<std::string> record;
    for (const TableCell& cell : cells) record.push_back(cell.text);
    return write(record);
  }

 private:
  Status write(const std::vector<std::string>& record) {
    std::string line;
    append_csv_record(line, record, delimiter_, for_spreadsheets_);
    return sink_(line);
  }
  const Sink& sink_;
  char delimiter_;
  bool for_spreadsheets_;
};

class JsonFile final : public TableFile {
 public:
  explicit JsonFile(const Sink& sink) : sink_(sink) {}
  Status heads(const std::vector<TableHead>& heads) override {
    heads_ = heads;
    return {};
  }
  Status row(const std::vector<TableCell>& cells) override {
    std::string line = before_;
    char part = '{';
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].text.empty()) continue;
      line += part;
      line += store::json_text(heads_[i].key);
      line += ':';
      line += cells[i].number ? cells[i].text : store::json_text(cells[i].text);
      part = ',';
    }
    line += part == '{' ? "{}" : "}";
    before_ = ",\n";
    return sink_(line);
  }
  Status end() { return sink_(before_ == first ? "[]\n" : "\n]\n"); }

 private:
  static constexpr std::string_view first = "[\n";
  const Sink& sink_;
  std::string before_{first};
  std::vector<TableHead> heads_;
};

}  // namespace

std::string_view suffix_of(TableFormat format) {
  return format == TableFormat::workbook ? "xlsx" : format == TableFormat::json ? "json" : "csv";
}

std::string_view media_type_of(TableFormat format) {
  return format == TableFormat::workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
         : format == TableFormat::json   ? "application/json"
                                         : "text/csv";
}

Status write_table(TableFormat format, const std::function<Status(TableFile&)>& fill, const Sink& sink) {
  if (format == TableFormat::workbook) return write_workbook(fill, sink);
  if (format == TableFormat::json) {
    JsonFile file(sink);
    COHOI_CHECK(fill(file));
    return file.end();
  }
  CsvFile file(sink, format == TableFormat::csv_semicolon ? ';' : ',', format != TableFormat::csv_plain);
  return fill(file);
}

}  // namespace cohoi::app
