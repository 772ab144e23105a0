#include "core/app/models/convert_dialog.h"

#include <algorithm>

namespace cohoi::app {

namespace {

Label label_of(Session& session, Names& names, const FieldInfo& info, const Value& value) {
  if (!given(value)) return {};
  if (const auto* money = std::get_if<Money>(&value)) return Label(format_money(*money, session.language()));
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (info.type == FieldType::check) return *number != 0 ? Label(msg("history.yes")) : Label();
    return Label(format_number(*number, session.language()));
  }
  const auto& text = std::get<std::string>(value);
  if (info.type == FieldType::ref && info.ref == Entity::owner) return Label(names.owner({Uuid::parse(text).value_or(Uuid{})}));
  if (info.type == FieldType::ref) return {};
  if (info.key == "source") return names.choice_label(ChoiceList::source, text);
  if (info.key == "kind") return msg("account_kind." + text);
  if (info.key == "status" || info.key == "supplier_dropped") return {};
  if (info.type == FieldType::tags) {
    auto joined = text;
    std::replace(joined.begin(), joined.end(), '\n', ' ');
    return Label(joined);
  }
  return Label(text);
}

// Of a new record: everything it will hold. Of an existing one: what the lead adds to it or differs in.
template <class Record>
std::vector<ConversionLine> lines_of(Session& session, Names& names, const Record& record, bool is_new,
                                     const std::vector<FieldOutcome>& outcomes) {
  std::vector<ConversionLine> lines;
  if (is_new) {
    Record::fields(record, [&](const FieldInfo& info, const auto& member) {
      if (info.written != Written::by_user || info.key == "name" || info.key == "last_name" || info.key == "first_name") return;
      auto value = label_of(session, names, info, to_value(member));
      if (!value.empty()) lines.push_back({msg("field." + std::string(info.key)), std::move(value), {}, Fill::filled, {}});
    });
    return lines;
  }
  for (const auto& outcome : outcomes) {
    if (outcome.entity != Record::entity) continue;
    const auto* info = field_of(outcome.entity, outcome.key);
    if (!info || outcome.outcome == Fill::kept_equal) continue;
    ConversionLine line{msg("field." + outcome.key), {}, {}, outcome.outcome, {}};
    auto lead_value = label_of(session, names, *info, outcome.lead_value);
    if (outcome.outcome == Fill::kept_conflict || outcome.outcome == Fill::taken) {
      line.value = label_of(session, names, *info, outcome.target_value);
      line.lead_value = std::move(lead_value);
      line.take = std::string(name_of(outcome.entity)) + "." + outcome.key;
    } else {
      line.value = std::move(lead_value);
    }
    if (!line.value.empty() || !line.lead_value.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<TargetMatch> targets(const Result<std::vector<store::Match>>& matches) {
  std::vector<TargetMatch> targets;
  if (!matches) return targets;
  for (const auto& match : *matches) {
    TargetMatch target{match.id, match.title, {}};
    for (const auto reason : match.reasons) target.reasons.push_back(msg("match." + std::string(name_of(reason))));
    targets.push_back(std::move(target));
  }
  return targets;
}

bool strong(const store::Match& match) {
  return std::any_of(match.reasons.begin(), match.reasons.end(), [](MatchReason reason) {
    return reason == MatchReason::email || reason == MatchReason::phone || reason == MatchReason::tax_code;
  });
}

}  // namespace

ConversionChoice proposed_choice(Session& session, LeadId id) {
  auto choice = default_choice(session, id);
  if (!choice) return {};
  const auto lead = store::get(session.db(), id);
  if (!lead) return *choice;
  if (choice->contact == Target::create)
    if (const auto matches = store::matching_contacts(session.db(), lead_contact_keys(*lead)); matches && !matches->empty() && strong(matches->front())) {
      const auto contact = store::get(session.db(), ContactId{matches->front().id});
      if (contact && !contact->account_id.empty()) {
        choice->contact = choice->account = Target::existing;
        choice->contact_id = contact->id;
        choice->account_id = contact->account_id;
      }
    }
  if (choice->account == Target::create)
    if (const auto matches = store::matching_accounts(session.db(), lead_account_keys(*lead)); matches && !matches->empty() && strong(matches->front())) {
      choice->account = Target::existing;
      choice->account_id = {matches->front().id};
    }
  return *choice;
}

Result<ConvertDialog> convert_dialog(Session& session, Names& names, LeadId id, const ConversionChoice& choice) {
  ConvertDialog dialog;
  COHOI_TRY(const auto lead, store::get(session.db(), id));
  dialog.lead_title = title_of(lead);
  dialog.default_opportunity_name = default_opportunity_name(lead);
  dialog.owners = names.owner_options();
  dialog.accounts = targets(store::matching_accounts(session.db(), lead_account_keys(lead)));
  dialog.contacts = targets(store::matching_contacts(session.db(), lead_contact_keys(lead)));
  if (choice.account == Target::existing) {
    COHOI_TRY(const auto opportunities, store::find_by<Opportunity>(session.db(), "account_id", to_value(choice.account_id)));
    for (const auto& opportunity : opportunities) {
      const auto* stage = names.stage(opportunity.stage_id);
      if (stage && stage->kind == StageKind::open) dialog.opportunities.push_back({opportunity.id.uuid, title_of(opportunity), {stage_name(*stage)}});
    }
  }
  auto preview = preview_conversion(session, id, choice);
  if (!preview) {
    dialog.refusal = std::move(preview).error();
    return dialog;
  }
  dialog.refusal = std::move(preview->refusal);
  const auto& plan = preview->plan;
  dialog.missing = plan.missing;
  dialog.account_lines = lines_of(session, names, plan.account, plan.account_is_new, plan.outcomes);
  dialog.contact_lines = lines_of(session, names, plan.contact, plan.contact_is_new, plan.outcomes);
  if (plan.makes_opportunity) dialog.opportunity_lines = lines_of(session, names, plan.opportunity, plan.opportunity_is_new, plan.outcomes);
  return dialog;
}

}  // namespace cohoi::app
