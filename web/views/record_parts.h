// What the pages of all kinds of records are made of: the head, details edited where they stand, related records, and the story.
#pragma once

#include "core/app/models/account_page.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct RecordState {
  FormState fields;          // of the details
  bool edit_first = false;   // the first of them wants the focus
  std::string filter;        // of the story
  std::size_t pages = 1;     // of 50 entries
};

// Marks, the facts at a glance, and the next thing to do.
void draw_head(const std::vector<app::Chip>& marks, const std::vector<app::Fact>& facts, const app::Timeline& timeline, app::RecordRef record,
               IntentSink& sink);
// Every field of the user's, saved as it is left.
void draw_details(app::RecordRef record, const std::vector<app::FormField>& fields, RecordState& state, const app::Forms& forms, IntentSink& sink);
void draw_related(const std::string& key, const std::string& title, const std::vector<app::RelatedRow>& rows, const ui::Draw& actions = nullptr,
                  const std::string& total = {});
// Log call, Log meeting, Add task, Add note; what is to do; then what was done and changed, by day.
void draw_story(const app::Timeline& timeline, app::RecordRef record, RecordState& state, IntentSink& sink);

}  // namespace cohoi::views
