#include "core/store/duplicates.h"

#include <doctest/doctest.h>

#include "tests/core/store/store_fixture.h"

namespace cohoi::store {
namespace {

struct DuplicatesFixture : test::StoreFixture {
  std::vector<DuplicateGroup> groups(int slice = 3) {
    DuplicateScan scan(db);
    for (;;) {
      const auto more = scan.step(slice);
      REQUIRE(more);
      CHECK(scan.done() <= scan.total());
      if (!*more) break;
    }
    CHECK(scan.done() == scan.total());
    return scan.groups();
  }
  // The only group holds exactly these.
  template <class... Records>
  bool only(const Records&... records) {
    const auto found = groups();
    return found.size() == 1 && found.front().ids == std::vector<Uuid>{records.id.uuid...};
  }
  Contact person(std::string last, std::string first, std::string email, std::string phone = {}) {
    Contact one = contact(std::move(last), std::move(first));
    one.email = std::move(email);
    one.phone = std::move(phone);
    return one;
  }
  RecordPair pair(PairKind kind, RecordKind of, const Uuid& first, const Uuid& second) {
    return {.id = ids.next_of<RecordPair>(), .kind = kind, .record_kind = of, .first_id = first, .second_id = second, .imported_from = {}};
  }
};

TEST_CASE_FIXTURE(DuplicatesFixture, "C-4 accepts: one phone written two ways") {
  const Contact one = person("Nguyễn", "An", "", "+84 903 123 456"), two = person("Trần", "Bình", "", "0903-123-456");
  put(one, two, person("Lê", "Chi", "", "0903 123 457"));
  CHECK(only(one, two));
}

TEST_CASE_FIXTURE(DuplicatesFixture, "C-4 accepts: one mailbox, its case and +tag aside") {
  const Contact one = person("Nguyễn", "An", "A.B+x@gmail.com"), two = person("Trần", "Bình", "a.b@GMAIL.com");
  put(one, two, person("Lê", "Chi", "c.b@gmail.com"));
  CHECK(only(one, two));
}

TEST_CASE_FIXTURE(DuplicatesFixture, "C-4 accepts: a name in decomposed letters") {
  const Contact one = contact("Nguyễn", "Văn Ấn"), two = contact("Nguyen", "Van An khac");
  put(one, two);
  CHECK(groups().empty());
  // Only a file from elsewhere brings such letters in: fields are composed when they are read.
  REQUIRE(db.exec("UPDATE contact SET last_name='Nguye\u0302\u0303n', first_name='Va\u0306n A\u0302\u0301n' WHERE first_name='Van An khac'"));
  CHECK(only(one, two));
}

TEST_CASE_FIXTURE(DuplicatesFixture, "C-4 refuses: a part of a name, a public mail provider") {
  put(contact("An", ""), contact("An", "Toàn"), contact("Toàn", "An Khang"));
  put(lead("", "An", "Công ty An"), lead("", "Toàn An", "Công ty Toàn An"));
  put(account("An"), account("Toàn An"), account("Công ty TNHH Toàn An Phát"));
  Account one = account("Một"), two = account("Hai");
  one.email = "mot@gmail.com";
  two.email = "hai@gmail.com";
  put(one, two);
  CHECK(groups().empty());
}

TEST_CASE_FIXTURE(DuplicatesFixture, "two people of one company are two leads; a lead without a person is its company") {
  put(lead("Nguyễn", "An", "Ánh Dương"), lead("Trần", "Bình", "Ánh Dương"));
  CHECK(groups().empty());
  const Lead one = lead("", "", "Công ty TNHH Ánh Dương"), two = lead("", "", "ánh dương");
  put(one, two);
  CHECK(only(one, two));
}

TEST_CASE_FIXTURE(DuplicatesFixture, "accounts by tax code, web domain, name without its legal form, and as branches") {
  Account one = account("Một"), two = account("Hai"), three = account("Công ty cổ phần Hai"), four = account("Bốn"), other = account("Khác");
  one.tax_code = two.tax_code = "0312345678";
  three.website = "https://www.hai.vn/ve-chung-toi";
  four.email = "lienhe@hai.vn";
  other.tax_code = "0399999999";
  put(one, two, three, four, other);
  CHECK(only(one, two, three, four));
}

TEST_CASE_FIXTURE(DuplicatesFixture, "groups for the strongest reason come first, leads before contacts before accounts") {
  const Contact named = contact("Nguyễn", "An"), namesake = contact("Nguyễn", "An");
  const Contact one = person("Lê", "Chi", "chi@x.vn"), two = person("Lý", "Dung", "chi@x.vn");
  put(account("A"), account("A"), named, namesake, one, two, lead("Nguyễn", "An"), lead("Nguyễn", "An"));
  const auto found = groups();
  REQUIRE(found.size() == 4);
  CHECK(found[0].entity == Entity::lead);
  CHECK(found[1].ids == std::vector<Uuid>{one.id.uuid, two.id.uuid});
  CHECK(found[2].ids == std::vector<Uuid>{named.id.uuid, namesake.id.uuid});
  CHECK(found[3].entity == Entity::account);
}

TEST_CASE_FIXTURE(DuplicatesFixture, "those said to be different are not offered again") {
  const Contact one = person("Nguyễn", "An", "an@x.vn"), two = person("Nguyễn", "An", "an@x.vn"), three = person("Lê", "Chi", "an@x.vn");
  put(one, two);
  put(pair(PairKind::apart, RecordKind::contact, one.id.uuid, two.id.uuid));
  CHECK(groups().empty());
  CHECK(kept_apart(db, two.id.uuid, one.id.uuid).value());
  CHECK_FALSE(kept_apart(db, one.id.uuid, three.id.uuid).value());
  put(three);
  CHECK(groups().size() == 1);
}

TEST_CASE_FIXTURE(DuplicatesFixture, "C-10 accepts: a converted lead is found beside an open one, not beside another converted one") {
  Lead one = lead("Nguyễn", "An"), two = lead("Nguyễn", "An");
  one.status = two.status = LeadStatus::converted;
  put(one, two);
  CHECK(groups().empty());
  const Lead open = lead("Nguyễn", "An");
  put(open);
  CHECK(groups().size() == 1);
  CHECK(groups().front().ids.size() == 3);
}

TEST_CASE_FIXTURE(DuplicatesFixture, "a common name or office line says nothing, and a weak reason makes no crowd") {
  for (int i = 0; i < 11; ++i) put(contact("Nguyễn", "An"));
  CHECK(groups().empty());
  // 15 pairs by mail, all chained by names: the pairs stay, the chain does not become one group.
  for (int i = 0; i < 15; ++i) {
    const std::string mail = "m" + std::to_string(i) + "@x.vn";
    put(person("Lê", "N" + std::to_string(i), mail), person("Lê", "N" + std::to_string(i + 1), mail));
  }
  for (const auto& group : groups()) CHECK(group.ids.size() <= 10);
}

TEST_CASE_FIXTURE(DuplicatesFixture, "any slice gives the same, also of nothing") {
  CHECK(groups().empty());
  for (int i = 0; i < 40; ++i) put(person("Lê", "Người " + std::to_string(i), "m" + std::to_string(i % 13) + "@x.vn"));
  const auto whole = groups(1000);
  CHECK(whole.size() == 13);
  for (const int slice : {1, 2, 7, 40, 41}) {
    const auto sliced = groups(slice);
    REQUIRE(sliced.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) CHECK(sliced[i].ids == whole[i].ids);
  }
}

TEST_CASE_FIXTURE(DuplicatesFixture, "a merged record leads to where it went, over several merges, never in circles") {
  const Contact one = contact("A", "a"), two = contact("B", "b"), three = contact("C", "c");
  put(three, pair(PairKind::merged, RecordKind::contact, one.id.uuid, two.id.uuid), pair(PairKind::merged, RecordKind::contact, two.id.uuid, three.id.uuid));
  CHECK(merged_into(db, Entity::contact, one.id.uuid).value() == three.id.uuid);
  CHECK(merged_into(db, Entity::contact, three.id.uuid).value() == std::nullopt);
  remove(Entity::contact, three.id.uuid);
  CHECK(merged_into(db, Entity::contact, one.id.uuid).value() == std::nullopt);
  put(pair(PairKind::merged, RecordKind::contact, three.id.uuid, one.id.uuid));
  CHECK(merged_into(db, Entity::contact, one.id.uuid).value() == std::nullopt);
}

}  // namespace
}  // namespace cohoi::store
