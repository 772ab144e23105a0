// What goes out comes back: lists as CSV in both languages, contacts as cards.
#include "core/app/export/contact_cards.h"
#include "core/domain/labels.h"
#include "generated/text.h"
#include "tests/core/app/import/import_fixture.h"
#include "tests/support/exported.h"
#include "web/ui/text.h"

using namespace cohoi;
using namespace cohoi::app;
using namespace cohoi::test;

namespace {

std::unique_ptr<Import> bring(MemorySession& m, const std::string& text) {
  auto opened = Import::open(*m, "file", text, {}, cohoi::text::lookup);
  REQUIRE(opened);
  work_off(**opened);
  ask(**opened);
  // Two of these may look alike; all are wanted.
  for (std::size_t q = 0; q < (*opened)->questions().size(); ++q)
    if ((*opened)->questions()[q].about == ImportQuestion::About::lookalikes) (*opened)->answer(q, 0, "new");
  bring_in(**opened);
  return *std::move(opened);
}

// By a field that tells the records of these tests apart.
template <class T>
const T* twin(const std::vector<T>& all, const T& one) {
  for (const T& other : all)
    if (title_of(other) == title_of(one)) return &other;
  return nullptr;
}

template <class T>
void same_values(const T& before, const T& after) {
  for (const FieldInfo& field : fields_of(T::entity)) {
    if (field.type == FieldType::ref || field.written == Written::by_rule) continue;
    CAPTURE(field.key);
    CAPTURE(title_of(before));
    CHECK(value_of(after, field.key) == value_of(before, field.key));
  }
}

void fill(MemorySession& m) {
  const AccountId acme = m.account("Công ty Hoa Sen");
  m.edit(acme, {test::text("kind", "company"), test::text("tax_code", "0312345678"), test::text("phone", "028 3822 1111"), test::text("industry", "manufacturing"), test::text("city", "Huế"),
                vnd("revenue", 1'200'000'000), number("employees", 120), test::text("notes", "Dòng một\nDòng hai, \"ba\"")});
  m.save<Contact>({test::text("last_name", "Nguyễn"), test::text("first_name", "Văn An"), test::text("title", "Giám đốc"), test::text("email", "an@hoasen.vn"), test::text("phone", "028 3822 1111"),
                   test::text("mobile", "0903 123 456"), link("account_id", acme), test::text("street", "1 Lê Lợi; tầng 2"), test::text("city", "Huế"), test::text("country", "Việt Nam"),
                   test::text("notes", "a,b\nc"), {"tags", Value{std::string("VIP,bạn")}}, number("do_not_call", 1)});
  m.save<Lead>({test::text("last_name", "Trần"), test::text("first_name", "Thị Bình"), test::text("company", "Hoa Sen"), test::text("part", "decision_maker"), test::text("email", "binh@x.vn"),
                test::text("source", "website"), test::text("supplier_dropped", "yes"), vnd("estimated_budget", 5'000'000), test::text("expected_purchase", "2027-03"),
                test::text("needs", "máy bơm"), number("payment_terms_discussed", 1)});
}

}  // namespace

TEST_CASE("an exported list is read back in both languages, choices and all") {
  MemorySession m;
  fill(m);
  for (const Language language : {Language::vi, Language::en}) {
    CAPTURE(static_cast<int>(language));
    cohoi::text::set_language(language);
    MemorySession other(2);
    Names names(*m);
    const auto out = [&](Entity entity) { return exported(*m, names, entity, [](const Message& message) { return ui::translate(message); }); };
    const auto accounts = bring(other, out(Entity::account));
    CHECK(accounts->kind() == Entity::account);
    CHECK(accounts->counts().refused == 0);
    const auto contacts = bring(other, out(Entity::contact));
    CHECK(contacts->kind() == Entity::contact);
    CHECK(contacts->counts().accounts_made == 0);
    const auto leads = bring(other, out(Entity::lead));
    CHECK(leads->kind() == Entity::lead);
    CHECK(leads->counts().doubtful == 0);
    for (const Account& one : m.all<Account>()) {
      const auto all = other.all<Account>();
      REQUIRE(twin(all, one));
      same_values(one, *twin(all, one));
    }
    for (const Contact& one : m.all<Contact>()) {
      const auto all = other.all<Contact>();
      REQUIRE(twin(all, one));
      same_values(one, *twin(all, one));
      CHECK_FALSE(twin(all, one)->account_id.empty());
    }
    for (const Lead& one : m.all<Lead>()) {
      const auto all = other.all<Lead>();
      REQUIRE(twin(all, one));
      same_values(one, *twin(all, one));
    }
  }
  cohoi::text::set_language(Language::en);
}

TEST_CASE("exported cards are read back, and the same data knows them again") {
  MemorySession m;
  fill(m);
  Names names(*m);
  RecordList list(*m, names, Entity::contact);
  REQUIRE(list.show({}));
  std::string cards;
  REQUIRE(export_cards(list, names, [&](std::string_view piece) -> Status {
    cards += piece;
    return {};
  }));
  MemorySession other(2);
  const auto import = bring(other, cards);
  CHECK(import->skipped().empty());
  const auto before = m.all<Contact>(), after = other.all<Contact>();
  REQUIRE(after.size() == before.size());
  for (const char* key : {"last_name", "first_name", "title", "email", "phone", "mobile", "street", "city", "country", "tags", "notes"}) {
    CAPTURE(key);
    CHECK(value_of(after[0], key) == value_of(before[0], key));
  }
  const std::string dump = m.dump();
  auto again = opened(m, cards, "cards.vcf");
  ask(*again);
  bring_in(*again);
  CHECK(again->counts().made == 0);
  CHECK(m.all<Contact>().size() == before.size());
}

TEST_CASE("a value of a choice is known by its label, a slip of it is asked about") {
  MemorySession m;
  auto opened = Import::open(*m, "f.csv", "Họ,Vai trò khi mua,Nguồn\nAn,Người quyết định,Trang web\nBình,Nguoi quyet dinhh,Gian hàng\nCúc,Thợ lặn,\n", {}, cohoi::text::lookup);
  REQUIRE(opened);
  Import& import = **opened;
  work_off(import);
  ask(import);
  const auto* choice = question(import, ImportQuestion::About::choice);
  REQUIRE(choice);
  REQUIRE(choice->rows.size() == 2);
  CHECK(choice->rows[0].foreign == "Nguoi quyet dinhh");
  CHECK(choice->rows[0].target == "decision_maker");
  CHECK(choice->rows[1].target == "leave");
  bring_in(import);
  const auto leads = m.all<Lead>();
  REQUIRE(leads.size() == 3);
  CHECK(value_of(leads[0], "part") == Value{std::string("decision_maker")});
  CHECK(value_of(leads[1], "part") == Value{std::string("decision_maker")});
  CHECK(leads[0].source == "website");
  CHECK(leads[1].source == "Gian hàng");
}

TEST_CASE("on a match all that the line says is written, when that was chosen, and the key is chosen") {
  MemorySession m;
  m.save<Contact>({test::text("last_name", "An"), test::text("email", "an@x.vn"), test::text("phone", "0903 123 456"), test::text("city", "Huế"), test::text("title", "Kế toán")});
  auto import = opened(m, "Last Name,Email,Phone,City\nAn Lê,AN+crm@x.vn,0911 111 111,Hà Nội\nBình,b@x.vn,+84 903 123 456,Vinh\n");
  import->set_kind(Entity::contact);
  ask(*import);
  const auto* ways = question(*import, ImportQuestion::About::match_by);
  REQUIRE(ways);
  CHECK(ways->options.size() == 2);
  for (std::size_t q = 0; q < import->questions().size(); ++q)
    if (import->questions()[q].about == ImportQuestion::About::lookalikes) import->answer(q, 0, "update");
  bring_in(*import);
  CHECK(import->counts().filled == 1);
  CHECK(import->counts().made == 1);
  const auto all = m.all<Contact>();
  REQUIRE(all.size() == 2);
  CHECK(all[0].last_name == "An Lê");
  CHECK(all[0].city == "Hà Nội");
  CHECK(all[0].title == "Kế toán");

  auto by_phone = opened(m, "Last Name,Phone,City\nAn,0911-111-111,Vinh\n");
  by_phone->set_kind(Entity::contact);
  ask(*by_phone);
  bring_in(*by_phone);
  CHECK(by_phone->counts().made == 0);
}

TEST_CASE("a column becomes a field of the user's own, of the type its values have") {
  MemorySession m;
  auto import = opened(m, "Last Name,Shoe size,Born\nAn,42,2001-02-03\nBình,39,1999-12-31\n");
  REQUIRE(import->make_field(1));
  REQUIRE(import->make_field(2));
  ask(*import);
  bring_in(*import);
  const auto fields = m.all<CustomField>();
  REQUIRE(fields.size() == 2);
  CHECK(fields[0].type == CustomType::number);
  CHECK(fields[1].type == CustomType::date);
  const auto leads = m.all<Lead>();
  REQUIRE(leads.size() == 2);
  CHECK(value_of(leads[0], fields[1].key) == Value{std::string("2001-02-03")});
}
