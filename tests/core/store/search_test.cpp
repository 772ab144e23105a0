#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "core/store/search_index.h"
#include "tests/core/store/store_fixture.h"

namespace cohoi::store {
namespace {

using test::StoreFixture;

struct SearchFixture : StoreFixture {
  [[nodiscard]] std::vector<std::string> found(std::string_view text, int limit = 20) {
    const auto hits = search(db, text, limit);
    INFO((hits ? std::string() : hits.error().detail));
    REQUIRE(hits);
    std::vector<std::string> titles;
    for (const SearchHit& hit : *hits) titles.push_back(hit.title);
    return titles;
  }
};

using Titles = std::vector<std::string>;

TEST_CASE_FIXTURE(SearchFixture, "marks are folded, and exact marks rank first") {
  put(account("Dương Gia"), account("Đường Việt"), account("Duong Ltd"), account("Đuống River"));
  CHECK(found("đường").front() == "Đường Việt");
  CHECK(found("dương").front() == "Dương Gia");
  CHECK(found("duong").front() == "Duong Ltd");
  CHECK(found("duong").size() == 4);
  CHECK(found("Du\xCC\x9Bo\xCC\x9Bng").front() == "Dương Gia");
  CHECK(found("ĐƯỜNG").front() == "Đường Việt");
}

TEST_CASE_FIXTURE(SearchFixture, "exact marks rank first among more hits than are looked at") {
  auto transaction = begin();
  for (int i = 0; i < 500; ++i) REQUIRE(transaction.put(account("Dương " + std::to_string(i))));
  REQUIRE(transaction.put(account("Vận tải Đường Sắt")));
  REQUIRE(transaction.commit());
  CHECK(found("đường", 5).front() == "Vận tải Đường Sắt");
}

TEST_CASE_FIXTURE(SearchFixture, "a title that begins with what is typed comes before one that only holds it") {
  put(account("Công ty Sao Mai"), account("Sao Mai Group"), account("Ánh Sao Mai"));
  CHECK(found("sao mai") == Titles{"Sao Mai Group", "Ánh Sao Mai", "Công ty Sao Mai"});
}

TEST_CASE_FIXTURE(SearchFixture, "every kind of record is found, with what tells it apart below") {
  Account company = account("Ánh Dương");
  company.city = "Huế";
  Contact person = contact("Nguyễn", "Văn An");
  person.account_id = company.id;
  person.title = "Giám đốc";
  Opportunity deal = opportunity("Máy đóng gói");
  deal.account_id = company.id;
  Lead from = lead("Trần", "Bình", "Ánh Dương");
  from.phone = "0903 123 456";
  Activity call{.id = ids.next_of<Activity>(), .subject = "Gọi báo giá", .opportunity_id = deal.id};
  Product product{.id = ids.next_of<Product>(), .name = "GTX Pro", .code = "GTX-1"};
  put(company, person, deal, from, call, product);
  const auto first = [&](std::string_view text) { return search(db, text, 5)->front(); };
  CHECK(first("văn an").subtitle == "Giám đốc · Ánh Dương");
  CHECK(first("văn an").entity == Entity::contact);
  CHECK(first("văn an").id == person.id.uuid);
  CHECK(first("đóng gói").subtitle == "Ánh Dương");
  CHECK(first("bình").subtitle == "0903 123 456");
  CHECK(first("báo giá").subtitle == "Máy đóng gói");
  CHECK(first("gtx").entity == Entity::product);
  CHECK(found("ánh dương").size() == 3);  // the account, its opportunity, the lead of that company
}

TEST_CASE_FIXTURE(SearchFixture, "an opportunity is found by its account's name, also after that changed") {
  Account company = account("Ánh Dương");
  Opportunity deal = opportunity("Máy đóng gói");
  deal.account_id = company.id;
  put(deal, company);
  CHECK(found("anh duong").size() == 2);
  company.name = "Sao Mai";
  const Uuid renamed = put(company);
  CHECK(found("anh duong").empty());
  CHECK(found("sao mai").size() == 2);
  REQUIRE(revert(db, context, renamed));
  CHECK(found("anh duong").size() == 2);
  remove(Entity::account, company.id.uuid);
  CHECK(found("anh duong").empty());
  CHECK(found("dong goi").size() == 1);
}

TEST_CASE_FIXTURE(SearchFixture, "phones and e-mails are found as people write them") {
  Contact person = contact("Nguyễn", "An");
  person.mobile = "+84-903-123-456";
  person.email = "an.nguyen@anh-duong.com.vn";
  put(person);
  for (const char* text : {"0903123456", "0903 123 456", "0903", "+84903123456", "84903", "(0903) 123",
                           "an.nguyen@anh-duong.com.vn", "an.nguyen", "anh-duong.com"}) {
    CAPTURE(std::string(text));
    CHECK(found(text).size() == 1);
  }
  CHECK(found("0904").empty());
}

TEST_CASE_FIXTURE(SearchFixture, "a full name with every kind of mark is found bare, decomposed and by parts") {
  const Lead one = lead("Nguyễn", "Thuỵ Ngọc Quỳnh Ưởng Ẩm Đặng Ỡm");
  const std::string name = title_of(one);
  put(one);
  for (const char* text : {"nguyen thuy ngoc quynh uong am dang om", "Nguye\xCC\x82\xCC\x83n Thu\xCC\xA3y", "Ưởng ẩm",
                           "đặng", "QUỲNH", "dang om"}) {
    CAPTURE(std::string(text));
    const Titles titles = found(text);
    REQUIRE(titles.size() == 1);
    CHECK(titles.front() == name);
  }
  CHECK(found("ướng").size() == 1);  // other marks: found, by folding
}

TEST_CASE_FIXTURE(SearchFixture, "nothing typed, or only signs, finds nothing and breaks nothing") {
  put(account("A"));
  for (const char* text : {"", "   ", "\"", "*", "a\" OR \"b", "AND", "NEAR(a b)", "-", "’", "€ ©", "\xFF\xFE", "ǂa"}) {
    CAPTURE(std::string(text));
    CHECK(search(db, text, 5).has_value());
  }
  CHECK(found("").empty());
  CHECK(found("a", 0).empty());
}

TEST_CASE_FIXTURE(SearchFixture, "what is searched follows changes and removals") {
  std::vector<AccountId> made;
  for (int i = 0; i < 60; ++i) {
    const Account one = account("Công ty " + std::to_string(i));
    made.push_back(one.id);
    put(one);
  }
  CHECK(found("cong ty", 100).size() == 60);
  for (std::size_t i = 0; i < made.size(); i += 3) remove(Entity::account, made[i].uuid);
  for (std::size_t i = 1; i < made.size(); i += 3) {
    auto one = *get(db, made[i]);
    one.name = "Tập đoàn " + std::to_string(i);
    put(one);
  }
  CHECK(found("tap doan", 100).size() == 20);
  CHECK(found("cong ty", 100).size() == 20);
}

TEST_CASE_FIXTURE(SearchFixture, "what is read when idle, in steps, is what a search at once would read") {
  auto transaction = begin();
  for (int i = 0; i < 50; ++i) REQUIRE(transaction.put(account("Công ty " + std::to_string(i))));
  REQUIRE(transaction.commit());
  int steps = 0;
  while (*read_search_when_idle(db, 7)) {
    ++steps;
    if (steps == 3) put(account("Công ty giữa chừng"));
  }
  CHECK(steps == 7);
  CHECK(found("cong ty", 100).size() == 51);
}

TEST_CASE_FIXTURE(SearchFixture, "more changes at once than are followed one by one are found all the same") {
  put(account("Công ty cũ"));
  CHECK(found("cong ty").size() == 1);
  auto transaction = begin();
  for (int i = 0; i < 5000; ++i) REQUIRE(transaction.put(account("Máy " + std::to_string(i))));
  REQUIRE(transaction.commit());
  CHECK(found("may 4999") == Titles{"Máy 4999"});
  CHECK(found("cong ty").size() == 1);
}

TEST_CASE_FIXTURE(SearchFixture, "what a rollback took back is not found, and what it brought back is") {
  Account company = account("Ánh Dương");
  put(company);
  {
    auto transaction = begin();
    company.name = "Sao Mai";
    REQUIRE(transaction.put(company));
    REQUIRE(transaction.put(account("Sao Hôm")));
  }
  CHECK(found("sao").empty());
  CHECK(found("anh duong") == Titles{"Ánh Dương"});
}

TEST_CASE_FIXTURE(SearchFixture, "words are found by every length of their beginning, also other scripts'") {
  put(account("Zürich Ölmühle 7b"), account("株式会社 東京"), account("Яндекс Маркет"));
  for (const char* text : {"z", "zu", "zurich", "o", "olm", "7", "7b", "ölmühle"}) {
    CAPTURE(std::string(text));
    CHECK(found(text) == Titles{"Zürich Ölmühle 7b"});
  }
  for (const char* text : {"株", "株式", "東京"}) CHECK(found(text) == Titles{"株式会社 東京"});
  for (const char* text : {"я", "марк"}) CHECK(found(text) == Titles{"Яндекс Маркет"});
  CHECK(found("urich").empty());
  CHECK(found("b").empty());
}

TEST_CASE_FIXTURE(SearchFixture, "property: found are those, and only those, with a word that begins with every word typed") {
  test::SeededBits bits{11};
  constexpr std::array<const char*, 8> parts{"a", "b", "ab", "ba", "1", "ж", "abab", "東"};
  const auto word = [&] {
    std::string text;
    for (std::uint64_t i = 0, n = 1 + bits.below(5); i < n; ++i) text += parts[static_cast<std::size_t>(bits.below(parts.size()))];
    return text;
  };
  std::vector<Account> all;
  auto transaction = begin();
  for (int i = 0; i < 300; ++i) {
    Account one = account(word() + " " + word() + " " + word());
    REQUIRE(transaction.put(one));
    if (bits.below(3) == 0) {
      one.name = word() + " " + word();
      REQUIRE(transaction.put(one));
    }
    all.push_back(std::move(one));
  }
  REQUIRE(transaction.commit());
  const auto begun = [](const std::string& name, const std::string& typed) { return (" " + name).find(" " + typed) != std::string::npos; };
  std::size_t hits = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string one = word(), other = word();
    const bool both = round % 2 == 0;
    const auto expected = std::count_if(all.begin(), all.end(), [&](const Account& account) {
      return begun(account.name, one) && (!both || begun(account.name, other));
    });
    CAPTURE(one);
    CAPTURE(other);
    CHECK(found(both ? one + " " + other : one, 1000).size() == static_cast<std::size_t>(expected));
    hits += static_cast<std::size_t>(expected);
  }
  CHECK(hits > 1000);
}

TEST_CASE_FIXTURE(SearchFixture, "a record that changes many thousand times is found by what it became, once") {
  Account company = account("Số 0");
  put(company);
  for (int i = 1; i <= 9000; ++i) {
    company.name = "Số " + std::to_string(i);
    put(company);
    REQUIRE(found("so") == Titles{company.name});
  }
  CHECK(found("so 4500").empty());
}

TEST_CASE_FIXTURE(SearchFixture, "derived tables of another program version are made anew from the records") {
  Account company = account("Ánh Dương");
  Opportunity deal = opportunity("Máy đóng gói");
  deal.account_id = company.id;
  const Lead from = lead("Nguyễn", "An");
  put(company, deal, from);
  REQUIRE(refresh_lead_facts(db, clock.today()));
  const auto searched = integer("SELECT count(*) FROM search");
  const auto matched = integer("SELECT count(*) FROM match_key");
  REQUIRE(
      db.exec("DELETE FROM title_order; DELETE FROM match_key; DELETE FROM lead_facts; UPDATE search SET folded='';"
              "UPDATE meta SET value='0' WHERE key='derived'"));
  REQUIRE(store::migrate(db));
  REQUIRE(refresh_lead_facts(db, clock.today()));
  CHECK(found("anh duong").size() == 2);
  CHECK(integer("SELECT count(*) FROM search") == searched);
  CHECK(integer("SELECT count(*) FROM title_order") == searched);
  CHECK(integer("SELECT count(*) FROM match_key") == matched);
  CHECK(lead_facts(db, from.id));
}

TEST_CASE_FIXTURE(SearchFixture, "C-10 accepts: a converted lead stays in search") {
  Lead converted = lead("Nguyễn", "An", "Ánh Dương");
  converted.status = LeadStatus::converted;
  put(converted);
  CHECK(found("anh duong").size() == 1);
}

}  // namespace
}  // namespace cohoi::store
