// The label above and the hint or error below, common to everything that is filled in. For web/ui only.
#pragma once

#include <memory>
#include <string>

#include "web/ui/field.h"
#include "web/ui/internals.h"
#include "web/ui/layout.h"

namespace cohoi::ui {

struct FieldText {
  std::string label, hint, error;
  bool required = false;
  float css_beside = 0.0F;  // the label stands beside the field, this wide
};
[[nodiscard]] FieldText words_of(const Field& look);

class FieldFrame {
 public:
  explicit FieldFrame(FieldText words, float css_width = 0.0F);
  ~FieldFrame();
  FieldFrame(const FieldFrame&) = delete;
  FieldFrame& operator=(const FieldFrame&) = delete;

 private:
  FieldText words_;
  bool in_line_;
};

// The drawn box of a text-like field: surface, border by state, ring while focused.
void draw_field_box(const Rect& box, const Touch& now, bool has_error, bool read_only, bool quiet = false);
// A node with what all fields share.
[[nodiscard]] Node field_node(ImGuiID id, Role role, const Field& look, const std::string& value, const Rect& box);
// The box of a check mark, picture only.
void draw_check(const Rect& square, Tristate state, bool hovered);
inline constexpr float field_pad = 10.0F;  // CSS pixels from the edge of the box to the text

}  // namespace cohoi::ui
