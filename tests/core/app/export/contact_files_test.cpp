#include "core/app/export/calendar_file.h"
#include "core/app/export/contact_cards.h"
#include "core/app/export/content_lines.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

struct Exported {
  MemorySession m;
  app::Names names{*m};
  app::RecordList list;
  std::string file;

  explicit Exported(Entity entity) : list(*m, names, entity) {}
  app::Sink sink = [this](std::string_view piece) -> Status {
    file += piece;
    return {};
  };
  void cards() {
    REQUIRE(list.show({}));
    REQUIRE(app::export_cards(list, names, sink));
  }
  void calendar() {
    REQUIRE(list.show({}));
    REQUIRE(app::export_calendar(list, sink));
  }
  [[nodiscard]] bool says(std::string_view line) const { return file.find(std::string(line) + "\r\n") != std::string::npos; }
};

}  // namespace

TEST_CASE("a contact goes out as a vCard with all that such a card has a place for") {
  Exported out(Entity::contact);
  const AccountId account = out.m.account("Gạch Đồng Nai; JSC");
  const ContactId contact = out.m.contact("Văn An", "Nguyễn", account);
  out.m.edit(contact, {text("title", "Giám đốc, kỹ thuật"), text("email", "an@gach.vn"), text("phone", "0251 3822 222"), text("mobile", "0903 123 456"),
                       text("street", "12 Lê Lợi"), text("city", "Biên Hòa"), text("country", "VN"), text("notes", "Dòng một\nDòng hai")});
  out.cards();
  CHECK(out.file.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:" + contact.uuid.to_string() + "\r\n"));
  CHECK(out.says("FN:Nguyễn Văn An"));
  CHECK(out.says("N:Nguyễn;Văn An;;;"));
  CHECK(out.says("ORG:Gạch Đồng Nai\\; JSC"));
  CHECK(out.says("TITLE:Giám đốc\\, kỹ thuật"));
  CHECK(out.says("EMAIL:an@gach.vn"));
  CHECK(out.says("ADR;TYPE=work:;;12 Lê Lợi;Biên Hòa;;;VN"));
  CHECK(out.says("NOTE:Dòng một\\nDòng hai"));
  CHECK(out.file.ends_with("END:VCARD\r\n"));
}

TEST_CASE("a long line is folded at 75 bytes and never inside a letter") {
  std::string out;
  std::string value;
  for (int i = 0; i < 60; ++i) value += "ữ";
  app::append_line(out, "NOTE", value);
  std::string whole;
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = out.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    const std::string line = out.substr(at, end - at);
    CHECK(line.size() <= 75);
    CHECK((static_cast<unsigned char>(line[line.front() == ' ' ? 1 : 0]) & 0xC0) != 0x80);
    whole += at == 0 ? line : line.substr(1);
    at = end + 2;
  }
  CHECK(whole == "NOTE:" + value);
}

TEST_CASE("tasks go out as things to do and meetings as events; notes and what has no date stay") {
  Exported out(Entity::activity);
  const LeadId lead = out.m.lead("An", "Nguyễn");
  const Timestamp midnight = Timestamp::at(*Date::parse_iso("2026-12-01"), 0, out.m.clock.utc_offset_minutes());
  const auto add = [&](ActivityKind kind, const char* subject, std::optional<Timestamp> due) {
    out.m.must(app::AddActivity{Activity{.kind = kind, .subject = subject, .due_at = due, .lead_id = lead}});
  };
  add(ActivityKind::task, "Gửi báo giá", midnight);
  add(ActivityKind::meeting, "Gặp, ký; hợp đồng", Timestamp{midnight.ms + 9 * 3'600'000});
  add(ActivityKind::note, "Ghi chú", midnight);
  out.calendar();
  CHECK(out.file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(out.says("SUMMARY:Gửi báo giá"));
  CHECK(out.says("DUE;VALUE=DATE:20261201"));
  CHECK(out.says("STATUS:NEEDS-ACTION"));
  CHECK(out.says("SUMMARY:Gặp\\, ký\\; hợp đồng"));
  CHECK(out.says("DURATION:PT1H"));
  CHECK(out.file.find("DTSTART:20261") != std::string::npos);
  CHECK(out.file.find("Ghi chú") == std::string::npos);
  CHECK(out.file.ends_with("END:VCALENDAR\r\n"));
}
