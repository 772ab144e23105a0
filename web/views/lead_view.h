// The page of one lead: who it is, the four questions, the verdict with its reason, what makes it an opportunity, and Convert.
#pragma once

#include "core/app/models/lead_page.h"
#include "web/views/account_view.h"

namespace cohoi::views {

struct LeadState {
  FormState fields;                             // the fields that save themselves
  std::map<std::string, std::string> evidence;  // by criterion key, while typed
  RecordState record;
};

void draw_lead(const app::LeadPage& model, LeadState& state, const app::Forms& forms, IntentSink& sink);

// The same in the side panel, below the name.
void draw_body(const app::LeadPage& model, LeadState& state, const app::Forms& forms, IntentSink& sink);

// The questions alone: on the page, and inside refusals to be answered in place. Empty `only` = all.
void draw_criteria(const app::LeadPage& model, LeadState& state, const std::vector<std::string>& only, IntentSink& sink);

}  // namespace cohoi::views
