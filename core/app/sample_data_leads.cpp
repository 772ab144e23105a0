// Leads of every verdict and status, and those that became the opportunities.
#include <algorithm>

#include "core/app/sample_data_teller.h"
#include "core/base/text.h"

namespace cohoi::app::sample {

namespace {

constexpr std::size_t lead_count = 200;

constexpr auto prospects_vi = std::to_array<std::string_view>(
    {"Công ty TNHH Nước khoáng Vĩnh Hảo Xanh", "Công ty CP Cà phê Ban Mê", "Xưởng gốm Bát Tràng Mới", "Công ty TNHH In ấn Hoàng Long",
     "Nhà hàng Sen Hồ Tây", "Công ty CP Chè Thái Nguyên Xanh", "Trang trại Tôm Bạc Liêu", "Công ty TNHH Điện tử Việt Tín",
     "Công ty CP Cao su Dầu Tiếng Mới", "Phòng khám Đa khoa Tâm Đức", "Công ty TNHH Kho lạnh Phương Bắc", "Công ty CP Đồ gỗ An Cường Phát"});
constexpr auto prospects_en = std::to_array<std::string_view>(
    {"Harbour Brewing Co", "Alpine Dairy AG", "Coral Bay Resorts", "Redwood Packaging Inc.", "Nordlys Fisk AS", "Delta Rice Mills"});

struct Said {
  std::string_view criterion, vi, en;
};
constexpr auto said = std::to_array<Said>({
    {"need", "Xưởng đang thiếu công suất, phải thay thiết bị cũ", "The plant is short of capacity and must replace old equipment"},
    {"ability", "Ngân sách năm đã được duyệt", "This year's budget is approved"},
    {"timeframe", "Muốn vận hành trong quý tới", "Wants it running next quarter"},
    {"authority", "Là người ký hợp đồng", "Signs the contract"},
});

}  // namespace

void Teller::answer(const Lead& lead, std::string_view criterion, Answer said_so, std::string_view evidence, Timestamp when) {
  story_.answers.push_back({.id = id<CriterionAnswer>(), .lead_id = lead.id, .criterion = std::string(criterion), .answer = said_so,
                            .evidence = std::string(evidence), .answered_at = when, .answered_by = ground_.me.name});
}

void Teller::make_converted_lead(Opportunity& opportunity, const Contact& contact, const Account& account, const Ware& ware, Timestamp converted) {
  Lead lead{.id = id<Lead>(), .first_name = contact.first_name, .last_name = contact.last_name, .title = contact.title};
  if (account.kind == AccountKind::company) lead.company = account.name;
  lead.part = Part::decision_maker;
  lead.email = contact.email;
  lead.phone = contact.phone;
  lead.source = account.source;
  lead.interest = say(ware.name, ware.name_en);
  lead.needs = say(ware.needs_vi, ware.needs_en);
  lead.owner_id = opportunity.owner_id;
  lead.status = LeadStatus::converted;
  lead.converted_account_id = account.id;
  lead.converted_contact_id = contact.id;
  lead.converted_opportunity_id = opportunity.id;
  lead.converted_at = converted;
  lead.created_at = Timestamp{converted.ms - static_cast<std::int64_t>(5 + below(30)) * 86'400'000};
  opportunity.lead_id = lead.id;
  const Timestamp asked{converted.ms - 86'400'000};
  for (const Said& one : said) {
    if (one.criterion == "authority" && one_in(3)) continue;  // a signal, never required
    answer(lead, one.criterion, Answer::yes, say(one.vi, one.en), asked);
    CriterionAnswer taken = story_.answers.back();  // C-8
    taken.id = id<CriterionAnswer>();
    taken.lead_id = {};
    taken.opportunity_id = opportunity.id;
    story_.answers.push_back(std::move(taken));
  }
  story_.leads.push_back(std::move(lead));
}

void Teller::plan_task(const Lead& lead, std::size_t number) {
  Activity activity{.id = id<Activity>(), .kind = number % 2 == 0 ? ActivityKind::call : ActivityKind::task};
  activity.subject = activity.kind == ActivityKind::call ? say("Hỏi về ngân sách", "Ask about the budget") : say("Gửi tài liệu giới thiệu", "Send the brochure");
  activity.due_at = days_ago(number % 3 == 0 ? 1 + static_cast<int>(below(9)) : -static_cast<int>(below(12)));
  activity.owner_id = lead.owner_id;
  activity.lead_id = lead.id;
  activity.created_at = lead.created_at;
  story_.activities.push_back(std::move(activity));
}

void Teller::make_open_lead(std::size_t number) {
  const bool foreign = number % 6 == 5, individual = number % 9 == 4;
  const Ware& ware = wares[number % wares.size()];
  Lead lead{.id = id<Lead>()};
  lead.first_name = foreign ? any_of(foreign_firsts) : any_of(given_names);
  lead.last_name = foreign ? any_of(foreign_lasts) : any_of(family_names);
  lead.title = individual ? "" : std::string(english() ? any_of(titles_en) : any_of(titles_vi));
  if (!individual) lead.company = foreign ? any_of(prospects_en) : any_of(prospects_vi);
  lead.part = static_cast<Part>(below(6));
  const auto given = words(fold(lead.first_name)), family = words(fold(lead.last_name));
  lead.email = given.back() + "." + family.back() + std::to_string(number) + (foreign ? "@example.com" : "@example.vn");
  if (!one_in(5)) lead.phone = "09" + std::to_string(10 + below(89)) + " " + std::to_string(100 + below(900)) + " " + std::to_string(100 + below(900));
  lead.country = foreign ? "" : "Việt Nam";
  lead.source = any_of(sources);
  lead.interest = say(ware.name, ware.name_en);
  lead.owner_id = some_owner();
  lead.created_at = days_ago(3 + static_cast<int>(below(90)));
  if (!one_in(3)) lead.estimated_budget = price_of(ware, 1 + static_cast<std::int64_t>(below(3)), foreign);

  // How far the asking came: nothing, one answer wanting, all but evidence, a No, all there, ready to convert.
  const std::size_t depth = number % 6;
  const Timestamp asked{lead.created_at->ms + 86'400'000};
  const auto yes = [&](std::size_t i, bool evidence = true) {
    answer(lead, said[i].criterion, Answer::yes, evidence ? say(said[i].vi, said[i].en) : std::string(), asked);
  };
  if (depth >= 1) yes(0, depth != 2);
  if (depth >= 2 && depth != 3) yes(1);
  if (depth == 3) answer(lead, "ability", Answer::no, say("Năm nay không có ngân sách", "No budget this year"), asked);
  if (depth >= 4) {
    if (number % 4 == 0) lead.expected_purchase = add_months(Month::of(day(ground_.now)), 1 + static_cast<int>(below(4)));
    else yes(2);
  }
  if (depth >= 4 && one_in(2)) yes(3);
  if (depth == 5) lead.needs = say(ware.needs_vi, ware.needs_en);

  lead.status = depth == 0 ? LeadStatus::fresh : number % 7 == 6 ? LeadStatus::nurturing : LeadStatus::working;
  if (depth == 3 && !one_in(3)) {
    constexpr std::array<std::string_view, 4> reasons{"no_ability", "not_now", "no_need", "duplicate"};
    lead.status = LeadStatus::disqualified;
    lead.disqualify_reason = any_of(reasons);
  }
  if (depth >= 4 || depth == 1) {
    Activity call{.id = id<Activity>(), .kind = number % 4 == 1 ? ActivityKind::meeting : ActivityKind::call};
    call.subject = say("Cuộc gọi đầu tiên", "First call");
    call.done_at = call.due_at = asked;
    call.owner_id = lead.owner_id;
    call.lead_id = lead.id;
    call.created_at = asked;
    story_.activities.push_back(std::move(call));
  }
  if (lead.status != LeadStatus::disqualified && number % 3 != 1) plan_task(lead, number);
  story_.leads.push_back(std::move(lead));
}

void Teller::make_leads() {
  for (std::size_t number = 0; story_.leads.size() < lead_count; ++number) make_open_lead(number);
}

}  // namespace cohoi::app::sample
