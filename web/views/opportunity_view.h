// The page of one opportunity: the path of stages, what gates ask for, roles, products, what came from the lead, activities, history.
#pragma once

#include "core/app/models/opportunity_page.h"
#include "web/views/account_view.h"

namespace cohoi::views {

struct OpportunityState {
  RecordState record;
  FormState fields;
};

void draw_opportunity(const app::OpportunityPage& model, OpportunityState& state, const app::Forms& forms, IntentSink& sink);
// The same in the side panel, below the name.
void draw_body(const app::OpportunityPage& model, OpportunityState& state, const app::Forms& forms, IntentSink& sink);

}  // namespace cohoi::views
