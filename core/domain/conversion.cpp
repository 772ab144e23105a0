#include "core/domain/conversion.h"

#include <algorithm>

#include "core/base/person_name.h"
#include "core/base/text.h"
#include "core/domain/conversion_merge.h"
#include "core/domain/labels.h"
#include "core/domain/stage_rules.h"

namespace cohoi {
namespace {

Error already_converted(const Lead& lead, const std::vector<std::string>& made_before) {
  Error error{ErrorCode::conflict, {}, {}, {}};
  const auto list_id = [&](const char* what, const std::string& id) {
    if (id.empty()) return;
    if (!error.detail.empty()) error.detail += ' ';
    error.detail += std::string(what) + ":" + id;
    if (made_before.empty()) error.missing.push_back(msg("verbatim", id));
  };
  list_id("account", lead.converted_account_id.to_string());
  list_id("contact", lead.converted_contact_id.to_string());
  list_id("opportunity", lead.converted_opportunity_id.to_string());
  for (const std::string& title : made_before) error.missing.push_back(msg("verbatim", title));
  error.message = error.missing.empty() ? msg("refusal.converted_by_import") : msg("refusal.converted", error.missing);
  return error;
}

// C-2, C-6 and what else a choice can contradict itself in.
Status check_choice(const ConversionChoice& choice, const ConversionTargets& targets) {
  const bool names_opportunity =
      choice.opportunity == Target::existing || !tidy(choice.opportunity_name).empty() || !choice.opportunity_id.empty();
  if (!choice.make_opportunity && names_opportunity) return fail(ErrorCode::invalid, msg("error.conversion.no_opportunity_named"));
  if (choice.account == Target::existing && (!targets.account || targets.account->id != choice.account_id))
    return fail(ErrorCode::not_found, msg("error.conversion.account_gone"));
  if (choice.contact == Target::existing) {
    if (!targets.contact || targets.contact->id != choice.contact_id)
      return fail(ErrorCode::not_found, msg("error.conversion.contact_gone"));
    const std::string person = title_of(*targets.contact);
    if (targets.contact->account_id.empty()) return fail(ErrorCode::invalid, msg("error.conversion.contact_without_account", person));
    if (choice.account == Target::create) return fail(ErrorCode::invalid, msg("error.conversion.contact_needs_account", person));
    if (targets.contact->account_id != targets.account->id)
      return fail(ErrorCode::invalid, msg("error.conversion.contact_of_other", person, targets.account->name));
  }
  if (choice.make_opportunity && choice.opportunity == Target::existing) {
    if (!targets.opportunity || targets.opportunity->id != choice.opportunity_id)
      return fail(ErrorCode::not_found, msg("error.conversion.opportunity_gone"));
    const AccountId& account = targets.opportunity->account_id;
    if (!account.empty() && (choice.account == Target::create || account != targets.account->id))
      return fail(ErrorCode::invalid, msg("error.conversion.opportunity_of_other", targets.opportunity->name));
  }
  return {};
}

Status plan_account(const Lead& lead, const ConversionChoice& choice, const ConversionTargets& targets, bool phone_allowed,
                    bool email_allowed, OwnerId owner, ConversionPlan& plan) {
  Account offer = account_from_lead(lead);
  if (!phone_allowed) offer.phone.clear();
  if (!email_allowed) offer.email.clear();
  plan.account_is_new = choice.account == Target::create;
  if (!plan.account_is_new) {
    plan.account = *targets.account;
    return merge_offer(plan.account, offer, choice.take_lead_value, plan.outcomes);
  }
  plan.account = std::move(offer);
  plan.account.owner_id = owner;
  return {};
}

Status plan_contact(const Lead& lead, const ConversionChoice& choice, const ConversionTargets& targets, OwnerId owner,
                    ConversionPlan& plan) {
  Contact offer = contact_from_lead(lead, !choice.make_opportunity);
  plan.contact_is_new = choice.contact == Target::create;
  if (!plan.contact_is_new) {
    plan.contact = *targets.contact;
    return merge_offer(plan.contact, offer, choice.take_lead_value, plan.outcomes);
  }
  plan.contact = std::move(offer);
  plan.contact.owner_id = owner;
  plan.contact.account_id = plan.account.id;
  return {};
}

Status plan_opportunity(const Lead& lead, const ConversionChoice& choice, const ConversionTargets& targets, const Pipeline& pipeline,
                        const Stage& first_stage, OwnerId owner, ConversionPlan& plan) {
  Opportunity offer = opportunity_from_lead(lead);
  plan.opportunity_is_new = choice.opportunity == Target::create;
  if (!plan.opportunity_is_new) {
    plan.opportunity = *targets.opportunity;
    if (plan.opportunity.account_id.empty()) plan.opportunity.account_id = plan.account.id;
    if (plan.opportunity.lead_id.empty()) plan.opportunity.lead_id = lead.id;
    return merge_offer(plan.opportunity, offer, choice.take_lead_value, plan.outcomes);
  }
  plan.opportunity = std::move(offer);
  plan.opportunity.name = tidy(choice.opportunity_name);
  if (plan.opportunity.name.empty()) plan.opportunity.name = default_opportunity_name(lead);
  plan.opportunity.account_id = plan.account.id;
  plan.opportunity.owner_id = owner;
  plan.opportunity.pipeline_id = pipeline.id;
  plan.opportunity.stage_id = first_stage.id;
  plan.opportunity.lead_id = lead.id;
  return {};
}

// C-7. The first person of an opportunity is its primary one.
ContactRole role_of(const Lead& lead, const ConversionTargets& targets, const ConversionPlan& plan) {
  ContactRole role;
  if (!plan.opportunity_is_new && !plan.contact_is_new) {
    const auto& roles = targets.opportunity_roles;
    const auto known = std::find_if(roles.begin(), roles.end(), [&](const ContactRole& one) { return one.contact_id == plan.contact.id; });
    if (known != roles.end()) role = *known;
  }
  if (role.part == Part::unknown) role.part = lead.part;
  if (role.id.empty()) {
    role.opportunity_id = plan.opportunity.id;
    role.contact_id = plan.contact.id;
    role.primary = plan.opportunity_is_new || targets.opportunity_roles.empty();
  }
  return role;
}

// The month that set the answer goes along as the evidence: an opportunity has no such field of its own.
std::string evidence_of(const Lead& lead, const Standing& standing) {
  std::string evidence = standing.given ? standing.given->evidence : std::string{};
  if (!standing.from_expected_month || !lead.expected_purchase) return evidence;
  const Month month = *lead.expected_purchase;
  std::string written = (month.month() < 10 ? "0" : "") + std::to_string(month.month()) + "/" + std::to_string(month.year());
  return evidence.empty() ? written : evidence + " (" + written + ")";
}

std::vector<CriterionAnswer> answers_for_opportunity(const Lead& lead, const Qualification& qualification, const ConversionTargets& targets,
                                                     const ConversionPlan& plan) {
  std::vector<CriterionAnswer> answers;
  for (const Standing& standing : qualification.standings) {
    CriterionAnswer answer = standing.given ? *standing.given : CriterionAnswer{};
    answer.id = {};
    answer.lead_id = {};
    answer.opportunity_id = plan.opportunity.id;
    answer.criterion = standing.criterion.key;
    if (answer.question.empty()) answer.question = standing.criterion.question;
    answer.answer = standing.answer;
    answer.evidence = evidence_of(lead, standing);
    if (!plan.opportunity_is_new) {
      const auto& there = targets.opportunity_answers;
      const auto known = std::find_if(there.begin(), there.end(), [&](const CriterionAnswer& one) { return one.criterion == answer.criterion; });
      if (known != there.end() && (known->answer != Answer::unknown || answer.answer == Answer::unknown)) continue;
      if (known != there.end()) answer.id = known->id;
    }
    answers.push_back(std::move(answer));
  }
  return answers;
}

// C-0 has shown the relationship and the needs, or the user has switched that off; anything else the first stage asks is new (P-1).
void ask_first_stage(const ConversionPlan& plan, const std::vector<Activity>& activities, const Stage& first_stage,
                     std::vector<MissingForConversion>& missing) {
  const GateFacts facts{plan.opportunity, activities, std::span<const ContactRole>(&plan.role, 1)};
  for (const GateItem item : gate_of(first_stage)) {
    if (item == GateItem::relationship_built || item == GateItem::needs_written || passes(item, facts)) continue;
    missing.push_back({ConversionNeed::stage_gate, std::string(name_of(item)), gate_item_name(item)});
  }
}

// C-12: a value that does not fit its target fails the conversion. A user must not be stopped by what an old record held before.
template <class Record>
Status check_fit(const Record& after, const Record* before) {
  Status status;
  Record::fields(after, [&](const FieldInfo& info, const auto& member) {
    const Value value = to_value(member);
    if (!status || (before && value_of(*before, info.key) == value)) return;
    if (auto fits = check_field(info, value); !fits) {
      const std::string key(info.key);
      status = fail(ErrorCode::invalid,
                    msg("error.conversion.does_not_fit", std::vector<Message>{field_label(key)}, std::vector<Message>{fits.error().message}),
                    std::string(name_of(Record::entity)) + "." + key);
    }
  });
  return status;
}

Status check_fits(const ConversionPlan& plan, const ConversionTargets& targets) {
  if (plan.contact_is_new && plan.contact.last_name.empty())
    return fail(ErrorCode::invalid, msg("error.conversion.no_person"), "contact.last_name");
  constexpr std::size_t name_limit = 120;  // C-3
  if (plan.makes_opportunity && plan.opportunity_is_new && utf16_length(plan.opportunity.name) > name_limit)
    return fail(ErrorCode::invalid, msg("error.conversion.name_too_long", static_cast<std::int64_t>(name_limit)), "opportunity.name");
  COHOI_CHECK(check_fit(plan.account, plan.account_is_new ? nullptr : &*targets.account));
  COHOI_CHECK(check_fit(plan.contact, plan.contact_is_new ? nullptr : &*targets.contact));
  if (!plan.makes_opportunity) return {};
  return check_fit(plan.opportunity, plan.opportunity_is_new ? nullptr : &*targets.opportunity);
}

void keep_override(const std::string& reason, Opportunity& opportunity) {
  if (!opportunity.override_reason.empty()) opportunity.override_reason += "\n";
  opportunity.override_reason += reason;
}

}  // namespace

std::string default_opportunity_name(const Lead& lead) {
  const std::string who = lead.company.empty() ? full_name(lead.first_name, lead.last_name) : lead.company;
  return lead.interest.empty() ? who : who + " – " + lead.interest;
}

Error conversion_refusal(const std::vector<MissingForConversion>& missing) {
  Error error{ErrorCode::refused, {}, {}, {}};
  for (const MissingForConversion& one : missing) error.missing.push_back(one.message);
  error.message = msg("refusal.conversion", error.missing);
  return error;
}

Result<ConversionPlan> plan_conversion(const Lead& lead, const Qualification& qualification, const std::vector<Activity>& activities,
                                       const ConversionChoice& choice, const ConversionTargets& targets, const Pipeline& pipeline,
                                       const Stage& first_stage, const Settings& settings) {
  if (lead.status == LeadStatus::converted) return tl::unexpected<Error>(already_converted(lead, targets.made_before));
  COHOI_CHECK(check_choice(choice, targets));

  ConversionPlan plan;
  plan.makes_opportunity = choice.make_opportunity;
  const OwnerId owner = choice.owner_id.empty() ? lead.owner_id : choice.owner_id;
  const bool keeps_contact = choice.contact == Target::existing;
  const bool phone_allowed = !(keeps_contact && targets.contact->do_not_call);
  const bool email_allowed = !(keeps_contact && targets.contact->do_not_email);
  COHOI_CHECK(plan_account(lead, choice, targets, phone_allowed, email_allowed, owner, plan));
  COHOI_CHECK(plan_contact(lead, choice, targets, owner, plan));

  plan.missing = missing_for_conversion(lead, qualification, activities, settings);
  if (choice.make_opportunity) {
    COHOI_CHECK(plan_opportunity(lead, choice, targets, pipeline, first_stage, owner, plan));
    plan.role = role_of(lead, targets, plan);
    plan.answers = answers_for_opportunity(lead, qualification, targets, plan);
    if (plan.opportunity_is_new) ask_first_stage(plan, activities, first_stage, plan.missing);
  }
  if (!plan.missing.empty()) {
    const std::string reason = tidy_long(choice.override_reason);
    if (reason.empty()) return tl::unexpected<Error>(conversion_refusal(plan.missing));
    if (choice.make_opportunity) keep_override(reason, plan.opportunity);
  }

  COHOI_CHECK(check_fits(plan, targets));
  return plan;
}

Lead lead_from_contact(const Contact& contact, const std::optional<Account>& account) {
  Lead lead;
  lead.contact_id = contact.id;
  lead.account_id = account ? account->id : contact.account_id;
  lead.first_name = contact.first_name;
  lead.last_name = contact.last_name;
  if (account && account->kind == AccountKind::company) lead.company = account->name;
  lead.title = contact.title;
  lead.email = contact.email;
  lead.phone = contact.phone.empty() ? contact.mobile : contact.phone;
  lead.do_not_call = contact.do_not_call;
  lead.do_not_email = contact.do_not_email;
  lead.source = contact.source;
  lead.owner_id = contact.owner_id;
  return lead;
}

}  // namespace cohoi
