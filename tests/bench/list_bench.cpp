// How long lists, search and one edit take among many leads: a table on standard output, processor time in
// milliseconds, median of several.
//   cohoi_list_bench [leads]
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "core/domain/qualification.h"
#include "core/store/list_query.h"
#include "core/store/migrations.h"
#include "core/store/search_index.h"
#include "core/store/transaction.h"
#include "tests/bench/must.h"
#include "tests/support/seeded_ids.h"

namespace {

using namespace cohoi;
using namespace cohoi::store;

// Time of the processor, so that other work on the machine does not count.
double now_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

constexpr std::array<const char*, 12> families{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh",
                                               "Phan",   "Vũ",   "Võ", "Đặng", "Bùi",   "Đỗ"};
constexpr std::array<const char*, 10> middles{"Văn",   "Thị", "Đức",   "Ngọc", "Minh",
                                              "Quang", "Hữu", "Thanh", "Xuân", "Kim"};
constexpr std::array<const char*, 14> givens{"An",  "Ánh", "Bình", "Chi", "Dũng", "Giang", "Hà",
                                             "Hải", "Lan", "Linh", "Nam", "Phúc", "Tuấn",  "Yến"};
constexpr std::array<const char*, 8> trades{"Dệt may",  "Thực phẩm", "Cơ khí", "Bao bì",
                                            "Xây dựng", "Vận tải",   "Dược",   "Điện tử"};
constexpr std::array<const char*, 8> marks{"Ánh Dương", "Sao Mai", "Hoà Bình",   "Đông Á",
                                           "Tân Tiến",  "Phú Quý", "Việt Thắng", "Thành Công"};
constexpr std::array<const char*, 6> cities{"Hà Nội",  "Đà Nẵng",   "Huế",
                                            "Cần Thơ", "Hải Phòng", "Thành phố Hồ Chí Minh"};

class Bench {
 public:
  explicit Bench(int leads) : leads_(leads) {}

  int run() {
    must(migrate(db_));
    auto transaction = must(Transaction::begin(db_, context_, msg("bench")));
    for (const Criterion& criterion : default_criteria(ids_)) must(transaction.put(criterion));
    for (int i = 0; i < 8; ++i) {
      owners_.push_back(ids_.next_of<Owner>());
      must(transaction.put(
          Owner{.id = owners_.back(), .name = std::string(families[below(12)]) + " " + givens[below(14)]}));
    }
    must(transaction.commit());
    import_all();
    lists();
    searches();
    edits();
    return 0;
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(bits_.below(n)); }

  Lead make_lead(int i) {
    Lead lead{.id = ids_.next_of<Lead>(),
              .first_name = std::string(middles[below(10)]) + " " + givens[below(14)],
              .last_name = families[below(12)],
              .company = std::string("Công ty TNHH ") + trades[below(8)] + " " + marks[below(8)] + " " +
                         std::to_string(i % 5000)};
    lead.email = "nguoi" + std::to_string(i) + "@congty" + std::to_string(i % 5000) + ".vn";
    lead.phone = "09" + std::to_string(10'000'000 + i);
    lead.city = cities[below(6)];
    lead.interest = trades[below(8)];
    lead.status = static_cast<LeadStatus>(below(4));
    lead.owner_id = owners_[below(owners_.size())];
    lead.estimated_budget = Money{static_cast<std::int64_t>(below(1000)) * 1'000'000, {}};
    if (below(2) == 0) lead.expected_purchase = Month::from_ym(2026, 1 + static_cast<int>(below(12)));
    lead.created_at = Timestamp{1'795'401'300'000 - static_cast<std::int64_t>(below(100'000'000)) * 100};
    return lead;
  }

  void import_all() {
    const double start = now_ms();
    auto transaction = must(Transaction::begin(db_, context_, msg("bench"), TransactionKind::import));
    for (int i = 0; i < leads_; ++i) {
      const Lead lead = make_lead(i);
      must(transaction.insert_imported(raw_of(lead)));
      if (i % 1000 == 0) some_.push_back(lead.id);
    }
    const double inserted = now_ms();
    must(transaction.commit());
    std::printf(
        "%d leads: insert %.0f ms, commit %.0f ms, database %.1f MB\n", leads_, inserted - start, now_ms() - inserted,
        static_cast<double>(
            must(db_.query_integer("SELECT page_count*page_size FROM pragma_page_count(), pragma_page_size()"))) /
            1e6);
    const double before = now_ms();
    int steps = 0;
    while (must(read_search_when_idle(db_, 1000))) ++steps;
    std::printf("words read: %d steps, %.0f ms\n", steps, now_ms() - before);
  }

  // `cold`: after a write, so that nothing is cached; `warm`: as while typing.
  template <class F>
  void row(const char* what, F&& run) {
    std::vector<double> cold;
    std::vector<double> warm;
    std::size_t found = 0;
    for (int i = 0; i < 5; ++i) {
      must(db_.exec("UPDATE meta SET value=value WHERE key='lead_facts.month'"));
      double start = now_ms();
      found = run();
      cold.push_back(now_ms() - start);
      start = now_ms();
      found = run();
      warm.push_back(now_ms() - start);
    }
    std::sort(cold.begin(), cold.end());
    std::sort(warm.begin(), warm.end());
    std::printf("%-44s %8zu rows  cold %7.2f  warm %7.2f\n", what, found, cold[2], warm[2]);
  }

  void list(const char* what, const ListQuery& query) {
    row(what, [&] { return must(store::run(db_, query)).size(); });
  }

  void lists() {
    const Filter qualified{"verdict", Compare::equals, {Value{"incomplete"}}};
    const Filter owner{"owner_id", Compare::equals, {to_value(owners_.front())}};
    list("no order", {Entity::lead, {}, {}, {}});
    list("by title", {Entity::lead, {}, {}, {{"title", false}}});
    list("by given name", {Entity::lead, {}, {}, {{"given_name", false}}});
    list("by created, newest first", {Entity::lead, {}, {}, {{"created_at", true}}});
    list("by score, then title", {Entity::lead, {}, {}, {{"score", true}, {"title", false}}});
    list("by owner", {Entity::lead, {}, {}, {{"owner", false}}});
    list("by city", {Entity::lead, {}, {}, {{"city", false}}});
    list("by next activity", {Entity::lead, {}, {}, {{"next_activity_at", false}}});
    list("verdict, by title", {Entity::lead, {}, {qualified}, {{"title", false}}});
    list("verdict and owner, by title", {Entity::lead, {}, {qualified, owner}, {{"title", false}}});
    list("city contains, by title",
         {Entity::lead, {}, {{"city", Compare::contains, {Value{"ho chi"}}}}, {{"title", false}}});
    list("2 letters \"ng\", by title", {Entity::lead, "ng", {}, {{"title", false}}});
    list("3 letters \"ngu\", by title", {Entity::lead, "ngu", {}, {{"title", false}}});
    list("\"nguyễn an\", verdict, by title", {Entity::lead, "nguyễn an", {qualified}, {{"title", false}}});
    row("count by verdict", [&] {
      return static_cast<std::size_t>(must(count(db_, ListQuery{Entity::lead, {}, {qualified}, {}})));
    });
    row("sums by status", [&] { return must(group(db_, {Entity::lead, {}, {}, {}}, "status")).size(); });
    const auto rows = must(store::run(db_, {Entity::lead, {}, {}, {{"title", false}}}));
    row("fetch 64 of them", [&] {
      const auto from = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
      return must(fetch<Lead>(db_, {from, from + 64})).size();
    });
  }

  void searches() {
    for (const char* text : {"ng", "nguyen van an", "Nguyễn Văn An", "đường", "0910000", "nguoi500@congty500.vn"})
      row((std::string("search \"") + text + "\"").c_str(), [&] { return must(search(db_, text, 20)).size(); });
    row("matching leads of a new one", [&] {
      const Lead lead = make_lead(77);
      return must(matching_leads(db_, lead_account_keys(lead), lead_contact_keys(lead))).size();
    });
  }

  void edits() {
    std::vector<double> plain;
    std::vector<double> named;
    for (const LeadId id : some_) {
      Lead lead = must(get(db_, id));
      lead.estimated_budget = Money{static_cast<std::int64_t>(below(1000)), {}};
      plain.push_back(edit(lead));
      lead.phone = "08" + std::to_string(10'000'000 + below(1'000'000));
      named.push_back(edit(lead));
    }
    std::sort(plain.begin(), plain.end());
    std::sort(named.begin(), named.end());
    std::printf("edit and commit: a plain field %.2f, a searched field %.2f (median of %zu)\n", plain[plain.size() / 2],
                named[named.size() / 2], plain.size());
  }

  double edit(const Lead& lead) {
    const double start = now_ms();
    auto transaction = must(Transaction::begin(db_, context_, msg("bench")));
    must(transaction.put(lead));
    must(transaction.commit());
    return now_ms() - start;
  }

  int leads_;
  test::FixedClock clock_;
  test::SeededIds ids_;
  test::SeededBits bits_{7};
  HybridClock hybrid_clock_;
  WriteContext context_{clock_, ids_, hybrid_clock_, "bench", "bench", {}};
  Database db_ = must(Database::open_in_memory());
  std::vector<OwnerId> owners_;
  std::vector<LeadId> some_;
};

}  // namespace

int main(int count, char** arguments) { return Bench(count > 1 ? std::atoi(arguments[1]) : 100'000).run(); }
