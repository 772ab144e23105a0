// What a conversion would do, before it is asked for: the dialog's first choice and its preview. Nothing is written.
#pragma once

#include <optional>

#include "core/app/lead_story.h"
#include "core/app/session.h"

namespace cohoi::app {

struct ConversionPreview {
  ConversionPlan plan;  // new records have no ids yet
  Qualification qualification;  // its standings' `given` is not to be used: the answers are gone
  std::optional<Error> refusal;  // C-0: what is missing; the plan stands all the same and an override would carry it out
};

// L-1: a lead tied to a contact becomes more of that contact and its account, everything else is made new (C-1).
[[nodiscard]] Result<ConversionChoice> default_choice(Session& session, LeadId lead);
[[nodiscard]] Result<ConversionPreview> preview_conversion(Session& session, LeadId lead, const ConversionChoice& choice);

// The same over a draft, for commands.
[[nodiscard]] Result<ConversionChoice> default_choice(const Draft& draft, const Lead& lead);
// The plan of the domain with its targets gathered. A linked contact without an account gets the chosen or a new one first (L-1, C-6), in
// the draft.
[[nodiscard]] Result<ConversionPlan> plan_with_targets(Draft& draft, const LeadStory& story, ConversionChoice choice);

}  // namespace cohoi::app
