// The pages of an account and of a contact.
#pragma once

#include "core/app/models/account_page.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct RecordState {
  bool editing = false;
  app::Form form;
  FormState form_state;
};

// The details card of a record: facts, or its whole form while editing.
void draw_details(Entity entity, const Uuid& id, const std::vector<app::Fact>& facts, RecordState& state, const app::Forms& forms,
                  IntentSink& sink, bool read_only = false);

void draw_account(const app::AccountPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink);
void draw_contact(const app::ContactPage& model, RecordState& state, const app::Forms& forms, IntentSink& sink);

}  // namespace cohoi::views
