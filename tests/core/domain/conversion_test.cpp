#include "core/domain/conversion.h"

#include "core/domain/stage_rules.h"
#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;

namespace {

// A lead that passes, with everything plan_conversion asks for.
struct Case {
  Lead lead = samples::lead();
  std::vector<CriterionAnswer> answers = qualifying_answers();
  std::vector<Activity> activities{done_call()};
  ConversionChoice choice;
  ConversionTargets targets;
  DefaultPipeline pipeline = samples::pipeline();
  Settings settings;

  [[nodiscard]] Result<ConversionPlan> plan() const {
    const Qualification qualification = qualify(lead, criteria(), answers, settings, today());
    return plan_conversion(lead, qualification, activities, choice, targets, pipeline.pipeline, stage(pipeline, "needs"), settings);
  }

  void choose_account() {
    targets.account = account();
    choice.account = Target::existing;
    choice.account_id = account().id;
  }
  void choose_contact() {
    targets.contact = contact();
    choice.contact = Target::existing;
    choice.contact_id = contact().id;
  }
  void choose_opportunity() {
    targets.opportunity = opportunity(pipeline);
    choice.opportunity = Target::existing;
    choice.opportunity_id = targets.opportunity->id;
  }
};

}  // namespace

TEST_CASE("C-0 accepts: a qualified lead with a done call or meeting and written needs, authority unknown") {
  Case one;
  const auto plan = one.plan();
  REQUIRE(plan);
  CHECK(plan->missing.empty());
  CHECK(plan->opportunity.override_reason.empty());
}

TEST_CASE("C-0 refuses: and names each missing item in order") {
  Case one;
  one.answers[1].evidence.clear();
  one.answers[2].answer = Answer::unknown;
  one.activities[0].done_at.reset();
  one.lead.needs.clear();
  const auto plan = one.plan();
  REQUIRE_FALSE(plan);
  CHECK(plan.error().code == ErrorCode::refused);
  CHECK(plan.error().message.key == "refusal.conversion");
  CHECK(keys_of(plan.error().missing) ==
        std::vector<std::string>{"missing.evidence", "missing.criterion_unknown", "missing.relationship", "missing.needs"});
}

TEST_CASE("C-0 refuses: a lead that is unqualified, and an e-mail or a planned call as relationship") {
  Case no;
  no.answers[0].answer = Answer::no;
  CHECK(keys_of(no.plan().error().missing) == std::vector<std::string>{"missing.criterion_no"});
  Case mail;
  mail.activities[0].kind = ActivityKind::email;
  CHECK(keys_of(mail.plan().error().missing) == std::vector<std::string>{"missing.relationship"});
}

TEST_CASE("C-0 accepts: each part can be switched off, and a written reason overrides") {
  Case off;
  off.answers.clear();
  off.activities.clear();
  off.lead.needs.clear();
  CHECK_FALSE(off.plan());
  off.settings.gate_verdict = off.settings.gate_relationship = off.settings.gate_needs = false;
  CHECK(off.plan());

  Case forced;
  forced.activities.clear();
  forced.choice.override_reason = "   ";
  CHECK_FALSE(forced.plan());
  forced.choice.override_reason = "Khách hàng quen của giám đốc";
  const auto plan = forced.plan();
  REQUIRE(plan);
  CHECK(plan->opportunity.override_reason == "Khách hàng quen của giám đốc");
  CHECK(plan->missing.size() == 1);
}

TEST_CASE("C-0: a reason written when nothing is missing is not an override") {
  Case one;
  one.choice.override_reason = "cho chắc";
  CHECK(one.plan()->opportunity.override_reason.empty());
}

TEST_CASE("P-1 refuses: a conversion into a first stage whose gate asks more than C-0") {
  Case one;
  one.lead.estimated_budget.reset();
  CHECK(one.plan());
  for (Stage& first : one.pipeline.stages)
    if (first.key == "needs") first.gate = gate_tags({GateItem::relationship_built, GateItem::needs_written, GateItem::amount});
  CHECK(keys_of(one.plan().error().missing) == std::vector<std::string>{"gate.amount"});
  one.lead.estimated_budget = dong(1);
  CHECK(one.plan());
}

TEST_CASE("C-1 accepts: without targets one account, one contact of it, one opportunity, all the lead's owner's") {
  Case one;
  const auto plan = one.plan();
  REQUIRE(plan);
  CHECK(plan->account_is_new);
  CHECK(plan->account.kind == AccountKind::company);
  CHECK(plan->account.name == "Công ty TNHH Sao Mai");
  CHECK(plan->account.tax_code == "0312345678");
  CHECK(plan->account.status == AccountStatus::prospect);
  CHECK(plan->contact.last_name == "Nguyễn");
  CHECK(plan->contact.email == "an@saomai.vn");
  CHECK(plan->opportunity.stage_id == stage(one.pipeline, "needs").id);
  CHECK(plan->opportunity.pipeline_id == one.pipeline.pipeline.id);
  CHECK(plan->opportunity.lead_id == one.lead.id);
  for (const OwnerId owner : {plan->account.owner_id, plan->contact.owner_id, plan->opportunity.owner_id}) CHECK(owner == id<Owner>(7));
  one.choice.owner_id = id<Owner>(9);
  CHECK(one.plan()->opportunity.owner_id == id<Owner>(9));
}

TEST_CASE("C-1 accepts: the lead of an individual makes an individual account of that name") {
  Case one;
  one.lead.company.clear();
  const auto plan = one.plan();
  REQUIRE(plan);
  CHECK(plan->account.kind == AccountKind::individual);
  CHECK(plan->account.name == "Nguyễn Văn An");
  CHECK(plan->account.email == "an@saomai.vn");
}

TEST_CASE("C-1 refuses: a lead that names no person, unless a contact is chosen") {
  Case one;
  one.lead.first_name.clear();
  one.lead.last_name.clear();
  CHECK(one.plan().error().message.key == "error.conversion.no_person");
  one.choose_account();
  one.choose_contact();
  CHECK(one.plan());
}

TEST_CASE("C-1: a person of one name is called by it") {
  Case one;
  one.lead.last_name.clear();
  CHECK(one.plan()->contact.last_name == "Văn An");
  CHECK(one.plan()->contact.first_name.empty());
}

TEST_CASE("C-2 accepts: contact and account only") {
  Case one;
  one.choice.make_opportunity = false;
  const auto plan = one.plan();
  REQUIRE(plan);
  CHECK_FALSE(plan->makes_opportunity);
  CHECK(plan->answers.empty());
  CHECK(plan->contact.notes == "Gặp ở hội chợ");
}

TEST_CASE("C-2 refuses: no opportunity, and yet a name or an id of one") {
  Case named;
  named.choice.make_opportunity = false;
  named.choice.opportunity_name = "Máy in";
  CHECK(named.plan().error().message.key == "error.conversion.no_opportunity_named");
  Case chosen;
  chosen.choice.make_opportunity = false;
  chosen.choice.opportunity_id = id<Opportunity>(4);
  CHECK(chosen.plan().error().code == ErrorCode::invalid);
}

TEST_CASE("C-3 accepts: the default name, or a given one of 120 characters") {
  Case one;
  CHECK(one.plan()->opportunity.name == "Công ty TNHH Sao Mai – Máy in nhãn");
  one.lead.interest.clear();
  CHECK(default_opportunity_name(one.lead) == "Công ty TNHH Sao Mai");
  one.lead.company.clear();
  CHECK(default_opportunity_name(one.lead) == "Nguyễn Văn An");
  std::string name;
  for (int i = 0; i < 120; ++i) name += "ễ";
  one.choice.opportunity_name = name;
  CHECK(one.plan()->opportunity.name == name);
}

TEST_CASE("C-3 refuses: a longer name, given or default, is an error and not a cut") {
  Case given;
  given.choice.opportunity_name = std::string(121, 'x');
  CHECK(given.plan().error().message.key == "error.conversion.name_too_long");
  Case made;
  made.lead.interest = std::string(110, 'x');
  CHECK(made.plan().error().message.key == "error.conversion.name_too_long");
}

TEST_CASE("C-6 accepts: a contact of the chosen account") {
  Case one;
  one.choose_account();
  one.choose_contact();
  const auto plan = one.plan();
  REQUIRE(plan);
  CHECK_FALSE(plan->contact_is_new);
  CHECK(plan->contact.id == contact().id);
  CHECK(plan->opportunity.account_id == account().id);
}

TEST_CASE("C-6 refuses: a contact of another account, of none, or chosen without its account") {
  Case other;
  other.choose_account();
  other.choose_contact();
  other.targets.contact->account_id = id<Account>(99);
  CHECK(other.plan().error().message.key == "error.conversion.contact_of_other");
  Case none;
  none.choose_account();
  none.choose_contact();
  none.targets.contact->account_id = {};
  CHECK(none.plan().error().message.key == "error.conversion.contact_without_account");
  Case alone;
  alone.choose_contact();
  CHECK(alone.plan().error().message.key == "error.conversion.contact_needs_account");
}

TEST_CASE("C-6 refuses: an opportunity of another account, and chosen records that are gone") {
  Case other;
  other.choose_account();
  other.choose_opportunity();
  other.targets.opportunity->account_id = id<Account>(99);
  CHECK(other.plan().error().message.key == "error.conversion.opportunity_of_other");
  Case gone;
  gone.choose_account();
  gone.targets.account.reset();
  CHECK(gone.plan().error().code == ErrorCode::not_found);
}

TEST_CASE("C-7 accepts: the person's part becomes the role; an advisor's opportunity has its buyer still to find") {
  Case one;
  const auto plan = one.plan();
  REQUIRE(plan);
  CHECK(plan->role.part == Part::advisor);
  CHECK(plan->role.primary);
  const GateFacts facts{plan->opportunity, one.activities, std::span<const ContactRole>(&plan->role, 1)};
  CHECK_FALSE(passes(GateItem::buyer_role, facts));
}

TEST_CASE("C-7 refuses: to change the part somebody plays in the opportunity already, or to make a second primary") {
  Case one;
  one.choose_account();
  one.choose_contact();
  one.choose_opportunity();
  ContactRole there = role(Part::buyer, 3);
  there.contact_id = contact().id;
  one.targets.opportunity_roles = {there};
  const auto plan = one.plan();
  REQUIRE(plan);
  CHECK(plan->role.id == there.id);
  CHECK(plan->role.part == Part::buyer);
  CHECK_FALSE(plan->role.primary);
  one.targets.opportunity_roles[0].part = Part::unknown;
  CHECK(one.plan()->role.part == Part::advisor);
  one.targets.opportunity_roles[0].contact_id = id<Contact>(90);
  CHECK(one.plan()->role.id.empty());
  CHECK_FALSE(one.plan()->role.primary);
}

TEST_CASE("C-8 accepts: source, needs, terms, budget, tags and the answers with evidence and dates go along") {
  Case one;
  one.answers[0].evidence_activity_id = id<Activity>(5);
  const auto plan = one.plan();
  REQUIRE(plan);
  CHECK(plan->contact.source == "event");
  CHECK(plan->opportunity.source == "event");
  CHECK(plan->opportunity.amount == dong(250000000));
  CHECK(plan->opportunity.needs == one.lead.needs);
  CHECK(plan->opportunity.present_supplier == "In Nhanh");
  CHECK(plan->opportunity.payment_terms == "30 ngày");
  CHECK(plan->opportunity.notes == one.lead.notes);
  CHECK(plan->opportunity.tags == one.lead.tags);
  REQUIRE(plan->answers.size() == 4);
  CHECK(plan->answers[0].criterion == "need");
  CHECK(plan->answers[0].evidence == "họ nói vậy");
  CHECK(plan->answers[0].evidence_activity_id == id<Activity>(5));
  CHECK(plan->answers[0].answered_at == at(2026, 11, 21));
  CHECK(plan->answers[0].lead_id.empty());
  CHECK(plan->answers[0].id.empty());
  CHECK(plan->answers[3].answer == Answer::unknown);
}

TEST_CASE("C-8 accepts: a timeframe set by the expected month keeps that month as its evidence") {
  Case one;
  one.lead.expected_purchase = Month::from_ym(2027, 2);
  one.answers.pop_back();
  const auto plan = one.plan();
  REQUIRE(plan);
  CHECK(plan->answers[2].answer == Answer::yes);
  CHECK(plan->answers[2].evidence == "02/2027");
}

TEST_CASE("C-8 refuses: to replace a contact's source or what an opportunity has answered itself") {
  Case one;
  one.choose_account();
  one.choose_contact();
  one.targets.contact->source = "referral";
  one.choose_opportunity();
  CriterionAnswer own = answer("need", Answer::no);
  own.opportunity_id = id<Opportunity>(4);
  CriterionAnswer open = answer("ability", Answer::unknown);
  open.id = id<CriterionAnswer>(77);
  one.targets.opportunity_answers = {own, open};
  const auto plan = one.plan();
  REQUIRE(plan);
  CHECK(plan->contact.source == "referral");
  REQUIRE(plan->answers.size() == 3);
  CHECK(plan->answers[0].criterion == "ability");
  CHECK(plan->answers[0].id == id<CriterionAnswer>(77));
  CHECK(plan->answers[0].answer == Answer::yes);
}

TEST_CASE("C-8: no budget, no amount") {
  Case one;
  one.lead.estimated_budget.reset();
  CHECK_FALSE(one.plan()->opportunity.amount);
}

TEST_CASE("C-11 accepts: a lead in any other status is converted") {
  for (const LeadStatus status : {LeadStatus::fresh, LeadStatus::working, LeadStatus::nurturing}) {
    Case one;
    one.lead.status = status;
    CHECK(one.plan());
  }
}

TEST_CASE("C-11 refuses: a second conversion, and names what the first made") {
  Case one;
  one.lead.status = LeadStatus::converted;
  one.lead.converted_account_id = id<Account>(2);
  one.lead.converted_contact_id = id<Contact>(3);
  one.targets.made_before = {"Sao Mai", "Nguyễn Văn An"};
  const auto named = one.plan();
  REQUIRE_FALSE(named);
  CHECK(named.error().code == ErrorCode::conflict);
  CHECK(named.error().message.key == "refusal.converted");
  REQUIRE(named.error().missing.size() == 2);
  CHECK(named.error().missing[0] == msg("verbatim", std::string("Sao Mai")));
  CHECK(named.error().detail.find(id<Contact>(3).to_string()) != std::string::npos);
  one.targets.made_before.clear();
  CHECK(one.plan().error().missing.size() == 2);
  Case imported;
  imported.lead.status = LeadStatus::converted;
  CHECK(imported.plan().error().message.key == "refusal.converted_by_import");
}

TEST_CASE("C-12 accepts: values that fit their targets") {
  Case one;
  one.lead.company = std::string(100, 'x');
  CHECK(one.plan());
}

TEST_CASE("C-12 refuses: a value that does not fit its target, and says which") {
  Case one;
  one.lead.title = std::string(300, 'x');
  const auto plan = one.plan();
  REQUIRE_FALSE(plan);
  CHECK(plan.error().code == ErrorCode::invalid);
  CHECK(plan.error().message.key == "error.conversion.does_not_fit");
  CHECK(plan.error().detail == "contact.title");
}

TEST_CASE("C-12: what an existing record held before does not stop a conversion") {
  Case one;
  one.choose_account();
  one.targets.account->website = "not a web site";
  CHECK(one.plan());
}
