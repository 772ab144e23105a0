#include "core/app/export/workbook.h"

#include <array>

namespace cohoi::app {
namespace {

// Days from Excel's day 0 to 1970-01-01: it takes 1900 for a leap year, so this is right from March 1900 on.
constexpr int excel_epoch = 25569;

std::uint32_t crc32(std::uint32_t crc, std::string_view bytes) {
  static const auto table = [] {
    std::array<std::uint32_t, 256> made{};
    for (std::uint32_t i = 0; i < made.size(); ++i) {
      std::uint32_t value = i;
      for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
      made[i] = value;
    }
    return made;
  }();
  crc = ~crc;
  for (const char byte : bytes) crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (crc >> 8U);
  return ~crc;
}

// XML 1.0 has no control characters but these three; they are left out.
void append_xml(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r') out += c;
  }
}

class Sheet final : public TableFile {
 public:
  explicit Sheet(const Sink& sink) : sink_(sink) {}
  Status begin() {
    return sink_(
        R"(<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
        R"(<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>)"
        R"(</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>)");
  }
  Status end() { return sink_("</sheetData></worksheet>"); }
  Status heads(const std::vector<TableHead>& heads) override {
    std::string line = "<row>";
    for (const TableHead& head : heads) append_text(line, head.label, 1);
    return sink_(line + "</row>");
  }
  Status row(const std::vector<TableCell>& cells) override {
    std::string line = "<row>";
    for (const TableCell& cell : cells) {
      if (cell.text.empty()) line += "<c/>";
      else if (cell.day && cell.day->days + excel_epoch > 60) line += R"(<c s="2"><v>)" + std::to_string(cell.day->days + excel_epoch) + "</v></c>";
      else if (cell.number) line += "<c><v>" + cell.text + "</v></c>";
      else append_text(line, cell.text, 0);
    }
    return sink_(line + "</row>");
  }

 private:
  static void append_text(std::string& line, std::string_view text, int style) {
    line += style == 0 ? R"(<c t="inlineStr"><is><t xml:space="preserve">)" : R"(<c t="inlineStr" s="1"><is><t xml:space="preserve">)";
    append_xml(line, text);
    line += "</t></is></c>";
  }
  const Sink& sink_;
};

Status write_sheet(const std::function<Status(TableFile&)>& fill, const Sink& sink) {
  Sheet sheet(sink);
  COHOI_CHECK(sheet.begin());
  COHOI_CHECK(fill(sheet));
  return sheet.end();
}

struct Part {
  std::string_view name, content;  // the sheet's content is written apart
  std::uint32_t crc = 0;
  std::uint64_t size = 0, at = 0;
};

void append_number(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 0xFFU);
}

// What the local and the central header of a part have in common (APPNOTE 4.3.7, 4.3.12): no compression, 1980-01-01.
void append_header(std::string& out, const Part& part) {
  append_number(out, 20, 2);
  append_number(out, 0x0800, 2);  // names are UTF-8
  append_number(out, 0, 2);
  append_number(out, 0, 2);
  append_number(out, 0x21, 2);
  append_number(out, part.crc, 4);
  append_number(out, part.size, 4);
  append_number(out, part.size, 4);
  append_number(out, part.name.size(), 2);
  append_number(out, 0, 2);
}

class Zip {
 public:
  explicit Zip(const Sink& sink) : sink_(sink) {}
  Status begin_part(Part part) {
    part.at = size_;
    std::string header = "PK\x03\x04";
    append_header(header, part);
    header += part.name;
    parts_.push_back(part);
    return write(header);
  }
  Status write(std::string_view bytes) {
    size_ += bytes.size();
    return sink_(bytes);
  }
  Status end() {
    std::string directory;
    for (const Part& part : parts_) {
      directory += "PK\x01\x02";
      append_number(directory, 20, 2);
      append_header(directory, part);
      directory.append(10, '\0');  // no comment, disk 0, no attributes
      append_number(directory, part.at, 4);
      directory += part.name;
    }
    const std::uint64_t length = directory.size();
    directory += "PK\x05\x06";
    append_number(directory, 0, 4);
    append_number(directory, parts_.size(), 2);
    append_number(directory, parts_.size(), 2);
    append_number(directory, length, 4);
    append_number(directory, size_, 4);
    append_number(directory, 0, 2);
    return sink_(directory);
  }

 private:
  const Sink& sink_;
  std::vector<Part> parts_;
  std::uint64_t size_ = 0;
};

constexpr std::string_view sheet_name = "xl/worksheets/sheet1.xml";
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> fixed_parts{{
    {"[Content_Types].xml",
     R"(<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
     R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
     R"(<Default Extension="xml" ContentType="application/xml"/>)"
     R"(<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
     R"(<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>)"
     R"(<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
     "</Types>"},
    {"_rels/.rels",
     R"(<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
     R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" )"
     R"(Target="xl/workbook.xml"/></Relationships>)"},
    {"xl/workbook.xml",
     R"(<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
     R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Cohoi" sheetId="1" r:id="rId1"/>)"
     "</sheets></workbook>"},
    {"xl/_rels/workbook.xml.rels",
     R"(<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
     R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" )"
     R"(Target="worksheets/sheet1.xml"/><Relationship Id="rId2" )"
     R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)"},
    // Cell styles: 0 as it is, 1 a head, 2 a day.
    {"xl/styles.xml",
     R"(<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
     R"(<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>)"
     R"(<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>)"
     R"(<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>)"
     R"(<xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>)"},
}};

}  // namespace

Status write_workbook(const std::function<Status(TableFile&)>& fill, const Sink& sink) {
  Part sheet{.name = sheet_name, .content = {}};
  COHOI_CHECK(write_sheet(fill, [&](std::string_view bytes) -> Status {
    sheet.crc = crc32(sheet.crc, bytes);
    sheet.size += bytes.size();
    return {};
  }));
  // A ZIP without the extension for large files ends here.
  if (sheet.size > 0xFFFF'0000U) return fail(ErrorCode::refused, msg("export.too_large"));
  Zip zip(sink);
  for (const auto& [name, content] : fixed_parts) {
    COHOI_CHECK(zip.begin_part({.name = name, .content = content, .crc = crc32(0, content), .size = content.size()}));
    COHOI_CHECK(zip.write(content));
  }
  COHOI_CHECK(zip.begin_part(sheet));
  COHOI_CHECK(write_sheet(fill, [&](std::string_view bytes) { return zip.write(bytes); }));
  return zip.end();
}

}  // namespace cohoi::app
