#include "generated/text.h"
#include "web/views/record_parts.h"

namespace cohoi::views {

void draw_details(app::RecordRef record, const std::vector<app::FormField>& fields, RecordState& state, const app::Forms& forms, IntentSink& sink) {
  const ui::Section section(text::record_details());
  const ui::IdScope scope("details");
  const ui::Stack dense(4);
  if (state.edit_first && !fields.empty()) ui::focus(fields.front().key);
  state.edit_first = false;
  for (const auto& field : fields) draw_saved_field(record.entity, record.id, field, state.fields, forms, sink, FieldPlace::line);
}

}  // namespace cohoi::views
