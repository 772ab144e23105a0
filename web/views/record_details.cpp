#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/account_view.h"

namespace cohoi::views {

void draw_details(Entity entity, const Uuid& id, const std::vector<app::Fact>& facts, RecordState& state, const app::Forms& forms,
                  IntentSink& sink, bool read_only) {
  const ui::Section section(text::record_details(), [&] {
    if (state.editing || read_only) return;
    if (!ui::button("edit", {.label = text::ui_edit(), .kind = ui::ButtonKind::quiet, .icon = icon::pencil})) return;
    if (auto form = forms.make(entity, id, app::full_form(entity))) {
      state.form = *std::move(form);
      state.form_state = {};
      state.editing = true;
    }
  });
  if (!state.editing) {
    draw_facts(facts);
    return;
  }
  draw_form(state.form, state.form_state, forms);
  const ui::Inline line(ui::Align::end);
  if (ui::button("cancel", {.label = text::ui_cancel()})) state.editing = false;
  if (!ui::button("save", {.label = text::ui_save(), .kind = ui::ButtonKind::primary})) return;
  auto values = forms.read(state.form, state.form_state.typed, state.form_state.errors);
  if (!values) return;
  state.editing = false;
  if (!values->empty()) sink.push(Execute{app::SaveRecord{entity, id, *std::move(values)}});
}

}  // namespace cohoi::views
