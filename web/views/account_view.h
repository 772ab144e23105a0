// The pages of an account and of a contact.
#pragma once

#include "web/views/record_parts.h"

namespace cohoi::views {

void draw_account(const app::AccountPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink);
void draw_contact(const app::ContactPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink);
// The same in the side panel, below the name.
void draw_body(const app::AccountPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink);
void draw_body(const app::ContactPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink);

}  // namespace cohoi::views
