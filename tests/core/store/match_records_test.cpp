#include <doctest/doctest.h>

#include "tests/core/store/store_fixture.h"

namespace cohoi::store {
namespace {

using test::StoreFixture;
using Reasons = std::vector<MatchReason>;

struct MatchFixture : StoreFixture {
  [[nodiscard]] std::vector<Match> accounts(const Account& like, const Uuid& not_this = {}) {
    const auto matches = matching_accounts(db, account_keys(like), not_this);
    REQUIRE(matches);
    return *matches;
  }
  [[nodiscard]] std::vector<Match> leads(const Lead& like, const Uuid& not_this = {}) {
    const auto matches = matching_leads(db, lead_account_keys(like), lead_contact_keys(like), not_this);
    REQUIRE(matches);
    return *matches;
  }
};

TEST_CASE_FIXTURE(MatchFixture,
                  "C-4 accepts: each way an account can be known is offered with its reason, the strongest first") {
  Account by_mail = account("Một");
  by_mail.email = "LienHe+web@anhduong.vn";
  Account by_phone = account("Hai");
  by_phone.phone = "+84 903 123 456";
  Account by_tax = account("Ba");
  by_tax.tax_code = "0101234567";
  Account by_domain = account("Bốn");
  by_domain.website = "https://www.anhduong.vn/gioi-thieu";
  Account by_name = account("Công ty TNHH ÁNH DƯƠNG");
  put(by_mail, by_phone, by_tax, by_domain, by_name, account("Khác"));
  Account like = account("Ánh Dương");
  like.email = "lienhe@anhduong.vn";
  like.phone = "0903.123.456";
  like.tax_code = "0101234567";
  const auto matches = accounts(like);
  REQUIRE(matches.size() == 5);
  CHECK(matches.at(0).title == "Một");
  CHECK(matches.at(0).reasons == Reasons{MatchReason::email, MatchReason::domain});
  CHECK(matches.at(1).reasons == Reasons{MatchReason::phone});
  CHECK(matches.at(2).reasons == Reasons{MatchReason::tax_code});
  CHECK(matches.at(3).reasons == Reasons{MatchReason::domain});
  CHECK(matches.at(4).reasons == Reasons{MatchReason::name});
}

TEST_CASE_FIXTURE(MatchFixture, "C-4 refuses: a part of a name, a public mail provider, the record itself") {
  Account one = account("Ánh Dương Việt Nam");
  one.email = "anhduong@gmail.com";
  put(one);
  Account like = account("Ánh Dương");
  like.email = "khac@gmail.com";
  CHECK(accounts(like).empty());
  CHECK(accounts(one, one.id.uuid).empty());
  CHECK(accounts(one).size() == 1);
}

TEST_CASE_FIXTURE(MatchFixture, "C-4 accepts: branches are offered as branches") {
  Account branch = account("Chi nhánh Hà Nội - Công ty TNHH Ánh Dương");
  branch.tax_code = "0101234567-001";
  put(branch);
  Account by_tax = account("Tên khác");
  by_tax.tax_code = "0101234567";
  REQUIRE(accounts(by_tax).size() == 1);
  CHECK(accounts(by_tax).front().reasons == Reasons{MatchReason::branch});
  REQUIRE(accounts(account("Công ty Ánh Dương")).size() == 1);
  CHECK(accounts(account("Công ty Ánh Dương")).front().reasons == Reasons{MatchReason::branch});
}

TEST_CASE_FIXTURE(MatchFixture, "contacts are known by their own ways and name") {
  Contact person = contact("Nguyễn", "Văn An");
  person.mobile = "0903 123 456";
  put(person, contact("Trần", "Bình"));
  Contact like = contact("NGUYEN", "van an");
  const auto by_name = matching_contacts(db, contact_keys(like));
  REQUIRE(by_name->size() == 1);
  CHECK(by_name->front().reasons == Reasons{MatchReason::name});
  like.phone = "84903123456";
  CHECK(matching_contacts(db, contact_keys(like))->front().reasons == Reasons{MatchReason::phone, MatchReason::name});
}

TEST_CASE_FIXTURE(MatchFixture, "a lead is known as a company and as a person") {
  Lead known = lead("Nguyễn", "Văn An", "Công ty Ánh Dương");
  put(known);
  CHECK(leads(lead("Trần", "Bình", "Ánh Dương")).size() == 1);
  CHECK(leads(lead("Nguyen", "Van An", "Công ty khác")).size() == 1);
  CHECK(leads(lead("Ánh", "Dương", "Công ty khác")).empty());
  CHECK(leads(known, known.id.uuid).empty());
}

TEST_CASE_FIXTURE(MatchFixture, "C-10 accepts: a converted lead still warns of a duplicate") {
  Lead converted = lead("Nguyễn", "An");
  converted.phone = "0903 123 456";
  converted.status = LeadStatus::converted;
  put(converted);
  Lead fresh = lead("Lê", "Khác");
  fresh.phone = "+84903123456";
  CHECK(leads(fresh).size() == 1);
}

TEST_CASE_FIXTURE(MatchFixture, "matches follow changes, removal and undo, and hold no stale keys") {
  Account one = account("Ánh Dương");
  put(one);
  one.name = "Sao Mai";
  const Uuid renamed = put(one);
  CHECK(accounts(account("Ánh Dương")).empty());
  CHECK(accounts(account("Sao Mai")).size() == 1);
  REQUIRE(revert(db, context, renamed));
  CHECK(accounts(account("Ánh Dương")).size() == 1);
  remove(Entity::account, one.id.uuid);
  CHECK(accounts(account("Ánh Dương")).empty());
  CHECK(integer("SELECT count(*) FROM match_key") == 0);
}

TEST_CASE_FIXTURE(MatchFixture, "nothing to be known by matches nothing") {
  put(account("Ánh Dương"));
  CHECK(matching_accounts(db, {})->empty());
  CHECK(matching_leads(db, {}, {})->empty());
}

}  // namespace
}  // namespace cohoi::store
