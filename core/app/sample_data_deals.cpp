// Opportunities with their history: each stage entered after its gate held, with the talks and papers that belong to it.
#include <algorithm>

#include "core/app/sample_data_teller.h"
#include "core/domain/record.h"
#include "core/domain/stage_rules.h"

namespace cohoi::app::sample {

namespace {

constexpr std::size_t proposal = 1, negotiation = 2, contract = 3, won = 4, lost = 5;
constexpr int days_per_stage = 11;

}  // namespace

void Teller::talk(ActivityKind kind, std::string subject, Timestamp done, const Opportunity& opportunity, ContactId contact, OwnerId owner) {
  Activity activity{.id = id<Activity>(), .kind = kind, .subject = std::move(subject)};
  activity.done_at = done;
  activity.due_at = done;
  activity.owner_id = owner;
  activity.lead_id = opportunity.lead_id;
  activity.opportunity_id = opportunity.id;
  activity.account_id = opportunity.account_id;
  activity.contact_id = contact;
  activity.created_at = done;
  story_.activities.push_back(std::move(activity));
}

void Teller::plan_next(const Opportunity& opportunity, ContactId contact) {
  const std::size_t dice = below(5);
  if (dice == 0) return;  // nothing planned: it rots by and by
  Activity activity{.id = id<Activity>(), .kind = dice == 1 ? ActivityKind::meeting : dice == 2 ? ActivityKind::call : ActivityKind::task};
  activity.subject = activity.kind == ActivityKind::meeting ? say("Khảo sát tại xưởng", "Site visit")
                     : activity.kind == ActivityKind::call  ? say("Gọi về báo giá", "Call about the offer")
                                                            : say("Gửi tài liệu kỹ thuật", "Send the data sheet");
  activity.due_at = days_ago(dice == 4 ? 1 + static_cast<int>(below(6)) : -static_cast<int>(below(14)));  // some are overdue
  activity.owner_id = opportunity.owner_id;
  activity.lead_id = opportunity.lead_id;
  activity.opportunity_id = opportunity.id;
  activity.account_id = opportunity.account_id;
  activity.contact_id = contact;
  activity.created_at = days_ago(8);
  story_.activities.push_back(std::move(activity));
}

// What the gates up to a stage ask for, as it would have been written down by then.
void Teller::fill_for(Opportunity& opportunity, std::size_t stage, bool foreign, Timestamp begun) {
  if (stage >= negotiation) {
    opportunity.supplier_dropped = one_in(2) ? SupplierDropped::yes : SupplierDropped::none;
    if (opportunity.supplier_dropped == SupplierDropped::yes) opportunity.present_supplier = foreign ? "Aqua Trading" : "Công ty Thiết bị Cũ";
    opportunity.payment_terms_discussed = true;
    opportunity.expected_close = Date{std::max(day(begun).days + 60, day(ground_.now).days + 5 + static_cast<int>(below(60)))};
  }
  if (stage >= contract) {
    opportunity.payment_terms = say("Đặt cọc 40%, thanh toán 60% khi giao hàng", "40% with the order, 60% on delivery");
    opportunity.contract_drafted = true;
  }
}

void Teller::follow(Opportunity opportunity, const Contact& contact, const Account& account, const Ware& ware, std::size_t target,
                    bool from_lead) {
  const bool foreign = is_foreign(account);
  // The last open stage it came to; a lost one may have ended anywhere.
  const std::size_t reached = target == won ? contract : target == lost ? below(4) : target;
  const int in_last = static_cast<int>(1 + below(target < contract ? 30 : 12));
  const int closed_ago = target >= won ? static_cast<int>(1 + below(120)) : 0;
  int ago = closed_ago + in_last + static_cast<int>(reached) * days_per_stage;
  const Timestamp begun = days_ago(ago);
  const std::int64_t quantity = 1 + static_cast<std::int64_t>(below(4));
  const Money amount = price_of(ware, quantity, foreign);

  opportunity.needs = say(ware.needs_vi, ware.needs_en);
  opportunity.created_at = begun;
  if (from_lead) make_converted_lead(opportunity, contact, account, ware, begun);
  if (reached >= proposal || one_in(2)) opportunity.amount = amount;
  const Timestamp before{begun.ms - 3'600'000};
  talk(ActivityKind::call, say("Cuộc gọi đầu tiên", "First call"), before, opportunity, contact.id, opportunity.owner_id);
  story_.roles.push_back({.id = id<ContactRole>(), .opportunity_id = opportunity.id, .contact_id = contact.id,
                          .part = reached >= proposal ? Part::decision_maker : Part::influencer, .primary = true});
  fill_for(opportunity, reached, foreign, begun);

  Timestamp entered = begun;
  for (std::size_t stage = 0; stage <= reached; ++stage) {
    StageVisit visit{.id = id<StageVisit>(), .opportunity_id = opportunity.id, .stage_id = ground_.stages[stage].id};
    visit.entered_at = entered;
    visit.entered_by = ground_.me.name;
    ago -= stage < reached ? days_per_stage : in_last;
    const Timestamp left = days_ago(std::max(ago, 0));
    if (stage < reached || target >= won) visit.left_at = left;
    opportunity.stage_id = visit.stage_id;
    story_.visits.push_back(visit);
    if (stage == proposal) talk(ActivityKind::email, say("Đã gửi báo giá", "Offer sent"), Timestamp{entered.ms + 7'200'000}, opportunity, contact.id, opportunity.owner_id);
    if (stage == negotiation) talk(ActivityKind::meeting, say("Họp về điều khoản", "Talk about terms"), Timestamp{entered.ms + 7'200'000}, opportunity, contact.id, opportunity.owner_id);
    entered = left;
  }
  opportunity.pipeline_id = ground_.stages.front().pipeline_id;
  if (target >= won) {
    const Stage& end = ground_.stages[target];
    if (target == won) {
      opportunity.contract_signed = true;
      opportunity.contract_number = "HD-" + std::to_string(1000 + story_.opportunities.size());
    } else {
      constexpr std::array<std::string_view, 5> reasons{"price", "competitor", "no_budget", "timing", "no_decision"};
      opportunity.loss_reason = any_of(reasons);
      opportunity.lost_at_stage_id = opportunity.stage_id;
      if (opportunity.loss_reason == "competitor") opportunity.competitor = foreign ? "Hydra Systems" : "Thiết bị Bình Minh";
    }
    opportunity.closed_on = day(entered);
    opportunity.stage_id = end.id;
    story_.visits.push_back({.id = id<StageVisit>(), .opportunity_id = opportunity.id, .stage_id = end.id, .entered_at = entered, .entered_by = ground_.me.name});
  } else {
    plan_next(opportunity, contact.id);
  }
  if (opportunity.amount) {
    const auto product = std::find_if(story_.products.begin(), story_.products.end(), [&](const Product& one) { return one.code == ware.code; });
    LineItem item{.id = id<LineItem>(), .opportunity_id = opportunity.id, .product_id = product->id, .quantity = quantity};
    item.price = Money{amount.minor / quantity, amount.currency};
    story_.items.push_back(std::move(item));
  }
  if (target == won)
    for (Account& one : story_.accounts)
      if (one.id == account.id) one = with_sale(one, *opportunity.closed_on);  // P-6
  story_.opportunities.push_back(std::move(opportunity));
}

}  // namespace cohoi::app::sample
