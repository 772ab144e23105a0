// A product of some size in one file, as Restore takes it: 100,000 leads, 20,000 opportunities (8,800 of them open), and the accounts,
// contacts, answers, stays and activities that belong to them. The same records every time; the days lie around the present one.
//   bench_big_data FILE [leads] [opportunities]
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "core/app/session.h"
#include "core/store/database_file.h"
#include "tests/bench/must.h"
#include "tests/core/store/temp_folder.h"
#include "tests/support/seeded_ids.h"

namespace {

using namespace cohoi;

constexpr std::array<const char*, 12> families{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ"};
constexpr std::array<const char*, 10> middles{"Văn", "Thị", "Đức", "Ngọc", "Minh", "Quang", "Hữu", "Thanh", "Xuân", "Kim"};
constexpr std::array<const char*, 14> givens{"An", "Ánh", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hải", "Lan", "Linh", "Nam", "Phúc", "Tuấn", "Yến"};
constexpr std::array<const char*, 8> trades{"Dệt may", "Thực phẩm", "Cơ khí", "Bao bì", "Xây dựng", "Vận tải", "Dược", "Điện tử"};
constexpr std::array<const char*, 8> marks{"Ánh Dương", "Sao Mai", "Hoà Bình", "Đông Á", "Tân Tiến", "Phú Quý", "Việt Thắng", "Thành Công"};
constexpr std::array<const char*, 6> cities{"Hà Nội", "Đà Nẵng", "Huế", "Cần Thơ", "Hải Phòng", "Thành phố Hồ Chí Minh"};
constexpr std::array<const char*, 6> wishes{"Phần mềm kho", "Máy đóng gói", "Bơm công nghiệp", "Bảo trì hằng năm", "Nâng cấp dây chuyền", "Tư vấn triển khai"};
constexpr std::array<const char*, 5> subjects{"Gọi lại báo giá", "Gửi hồ sơ năng lực", "Hẹn khảo sát", "Nhắc hợp đồng", "Trao đổi điều khoản"};
constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;

class BigData {
 public:
  BigData(int leads, int opportunities) : leads_(leads), opportunities_(opportunities) {
    clock_.set(Timestamp{std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()});
    session_ = must(app::Session::open(db_, {.clock = clock_, .ids = ids_, .device = "bench"}));
  }

  void fill() {
    auto transaction = must(store::Transaction::begin(db_, session_->write_context(), msg("bench"), store::TransactionKind::import));
    transaction_ = &transaction;
    owners_.push_back(session_->me().id);
    for (int i = 0; i < 11; ++i) owners_.push_back(insert(Owner{.id = ids_.next_of<Owner>(), .name = std::string(families[below(12)]) + " " + givens[below(14)]}));
    for (const Stage& stage : must(store::all<Stage>(db_))) (stage.kind == StageKind::open ? open_ : ends_).push_back(stage);
    std::sort(open_.begin(), open_.end(), [](const Stage& a, const Stage& b) { return a.position < b.position; });
    for (int i = 0; i < opportunities_ * 3 / 4; ++i) add_account(i);
    for (int i = 0; i < opportunities_; ++i) add_opportunity(i);
    for (int i = 0; i < leads_; ++i) add_lead(i);
    must(transaction.commit());
    session_->committed(transaction.id());
  }

  void write(const char* path) {
    std::FILE* file = std::fopen(path, "wb");
    if (file == nullptr) std::exit(1);
    std::size_t bytes = 0;
    must(store::export_database(db_, [&](std::span<const std::byte> piece) -> Status {
      bytes += std::fwrite(piece.data(), 1, piece.size(), file);
      return {};
    }));
    std::fclose(file);
    std::printf("%s: %.1f MB\n", path, static_cast<double>(bytes) / 1e6);
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(bits_.below(n)); }
  Timestamp ago(std::size_t days) { return Timestamp{clock_.now().ms - static_cast<std::int64_t>(below(days * 24)) * 60 * 60 * 1000}; }
  std::string person_given() { return std::string(middles[below(10)]) + " " + givens[below(14)]; }
  template <class T>
  Id<T> insert(const T& record) {
    must(transaction_->insert_imported(store::raw_of(record)));
    return record.id;
  }

  void add_account(int i) {
    const std::string n = std::to_string(i);
    Account account{.id = ids_.next_of<Account>(), .name = std::string("Công ty TNHH ") + trades[below(8)] + " " + marks[below(8)] + " " + n};
    account.email = "lienhe@congty" + n + ".vn";
    account.city = cities[below(6)];
    account.owner_id = owners_[below(owners_.size())];
    account.created_at = ago(900);
    accounts_.push_back(insert(account));
    for (std::size_t k = 0; k < 2; ++k) {
      Contact contact{.id = ids_.next_of<Contact>(), .first_name = person_given(), .last_name = families[below(12)]};
      contact.email = "nguoi" + std::to_string(k) + "@congty" + n + ".vn";
      contact.account_id = account.id;
      contact.owner_id = account.owner_id;
      contact.created_at = account.created_at;
      insert(contact);
    }
  }

  void add_activity(LeadId lead, OpportunityId opportunity, AccountId account, OwnerId owner) {
    Activity activity{.id = ids_.next_of<Activity>(), .kind = static_cast<ActivityKind>(below(3)), .subject = subjects[below(5)]};
    activity.lead_id = lead;
    activity.opportunity_id = opportunity;
    activity.account_id = account;
    activity.owner_id = owner;
    activity.created_at = ago(200);
    if (below(5) == 0) activity.due_at = Timestamp{clock_.now().ms + (static_cast<std::int64_t>(below(30 * 24)) - 5 * 24) * 60 * 60 * 1000};
    else activity.done_at = ago(200);
    insert(activity);
  }

  void add_opportunity(int i) {
    const bool is_open = i % 25 < 11;  // 8,800 of 20,000
    const Stage& stage = is_open ? open_[below(open_.size())] : ends_[below(ends_.size())];
    const AccountId account = accounts_[below(accounts_.size())];
    Opportunity record{.id = ids_.next_of<Opportunity>(), .name = std::string(wishes[below(6)]) + " – " + trades[below(8)] + " " + marks[below(8)] + " " + std::to_string(i)};
    record.account_id = account;
    record.pipeline_id = stage.pipeline_id;
    record.stage_id = stage.id;
    record.amount = Money{static_cast<std::int64_t>(1 + below(2000)) * 1'000'000, {}};
    record.owner_id = owners_[below(owners_.size())];
    record.needs = "Như đã trao đổi";
    record.created_at = ago(700);
    const auto today = clock_.today();
    record.expected_close = Date{today.days - 20 + static_cast<std::int32_t>(below(120))};
    if (!is_open) record.closed_on = Date{today.days - static_cast<std::int32_t>(below(700))};
    if (stage.kind == StageKind::lost) record.loss_reason = "price";
    insert(record);
    Timestamp entered = is_open ? ago(45) : Timestamp::at(*record.closed_on, 600, 420);
    std::int64_t before = entered.ms;
    for (std::size_t k = is_open ? 0 : below(4); k > 0; --k) {
      const std::int64_t start = before - static_cast<std::int64_t>(1 + below(20)) * day_ms;
      insert(StageVisit{.id = ids_.next_of<StageVisit>(), .opportunity_id = record.id, .stage_id = open_[k - 1].id, .entered_at = Timestamp{start}, .left_at = Timestamp{before}});
      before = start;
    }
    insert(StageVisit{.id = ids_.next_of<StageVisit>(), .opportunity_id = record.id, .stage_id = stage.id, .entered_at = entered});
    for (std::size_t k = below(5); k > 0; --k) add_activity({}, record.id, account, record.owner_id);
  }

  void add_lead(int i) {
    const std::string n = std::to_string(i);
    Lead lead{.id = ids_.next_of<Lead>(), .first_name = person_given(), .last_name = families[below(12)],
              .company = std::string("Công ty TNHH ") + trades[below(8)] + " " + marks[below(8)] + " " + std::to_string(i % 5000)};
    lead.email = "nguoi" + n + "@khach" + std::to_string(i % 5000) + ".vn";
    lead.phone = "09" + std::to_string(10'000'000 + i);
    lead.city = cities[below(6)];
    lead.interest = wishes[below(6)];
    lead.status = static_cast<LeadStatus>(below(4));
    if (lead.status == LeadStatus::disqualified) lead.disqualify_reason = "no_need";
    lead.owner_id = owners_[below(owners_.size())];
    lead.estimated_budget = Money{static_cast<std::int64_t>(below(1000)) * 1'000'000, {}};
    if (below(2) == 0) lead.needs = "Cần trước quý sau";
    lead.created_at = ago(700);
    insert(lead);
    static constexpr std::array<const char*, 3> questions{"need", "ability", "timeframe"};
    for (std::size_t k = below(4); k > 0 && i % 2 == 0; --k)
      insert(CriterionAnswer{.id = ids_.next_of<CriterionAnswer>(), .lead_id = lead.id, .criterion = questions[k - 1], .answer = below(6) == 0 ? Answer::no : Answer::yes,
                             .evidence = "Đã nói qua điện thoại", .answered_at = ago(200)});
    if (below(2) == 0) add_activity(lead.id, {}, {}, lead.owner_id);
  }

  int leads_, opportunities_;
  test::FixedClock clock_;
  test::SeededIds ids_;
  test::SeededBits bits_{11};
  tests::TempFolder folder_;  // what leaves as a file has to be one
  store::Database db_ = must(store::Database::open(folder_.inside("data"), {}));
  std::unique_ptr<app::Session> session_;
  store::Transaction* transaction_ = nullptr;
  std::vector<OwnerId> owners_;
  std::vector<AccountId> accounts_;
  std::vector<Stage> open_, ends_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::printf("bench_big_data FILE [leads] [opportunities]\n");
    return 2;
  }
  BigData data(count > 2 ? std::atoi(arguments[2]) : 100'000, count > 3 ? std::atoi(arguments[3]) : 20'000);
  data.fill();
  data.write(arguments[1]);
  return 0;
}
