// What each kind of record asks for besides its plain fields.
#include "core/app/import/planner.h"
#include "core/app/import/questions.h"
#include "core/app/import/words.h"
#include "core/base/person_name.h"
#include "core/base/text.h"
#include "core/domain/lead_rules.h"
#include "core/domain/stage_rules.h"

namespace cohoi::app {

namespace {

constexpr int noon = 12 * 60;

std::string joined(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a + b;
  return a + " – " + b;
}

}  // namespace

bool RowPlanner::finish(Account& account, PlannedRow& planned) {
  return !account.name.empty() || refuse(planned, msg("import.refused.no_name"));
}

bool RowPlanner::finish(Product& product, PlannedRow& planned) {
  if (product.name.empty()) product.name = product.code;
  return !product.name.empty() || refuse(planned, msg("import.refused.no_name"));
}

bool RowPlanner::finish(Contact& contact, PlannedRow& planned) {
  return !contact.last_name.empty() || refuse(planned, msg("import.refused.no_name"));
}

// C-0: what the file calls converted arrives Converted, marked as imported. A line that says two things is listed.
bool RowPlanner::finish(Lead& lead, PlannedRow& planned) {
  if (const Status whole = check_lead(lead); !whole) return refuse(planned, whole.error().message);
  const std::string word = text(Meaning::lead_status);
  if (!word.empty()) {
    const auto answer = answers_.statuses.find(compact(word));
    if (answer != answers_.statuses.end()) lead.status = enum_named<LeadStatus>(answer->second).value_or(LeadStatus::fresh);
  }
  std::optional<bool> converted;
  if (const Column* flag = column(Meaning::converted)) {
    if (const std::string written = text(*flag); !written.empty()) {
      const FieldInfo check{.key = "converted", .type = FieldType::check};
      const auto value = parse_field(check, written, {}, 0);
      if (!value) return refuse(planned, msg("import.refused.value", table_.header()[flag->index], written, std::vector<Message>{value.error().message}));
      converted = std::get<std::int64_t>(*value) != 0;
    }
  }
  const bool by_status = lead.status == LeadStatus::converted;
  if (converted && *converted && lead.status == LeadStatus::disqualified) planned.doubts.push_back(msg("import.doubt.converted_yet_disqualified", word));
  if (converted && !*converted && by_status) {
    planned.doubts.push_back(msg("import.doubt.not_converted_yet_so_called", word));
    lead.status = LeadStatus::working;
  }
  if (converted.value_or(by_status)) {
    lead.status = LeadStatus::converted;
    lead.imported_converted = true;
    planned.converted = true;
  } else if (lead.status == LeadStatus::disqualified) {
    lead.disqualify_reason = "other";
    lead.disqualify_note = word;
  }
  return true;
}

bool RowPlanner::finish(Opportunity& opportunity, PlannedRow& planned) {
  if (opportunity.name.empty()) {
    const std::string product = text(Meaning::product);
    const std::string thing = product.empty() ? text(Meaning::account) : product;
    // The product's own name once it is known which one is meant.
    std::string shown = thing;
    if (const auto answer = answers_.products.find(compact(product)); !product.empty() && answer != answers_.products.end()) {
      if (const auto id = Uuid::parse(answer->second))
        for (const Product& one : directory_.products)
          if (one.id.uuid == *id) shown = one.name;
    }
    opportunity.name = joined(shown, text(Meaning::external_id));
  }
  if (opportunity.name.empty()) return refuse(planned, msg("import.refused.no_name"));
  if (directory_.stages.empty()) return refuse(planned, msg("import.refused.no_stage"));
  const Stage* stage = &directory_.stages.front();
  if (const std::string word = text(Meaning::stage); !word.empty()) {
    const auto answer = answers_.stages.find(compact(word));
    const auto id = answer == answers_.stages.end() ? std::nullopt : Uuid::parse(answer->second);
    const Stage* named = id ? directory_.stage(StageId{*id}) : nullptr;
    if (!named) return refuse(planned, msg("import.refused.left_out_stage", word));
    stage = named;
  }
  // A word that means neither end leaves the stage as it is.
  const std::string outcome = text(Meaning::outcome);
  if (const Stage* end = outcome.empty() ? nullptr : guess_stage(outcome, directory_.stages); end && end->kind != StageKind::open) stage = end;
  opportunity.pipeline_id = stage->pipeline_id;
  opportunity.stage_id = stage->id;
  if (const Column* close = column(Meaning::close_date)) {
    const auto date = read_date(*close, planned);
    if (planned.fate == Fate::refused) return false;
    if (stage->kind != StageKind::open) opportunity.closed_on = date;
    else if (!opportunity.expected_close) opportunity.expected_close = date;
  }
  if (const Column* entered = column(Meaning::entered_on)) {
    const auto date = read_date(*entered, planned);
    if (planned.fate == Fate::refused) return false;
    if (date && !column(Meaning::created_at)) opportunity.created_at = Timestamp::at(*date, noon, around_.utc_offset_minutes);
  }
  if (stage->kind != StageKind::open && !opportunity.closed_on) planned.doubts.push_back(msg("import.doubt.no_close_date"));
  if (opportunity.closed_on && opportunity.created_at && opportunity.created_at->date(around_.utc_offset_minutes) > *opportunity.closed_on &&
      (column(Meaning::entered_on) || column(Meaning::created_at)))
    planned.doubts.push_back(msg("import.doubt.closed_before_created"));
  return true;
}

// What a file calls done and gives no time for was done when it was due, else when it was written down.
bool RowPlanner::finish(Activity& activity, PlannedRow& planned) {
  if (!writes("kind")) activity.kind = usual_kind_;
  const bool needs_words = activity.kind == ActivityKind::task || (activity.kind == ActivityKind::note && activity.notes.empty());
  if (needs_words && activity.subject.empty()) return refuse(planned, msg("import.refused.no_name"));
  const bool done = activity.kind == ActivityKind::note || means_done(text(Meaning::done));
  if (done && !activity.done_at) activity.done_at = activity.due_at && *activity.due_at < around_.now ? activity.due_at : activity.created_at;
  return true;
}

OwnerId RowPlanner::owner_named(PlannedRow& planned) {
  const std::string name = text(Meaning::owner);
  if (name.empty()) return around_.me.id;
  const std::string key = fold(name);
  if (const auto* hit = directory_.owners.find(key)) return OwnerId{hit->id};
  Owner owner{.id = around_.ids.next_of<Owner>(), .name = name};
  if (!check_fields(owner)) return around_.me.id;
  directory_.owners.add(key, owner.id.uuid);
  planned.inserts.push_back(store::new_of(owner));
  ++planned.owners_made;
  return owner.id;
}

AccountId RowPlanner::account_named(PlannedRow& planned) {
  if (const Column* by_key = column(Meaning::account_key)) {
    if (const std::string key = text(*by_key); !key.empty() && key != "0") {
      const auto* hit = directory_.account_keys.find(key);
      if (hit && !hit->several) return AccountId{hit->id};
      if (text(Meaning::account).empty()) planned.doubts.push_back(msg("import.doubt.no_such_key", table_.header()[by_key->index], key));
    }
  }
  const std::string name = text(Meaning::account);
  if (name.empty()) return {};
  const std::string key = fold(name);
  if (const auto* hit = directory_.accounts.find(key)) {
    if (hit->several) planned.doubts.push_back(msg("import.doubt.several_accounts", name));
    return AccountId{hit->id};
  }
  Account account{.id = around_.ids.next_of<Account>(), .name = name, .owner_id = around_.me.id, .created_at = around_.now};
  if (!check_fields(account)) return {};
  directory_.accounts.add(key, account.id.uuid);
  planned.inserts.push_back(store::new_of(account));
  ++planned.accounts_made;
  return account.id;
}

ProductId RowPlanner::product_named(PlannedRow& planned) {
  const std::string word = text(Meaning::product);
  if (word.empty()) return {};
  std::string& answer = answers_.products[compact(word)];
  if (const auto id = Uuid::parse(answer)) return ProductId{*id};
  if (answer == answer_leave) return {};
  Product product{.id = around_.ids.next_of<Product>(), .name = word, .created_at = around_.now};
  if (!check_fields(product)) return {};
  planned.inserts.push_back(store::new_of(product));
  ++planned.products_made;
  answer = product.id.to_string();
  directory_.products.push_back(std::move(product));
  return directory_.products.back().id;
}

const Lookup::Hit* RowPlanner::lead_keyed(PlannedRow& planned) const {
  const Column* by_key = column(Meaning::lead_key);
  const std::string key = by_key ? text(*by_key) : std::string{};
  if (key.empty() || key == "0") return nullptr;
  const auto* hit = directory_.lead_keys.find(key);
  if (hit && !hit->several) return hit;
  planned.doubts.push_back(msg("import.doubt.no_such_key", table_.header()[by_key->index], key));
  return nullptr;
}

Status RowPlanner::link_lead(Opportunity& opportunity, PlannedRow& planned) {
  const auto* hit = lead_keyed(planned);
  if (!hit) return {};
  COHOI_TRY(auto lead, store::find(around_.db, LeadId{hit->id}));
  if (!lead) return {};
  opportunity.lead_id = lead->id;
  planned.linked_lead = true;
  if (lead->status != LeadStatus::converted) {
    planned.doubts.push_back(msg("import.doubt.lead_not_converted", title_of(*lead)));
    return {};
  }
  if (!lead->converted_opportunity_id.empty()) {
    planned.doubts.push_back(msg("import.doubt.lead_has_another", title_of(*lead)));
    return {};
  }
  lead->converted_opportunity_id = opportunity.id;
  if (lead->converted_account_id.empty()) lead->converted_account_id = opportunity.account_id;
  planned.puts.push_back(store::raw_of(*lead));
  return {};
}

// P-1: history stays where it arrives. What the gate would have missed is written beside it.
void RowPlanner::enter_stage(Opportunity& opportunity, PlannedRow& planned) {
  const Stage& stage = *directory_.stage(opportunity.stage_id);
  Opportunity before = opportunity;
  before.stage_id = {};
  const auto missing = missing_for_stage(GateFacts{before, {}, {}}, stage, directory_.stages);
  opportunity.imported_without_gate = planned.without_gate = !missing.empty();
  StageVisit visit{.id = around_.ids.next_of<StageVisit>(), .opportunity_id = opportunity.id, .stage_id = stage.id};
  visit.entered_at = opportunity.created_at;
  if (opportunity.closed_on) visit.entered_at = Timestamp::at(*opportunity.closed_on, noon, around_.utc_offset_minutes);
  else if (const Column* entered = column(Meaning::entered_on))
    if (const auto date = parse_date(text(*entered), answers_.date_order[entered->index]))
      visit.entered_at = Timestamp::at(*date, noon, around_.utc_offset_minutes);
  visit.entered_by = around_.me.name;
  visit.missing = gate_tags(missing);
  visit.imported_without_gate = !missing.empty();
  planned.inserts.push_back(store::new_of(opportunity));
  planned.inserts.push_back(store::new_of(visit));
  planned.won = stage.kind == StageKind::won;
  planned.lost = stage.kind == StageKind::lost;
}

Status RowPlanner::surround(Opportunity& opportunity, PlannedRow& planned) {
  planned.without_account = opportunity.account_id.empty();
  COHOI_CHECK(link_lead(opportunity, planned));
  const ProductId product = product_named(planned);
  enter_stage(opportunity, planned);
  if (!product.empty()) {
    LineItem item{.id = around_.ids.next_of<LineItem>(), .opportunity_id = opportunity.id, .product_id = product};
    if (opportunity.amount && opportunity.amount->minor > 0) item.price = opportunity.amount;
    planned.inserts.push_back(store::new_of(item));
  }
  if (planned.won && !opportunity.account_id.empty()) {
    auto& since = customers_[opportunity.account_id.uuid];
    if (opportunity.closed_on && (!since || *opportunity.closed_on < *since)) since = opportunity.closed_on;
  }
  return {};
}

Result<std::optional<RowPlanner::Late>> RowPlanner::next_parent() {
  while (!children_.empty()) {
    const auto& [child, name] = children_.back();
    const auto* hit = directory_.accounts.find(fold(name));
    if (!hit) {
      Account parent{.id = around_.ids.next_of<Account>(), .name = name, .owner_id = around_.me.id, .created_at = around_.now};
      if (!check_fields(parent)) {
        children_.pop_back();
        continue;
      }
      directory_.accounts.add(fold(name), parent.id.uuid);
      return std::optional{Late{store::raw_of(parent), true}};
    }
    const AccountId parent{hit->id};
    COHOI_TRY(auto account, store::find(around_.db, AccountId{child}));
    children_.pop_back();
    if (!account || parent == account->id) continue;
    account->parent_id = parent;
    return std::optional{Late{store::raw_of(*account), false}};
  }
  return std::optional<Late>{};
}

Result<std::optional<RowPlanner::Late>> RowPlanner::next_customer() {
  while (!customers_.empty()) {
    const auto [id, since] = *customers_.begin();
    customers_.erase(customers_.begin());
    COHOI_TRY(auto account, store::find(around_.db, AccountId{id}));
    if (!account) continue;
    if (since) account = with_sale(*std::move(account), *since);
    else account->status = AccountStatus::customer;
    return std::optional{Late{store::raw_of(*account), false}};
  }
  return std::optional<Late>{};
}

Result<std::optional<RowPlanner::Late>> RowPlanner::next_late() {
  COHOI_TRY(auto parent, next_parent());
  if (parent) return parent;
  return next_customer();
}

}  // namespace cohoi::app
