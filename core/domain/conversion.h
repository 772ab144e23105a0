// Lead → account, contact, opportunity: what would be made, filled, kept or is in conflict. Pure; core/app executes the plan in one
// transaction (C-1 … C-10).
#pragma once

#include <optional>
#include <vector>

#include "core/domain/matching.h"
#include "core/domain/qualification.h"

namespace cohoi {

enum class Target : std::uint8_t { create, existing };

// What the user chose in the dialog.
struct ConversionChoice {
  Target account = Target::create;
  AccountId account_id;  // of an existing one
  Target contact = Target::create;
  ContactId contact_id;
  bool make_opportunity = true;        // C-2
  Target opportunity = Target::create;
  OpportunityId opportunity_id;
  std::string opportunity_name;        // C-3; empty = the default
  OwnerId owner_id;                    // C-1; empty = the lead's
  // C-5: "account.phone", "contact.title": use the lead's value there. Any field of an address takes the whole block.
  std::vector<std::string> take_lead_value;
  std::string override_reason;         // C-0
};

// filled: the target was empty (tags: joined; a do-not-contact flag: set). taken: the user chose the lead's value over the target's; notes
// taken are put below the target's, so that none is lost.
enum class Fill : std::uint8_t { filled, kept_equal, kept_conflict, taken };
struct FieldOutcome {
  Entity entity = Entity::account;
  std::string key;
  Value target_value, lead_value;  // before
  Fill outcome = Fill::filled;
};

// What execute writes. Ids of new records are set by the caller before writing.
struct ConversionPlan {
  Account account;
  bool account_is_new = true;
  Contact contact;
  bool contact_is_new = true;
  bool makes_opportunity = true;
  Opportunity opportunity;
  bool opportunity_is_new = true;
  // C-7. With an id when the contact has a role there already: then that one is to be updated (only an unknown part is filled). The
  // opportunity's and the contact's ids are set by the caller.
  ContactRole role;
  // Of the existing targets, field by field, wherever the lead has a value (C-5); a name is shown too, though it never changes.
  std::vector<FieldOutcome> outcomes;
  // C-8, to be stored on the opportunity, in the order of the criteria; with an id where the existing opportunity's unknown answer is
  // to be updated. One the opportunity has answered itself is left out. Ids and the opportunity's id of new ones are set by the caller.
  std::vector<CriterionAnswer> answers;
  std::vector<MissingForConversion> missing;  // C-0; empty or overridden
};

struct ConversionTargets {
  std::optional<Account> account;          // the chosen existing ones, as they are now
  std::optional<Contact> contact;
  std::optional<Opportunity> opportunity;
  std::vector<CriterionAnswer> opportunity_answers;  // of the chosen opportunity
  std::vector<ContactRole> opportunity_roles;
  std::vector<std::string> made_before;  // C-11: titles of the records a first conversion made; without them the refusal names ids
};

// C-3. "<company or person> – <interest>", or only the first part when there is no interest.
[[nodiscard]] std::string default_opportunity_name(const Lead& lead);

// The refusal of an overridable gate, with the missing items (C-0).
[[nodiscard]] Error conversion_refusal(const std::vector<MissingForConversion>& missing);

// `activities` are the lead's. A new opportunity enters `first_stage`: what its gate asks beyond C-0 is asked here too (P-1).
// The plan, or why not: refused (C-0 with `missing`; C-11 names the records made before), invalid (C-2, C-3, C-6, a value that does
// not fit, C-12), not_found (a chosen target is gone).
[[nodiscard]] Result<ConversionPlan> plan_conversion(const Lead& lead, const Qualification& qualification,
                                                     const std::vector<Activity>& activities, const ConversionChoice& choice,
                                                     const ConversionTargets& targets, const Pipeline& pipeline, const Stage& first_stage,
                                                     const Settings& settings);

// L-1. A lead from a contact, linked to it. The lead gets only what lists, search, matching and first calls need of their own (name, company,
// title, e-mail, phone, do-not-contact flags, source, owner); address, tags, notes, tax code and web site stay where they are.
[[nodiscard]] Lead lead_from_contact(const Contact& contact, const std::optional<Account>& account);

}  // namespace cohoi
