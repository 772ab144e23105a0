// Small pieces that several screens draw: labels and chips of models, facts, forms, activities and history.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/app/models/form.h"
#include "web/ui/ui.h"
#include "web/views/intent.h"

namespace cohoi::views {

[[nodiscard]] std::string show(const app::Label& label);
[[nodiscard]] std::string number(std::int64_t count);  // as the language writes it
[[nodiscard]] ui::Tone tone(app::Tone tone);
[[nodiscard]] ui::Chip chip(const app::Chip& chip);
[[nodiscard]] std::vector<ui::Chip> chips(const std::vector<app::Chip>& list);
[[nodiscard]] std::vector<ui::Option> options(const std::vector<app::Option>& list);
[[nodiscard]] ui::Icon icon_of(ActivityKind kind);

void draw_facts(const std::vector<app::Fact>& facts);
void draw_lookalikes(const std::vector<app::Lookalike>& looks);

// A record in the side panel of a list: its name leads to its page, Escape and the button close it.
void draw_panel(const std::string& title, const app::RecordRef& record, const ui::Rect& box, const ui::Draw& body, IntentSink& sink);

// What is typed into a form, while it is open.
struct FormState {
  std::map<std::string, std::string> typed;    // by field key; absent = as the model has it
  std::map<std::string, std::string> shown;    // what the model had when it was last drawn
  std::map<std::string, Message> errors;
  std::map<std::string, std::string> queries;  // texts of record pickers
  std::map<std::string, std::vector<app::Option>> offers;
};
// Whether the model has another value than when the field was last drawn (an undo, a command, another tab): what was typed gives way.
[[nodiscard]] bool changed_underneath(FormState& state, const std::string& key, const std::string& now);
[[nodiscard]] std::string& typed_text(FormState& state, const app::FormField& field);
// How a field stands: in a form under its label, quietly in a line beside it, or in a cell without one.
enum class FieldPlace : std::uint8_t { form, line, cell };
// One field by its type. True when it was committed (blur, Enter, choice). Escape in it takes back what was typed.
bool draw_field(const app::FormField& field, FormState& state, const app::Forms& forms, bool focus = false, FieldPlace place = FieldPlace::form);
// All fields, two beside each other where there is room. True when any was changed in this frame.
bool draw_form(const app::Form& form, FormState& state, const app::Forms& forms);

// A field of a page that saves itself when left: pushes one SaveRecord; its error stays under it.
void draw_saved_field(Entity entity, const Uuid& id, const app::FormField& field, FormState& state, const app::Forms& forms,
                      IntentSink& sink, FieldPlace place = FieldPlace::form);

}  // namespace cohoi::views
