#include "core/app/import/vcard.h"

#include "tests/core/app/import/import_fixture.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

std::string card(const std::string& lines, const std::string& version = "3.0") {
  return "BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + lines + "END:VCARD\r\n";
}

std::string value(const std::string& text, const std::string& name) {
  const auto cards = app::read_vcards(text);
  REQUIRE(cards.size() == 1);
  for (const auto& property : cards[0].properties)
    if (property.name == name) return app::vcard_text(cards[0], property);
  return "(none)";
}

Contact contact(const std::string& text) {
  MemorySession m;
  auto import = opened(m, text, "cards.vcf");
  CHECK(import->format() == app::SourceFormat::vcard);
  CHECK(import->kind() == Entity::contact);
  ask(*import);
  bring_in(*import);
  CHECK(import->counts().made == 1);
  const auto all = m.all<Contact>();
  REQUIRE(all.size() == 1);
  return all[0];
}

}  // namespace

TEST_CASE("vCard: folded lines are joined, whatever ends them") {
  for (const std::string end : {"\n", "\r\n", "\r", "\r\r\n"})
    CHECK(value("BEGIN:VCARD" + end + "VERSION:3.0" + end + "NOTE:one" + end + "  two" + end + "\tthree" + end + "END:VCARD" + end, "NOTE") == "one twothree");
}

TEST_CASE("vCard: quoted-printable goes over soft breaks and reads its character set") {
  CHECK(value(card("NOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0A=\r\nb =3D c=\r\n\r\n", "2.1"), "NOTE") == "a\nb = c");
  CHECK(value(card("N;CHARSET=UTF-8;QUOTED-PRINTABLE:Nguy=E1=BB=85n;V=C4=83n\r\n", "2.1"), "N") == "Nguyễn;Văn");
  CHECK(value(card("FN;CHARSET=windows-1258;ENCODING=QUOTED-PRINTABLE:Nguy=EA=DEn\r\n", "2.1"), "FN") == "Nguyễn");
  CHECK(value(card("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Ren=E9\r\n", "2.1"), "FN") == "René");
  CHECK(value(card("FN;ENCODING=QUOTED-PRINTABLE:50=% =ZZ=\r\n", "2.1"), "FN") == "50=% =ZZ=");
}

TEST_CASE("vCard: groups, bare parameters and quoted ones") {
  const auto cards = app::read_vcards(card("item1.EMAIL;type=INTERNET;type=pref:a@x.vn\r\nTEL;WORK;VOICE:1\r\nTEL;VALUE=uri;TYPE=\"work,cell\";PREF=1:tel:+84\r\n"));
  REQUIRE(cards.size() == 1);
  const auto& list = cards[0].properties;
  REQUIRE(list.size() == 4);
  CHECK(list[1].group == "item1");
  CHECK(list[1].is("pref"));
  CHECK(list[2].is("work"));
  CHECK(list[3].is("cell"));
  CHECK(list[3].value == "tel:+84");
}

TEST_CASE("vCard: escapes are those of the version") {
  CHECK(value(card("NOTE:a\\nb\\, c\\; d \\\\n \\\"e\\\"\r\n"), "NOTE") == "a\nb, c; d \\n \"e\"");
  CHECK(value(card("NOTE:C:\\new\\; x\r\n", "2.1"), "NOTE") == "C:\\new; x");
}

TEST_CASE("vCard: pictures are passed over, with and without a fold") {
  const std::string text = card("PHOTO;ENCODING=BASE64;JPEG:AAAA\r\nBBBB\r\nCCCC==\r\n\r\nFN:An\r\n", "2.1");
  CHECK(value(text, "FN") == "An");
  CHECK(value(text, "PHOTO").empty());
  CHECK(value(card("PHOTO;BASE64:\r\n  AAAA\r\n  BBBB\r\nFN:An\r\n"), "FN") == "An");
}

TEST_CASE("vCard: a card inside another is no card of its own") {
  const auto cards = app::read_vcards(card("AGENT:\r\n" + card("FN:Inner\r\n") + "FN:Outer\r\n", "2.1"));
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].nested);
  CHECK(cards[0].properties.back().value == "Outer");
}

TEST_CASE("a card becomes a contact, and what has no field stays in its notes") {
  const Contact an = contact(card("N:Nguyễn;An;Văn;Ông;\r\nFN:Nguyễn Văn An\r\nORG:Hoa Sen;Kinh doanh\r\nTITLE:Giám đốc\r\n"
                                  "TEL;TYPE=CELL:0903 123 456\r\nTEL;TYPE=WORK,FAX:028 3822 0000\r\nTEL;TYPE=WORK:028 3822 1111\r\nTEL;TYPE=CELL:0904 000 111\r\n"
                                  "EMAIL;TYPE=HOME:an@gmail.com\r\nEMAIL;TYPE=WORK;TYPE=pref:an@hoasen.vn\r\n"
                                  "ADR;TYPE=HOME:;;1 Lê Lợi;Huế;;;Việt Nam\r\nADR;TYPE=WORK:;Tầng 2;5 Nguyễn Huệ\\nPhường 1;TP.HCM;Quận 1;700000;Việt Nam\r\n"
                                  "item1.X-ABDATE:1975-03-01\r\nitem1.X-ABLabel:_$!<Anniversary>!$_\r\nCATEGORIES:VIP,Bạn\r\nNOTE:Gọi\\nbuổi sáng\r\nUID:abc-1\r\n"));
  CHECK(an.last_name == "Nguyễn");
  CHECK(an.first_name == "Văn An");
  CHECK(an.title == "Giám đốc");
  CHECK(an.email == "an@hoasen.vn");
  CHECK(an.phone == "028 3822 1111");
  CHECK(an.mobile == "0903 123 456");
  CHECK(an.street == "Tầng 2, 5 Nguyễn Huệ, Phường 1");
  CHECK(an.city == "TP.HCM");
  CHECK(an.region == "Quận 1");
  CHECK(an.postal_code == "700000");
  CHECK(an.country == "Việt Nam");
  CHECK(an.tags.items.size() == 2);
  CHECK(an.imported_from == "contact:UID=abc-1");
  CHECK(an.notes ==
        "Gọi\nbuổi sáng\ndepartment: Kinh doanh\nX-ABDATE (Anniversary): 1975-03-01\nemail (home): an@gmail.com\nfax (work): 028 3822 0000\n"
        "mobile: 0904 000 111\naddress (home): 1 Lê Lợi, Huế, Việt Nam\nprefix: Ông");
}

TEST_CASE("a Western name keeps its order, a card without a name is called by what it has") {
  const Contact john = contact(card("N:Doe;John;Richter\\, James;Mr.;Sr.\r\nFN:Mr. John Doe\r\n"));
  CHECK(john.last_name == "Doe");
  CHECK(john.first_name == "John Richter, James");
  CHECK(contact(card("FN:Nguyễn Văn An\r\n")).first_name == "Văn An");
  CHECK(contact(card("EMAIL;PREF:john.doe@company.com\r\n", "2.1")).last_name == "john.doe@company.com");
  CHECK(contact(card("ORG:Hoa Sen\r\nTEL:1\r\n")).last_name == "Hoa Sen");
}

TEST_CASE("what is no address and no number is kept in words instead of refusing the card") {
  const Contact odd = contact(card("FN:An Lê\r\nEMAIL:none\r\nTEL;TYPE=WORK:BusinessPhone\r\nTEL;VALUE=uri;TYPE=work:tel:+1-418-656-9254;ext=102\r\n", "4.0"));
  CHECK(odd.email.empty());
  CHECK(odd.phone == "+1-418-656-9254");
  CHECK(odd.notes == "email: none\nphone (work): BusinessPhone\nphone (work): +1-418-656-9254;ext=102");
}

TEST_CASE("what cards have and no record can keep is said") {
  MemorySession m;
  const auto import = opened(m, card("FN:An\r\nPHOTO;ENCODING=b:AAAA\r\nREV:1\r\n") + card("FN:Bình\r\nREV:2\r\n"), "two.csv");
  CHECK(import->skipped() == "PHOTO (1), REV (2)");
}

TEST_CASE("a card that ends in the middle is refused, the others come") {
  MemorySession m;
  auto import = imported(m, card("FN:An Lê\r\n") + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bình Lê\r\n");
  CHECK(import->counts().made == 1);
  REQUIRE(import->problems().size() == 1);
  CHECK(import->problems()[0].reason.key == "import.refused.cut_off");
  CHECK(import->problems()[0].line == 5);
}

TEST_CASE("the same cards twice make nothing the second time") {
  MemorySession m;
  const std::string text = card("FN:An Lê\r\nTEL:0903123456\r\n") + card("FN:Bình Lê\r\nUID:x\r\n");
  CHECK(imported(m, text)->counts().made == 2);
  CHECK(imported(m, text)->counts().already_there == 2);
  CHECK(m.all<Contact>().size() == 2);
}
