#include "core/domain/matching.h"

#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;
using Reasons = std::vector<MatchReason>;

namespace {

MatchKeys company(const char* name) {
  Account one;
  one.name = name;
  return account_keys(one);
}

Reasons names(const char* a, const char* b) { return match(company(a), company(b)); }

}  // namespace

TEST_CASE("C-4 accepts: the same e-mail, phone, tax code, domain or name, however it is written") {
  Account one;
  one.name = "Sao Mai";
  one.email = "An+crm@SaoMai.vn";
  one.phone = "+84-903-123-456";
  one.tax_code = "0312345678";
  one.website = "https://www.saomai.vn/lien-he";
  const Lead of = lead();
  CHECK(match(lead_account_keys(of), account_keys(one)) ==
        Reasons{MatchReason::email, MatchReason::phone, MatchReason::tax_code, MatchReason::domain, MatchReason::name});
}

TEST_CASE("C-4 accepts: a name without marks and legal form") {
  CHECK(names("Công ty TNHH Sao Mai", "SAO MAI") == Reasons{MatchReason::name});
  CHECK(names("Công ty Cổ phần Đầu tư Sao Mai", "CTCP đầu tư sao mai") == Reasons{MatchReason::name});
  CHECK(names("Công ty TNHH MTV Sao Mai", "Công ty TNHH Một thành viên Sao Mai") == Reasons{MatchReason::name});
  CHECK(names("Acme Co., Ltd.", "ACME") == Reasons{MatchReason::name});
  CHECK(names("Acme Inc", "Acme, LLC") == Reasons{MatchReason::name});
  CHECK(names("Smith & Co.", "Smith") == Reasons{MatchReason::name});
}

TEST_CASE("C-4 refuses: a part of a name is never a match") {
  CHECK(names("An", "Toàn An").empty());
  CHECK(names("Công ty TNHH An", "Công ty TNHH Toàn An").empty());
  CHECK(names("Sao", "Sao Mai").empty());
  CHECK(names("Công ty", "Công ty TNHH").empty());
}

TEST_CASE("C-4 refuses: a public mail provider is no common domain, and nothing matches nothing") {
  Lead a;
  a.last_name = "Trần";
  a.email = "tran@gmail.com";
  Lead b;
  b.last_name = "Lê";
  b.email = "le@gmail.com";
  CHECK(match(lead_account_keys(a), lead_account_keys(b)).empty());
  CHECK(match(MatchKeys{}, MatchKeys{}).empty());
  CHECK(MatchKeys{}.empty());
}

TEST_CASE("C-4: the colleague of a contact is not the contact") {
  Contact known = contact();
  known.email = "binh@saomai.vn";
  Lead of = lead();
  of.last_name = "Trần";
  CHECK(match(lead_contact_keys(of), contact_keys(known)).empty());
}

TEST_CASE("C-4: a person is found by the mobile number too, in any order of name words a language has") {
  Contact known;
  known.first_name = "Văn An";
  known.last_name = "Nguyễn";
  known.mobile = "84903123456";
  CHECK(match(lead_contact_keys(lead()), contact_keys(known)) == Reasons{MatchReason::phone, MatchReason::name});
}

TEST_CASE("C-4: a branch and its parent are offered as such, not as the same") {
  CHECK(names("Công ty TNHH Sao Mai", "Công ty TNHH Sao Mai - Chi nhánh Hà Nội") == Reasons{MatchReason::branch});
  CHECK(names("Sao Mai", "Chi nhánh Công ty TNHH Sao Mai tại Hà Nội") == Reasons{MatchReason::branch});
  CHECK(names("Sao Mai", "Chi nhánh Hà Nội - Công ty Cổ phần Sao Mai") == Reasons{MatchReason::branch});
  CHECK(names("Acme Ltd", "Acme Ltd, Hanoi Branch") == Reasons{MatchReason::branch});
  CHECK(names("Công ty Sao Mai - Chi nhánh Hà Nội", "Chi nhánh Hà Nội - Công ty Sao Mai") == Reasons{MatchReason::name});
  Account parent;
  parent.name = "Sao Mai";
  parent.tax_code = "0312345678";
  Account branch;
  branch.name = "Cửa hàng số 1";
  branch.tax_code = "0312345678-001";
  CHECK(match(account_keys(parent), account_keys(branch)) == Reasons{MatchReason::branch});
}

TEST_CASE("The core of a company name keeps what makes it a name") {
  CHECK(company_core_name("Công ty TNHH") == "cong ty tnhh");
  CHECK(company_core_name("Công ty Cổ phần Chăn nuôi CP Việt Nam") == "chan nuoi cp viet nam");
  CHECK(company_core_name("Công ty TNHH Hoàng Sa") == "hoang sa");
  CHECK(company_core_name("Quán Cánh Cò") == "quan canh co");
  CHECK(company_core_name("Siemens AG") == "siemens");
  CHECK(company_core_name("").empty());
}

TEST_CASE("Matching is the same from both sides, and every record matches itself") {
  const std::vector<const char*> all{"An",           "Toàn An",       "Công ty TNHH Sao Mai", "Sao Mai - Chi nhánh Huế", "Chi nhánh Sao Mai",
                                     "Acme Co., Ltd", "Acme",          "CTCP Acme",            "Chi nhánh",              "Công ty"};
  const std::vector<const char*> codes{"", "0312345678", "0312345678-001", "0100109106"};
  std::vector<MatchKeys> keys;
  for (const char* name : all) {
    for (const char* code : codes) {
      Account one;
      one.name = name;
      one.tax_code = code;
      keys.push_back(account_keys(one));
    }
  }
  for (const MatchKeys& a : keys) {
    CHECK_FALSE(match(a, a).empty());
    for (const MatchKeys& b : keys) CHECK(match(a, b) == match(b, a));
  }
}
