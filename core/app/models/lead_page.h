// Everything the page of one lead shows, with the reason behind every mark.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/app/models/form.h"
#include "core/app/models/timeline.h"

namespace cohoi::app {

struct CriterionCard {
  std::string key;
  Label name;       // Need, Ability …: the name of the radio group
  Label question;
  Answer answer = Answer::unknown;
  bool from_expected_month = false;  // the month decides; the switch is shown but explains itself
  std::string evidence;
  bool evidence_missing = false;  // L-2
  bool essential = true;
  Label answered;   // "23/11/2026, An"
};

// One thing that makes the lead an opportunity, or a sign of it (C-0).
struct ConversionStep {
  Label label;
  bool done = false;
  bool required = false;
};

struct LeadPage {
  Lead lead;
  std::string title;
  std::vector<Chip> chips;          // status, imported, tags
  std::vector<Fact> facts;          // at a glance: who, how to reach them, how much, whose
  std::vector<FormField> details;   // every other field of the user's, edited in place
  Verdict verdict = Verdict::incomplete;
  Message sentence;
  std::optional<Message> next_question;
  int score = 0;
  std::vector<CriterionCard> criteria;
  FormField expected_purchase;
  std::vector<FormField> signs;               // needs first, supplier, payment terms: what the steps look at
  std::vector<ConversionStep> steps;
  std::vector<MissingForConversion> missing;  // C-0, empty = may convert
  std::optional<Error> refused;               // what Convert would answer now
  bool converted = false;
  bool can_revert = false;
  std::vector<Fact> made;                     // C-10: what conversion made, or the contact it came from (L-1)
  std::vector<Lookalike> lookalikes;          // L-1: the person may be known already
  Timeline timeline;
};

[[nodiscard]] Result<LeadPage> lead_page(Session& session, Names& names, LeadId id);

}  // namespace cohoi::app
