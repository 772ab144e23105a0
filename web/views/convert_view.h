// The Convert dialog: three columns (account, contact, opportunity), each new or an existing match with its reason, and field by field what
// will be filled, kept, or is in conflict. What is missing can be answered in place, or overridden with a reason (C-0).
#pragma once

#include "core/app/models/convert_dialog.h"
#include "web/views/lead_view.h"

namespace cohoi::views {

struct ConvertState {
  ConversionChoice choice;
  bool overriding = false;
  LeadState lead;   // answers typed in place
  bool changed = false;  // the model is to be built again
};

void draw_convert(const app::ConvertDialog& model, const app::LeadPage& lead, ConvertState& state, const app::Forms& forms, IntentSink& sink);

}  // namespace cohoi::views
