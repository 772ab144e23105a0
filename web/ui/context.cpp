#include "web/ui/context.h"

#include <imgui_internal.h>

#include <cmath>
#include <utility>

#include "web/ui/internals.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

// The one piece of state outside a Context: which one is being drawn, or was last.
Context* current = nullptr;

void reset_style() {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = style.FramePadding = style.ItemSpacing = style.ItemInnerSpacing = ImVec2(0, 0);
  style.WindowBorderSize = style.ChildBorderSize = style.PopupBorderSize = style.FrameBorderSize = 0.0F;
  style.WindowRounding = style.ChildRounding = style.PopupRounding = 0.0F;
  style.WindowMinSize = ImVec2(1, 1);
  style.CircleTessellationMaxError = 0.15F;
}

}  // namespace

Context::Context(Semantics& recorder) : semantics(recorder), internals_(std::make_unique<Internals>()) {}
Context::~Context() {
  if (current == this) current = nullptr;
}

void Context::wake_after(double seconds) {
  if (!wake_ || seconds < *wake_) wake_ = seconds;
}

std::optional<double> Context::take_wake() { return std::exchange(wake_, std::nullopt); }

Context& context() {
  IM_ASSERT(current != nullptr);
  return *current;
}

const Theme& theme() { return context().theme == ThemeKind::forced ? context().forced : theme_of(context().theme); }
Semantics& semantics() { return context().semantics; }

float px(float css) { return std::round(css * context().scale); }
float hairline() { return std::max(1.0F, std::floor(context().scale)); }
float control_height() { return px(context().touch ? 44.0F : 32.0F); }
float css_width() { return ImGui::GetIO().DisplaySize.x / context().scale; }
bool is_compact() { return css_width() < 1100.0F; }
bool is_phone() { return css_width() < 700.0F; }

Frame::Frame(Context& drawn) {
  current = &drawn;
  reset_style();
  Internals& in = internals();
  ++in.frame;
  in.dialogs_before = std::exchange(in.dialogs, 0);
  in.sideways = in.scroll_depth = 0;
  in.fade = 1.0F;
  in.overlays.clear();
  in.overflowing.clear();
  in.regions.clear();
  in.ids.assign(1, IdLevel{ImHashStr("cohoi"), 0});
  const Rect page = page_rect();
  ImGui::SetNextWindowPos(page.min);
  ImGui::SetNextWindowSize(ImVec2(page.width(), page.height()));
  ImGui::Begin("##page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing);
  fill(page, theme().page);
  Region root;
  root.x = page.min.x;
  root.width = page.width();
  root.y = page.min.y;
  root.limit = page.max.y;
  push_region(root);
}

Frame::~Frame() {
  Internals& in = internals();
  draw_overlays();
  draw_tooltip();
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) in.drag = Drag{};
  pop_region();
  ImGui::End();
}

IdScope::IdScope(std::string_view key) { internals().ids.push_back(IdLevel{id_of(key), 0}); }
IdScope::IdScope(std::size_t index) { internals().ids.push_back(IdLevel{sub_id(internals().ids.back().seed, index), 0}); }
IdScope::~IdScope() { internals().ids.pop_back(); }

ImGuiID id_of(std::string_view key) { return sub_id(internals().ids.back().seed, key); }

void focus(std::string_view key) { semantics().focus(id_of(key)); }

// --- internals ---

Internals& internals() { return context().internals(); }
Rect last_box() { return internals().last_box; }
Region& region() { return internals().regions.back(); }
ImDrawList* canvas() { return ImGui::GetWindowDrawList(); }

float recall(ImGuiID id, float otherwise) {
  const auto& memory = internals().memory;
  const auto found = memory.find(id);
  return found == memory.end() ? otherwise : found->second;
}

void remember(ImGuiID id, float value) {
  const auto [place, fresh] = internals().memory.try_emplace(id, value);
  if (!fresh && std::abs(place->second - value) < 0.5F) return;
  place->second = value;
  context().request_frame();
}

ImGuiID ordinal_id(std::string_view kind) {
  IdLevel& level = internals().ids.back();
  return sub_id(sub_id(level.seed, kind), static_cast<std::size_t>(level.ordinal++));
}

ImGuiID sub_id(ImGuiID id, std::string_view part) { return ImHashData(part.data(), part.size(), id ^ 0x9E3779B9U); }
ImGuiID sub_id(ImGuiID id, std::size_t index) { return ImHashData(&index, sizeof index, id); }

Touch touch(ImGuiID id, const Rect& rect) {
  Touch result;
  const ImRect box(rect.min, rect.max);
  const bool shown = ImGui::ItemAdd(box, id);
  result.hovered = shown && ImGui::ItemHoverable(box, id, ImGuiItemFlags_None) && !internals().drag.moving;
  result.held = result.hovered && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  result.focused = semantics().focused() == id;
  result.ring = result.focused && semantics().focus_visible();
  result.activated = semantics().activated(id);
  return result;
}

bool pointer_in(const Rect& rect) {
  return ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
         ImGui::IsMouseHoveringRect(rect.min, rect.max);
}

Node node_of(ImGuiID id, Role role, std::string name, const Rect& rect) {
  Node node;
  node.id = id;
  node.role = role;
  node.name = std::move(name);
  node.min = rect.min;
  node.max = rect.max;
  return node;
}

void text_node(std::string name, const Rect& rect, std::string hint) {
  Node node = node_of(0, Role::text, std::move(name), rect);
  node.hint = std::move(hint);
  semantics().leaf(std::move(node));
}

bool take_key(ImGuiID target, std::string_view name) {
  const KeyPress* key = semantics().key();
  if (key == nullptr || key->key != name || (target != 0 && key->target != target)) return false;
  semantics().consume_key();
  return true;
}

}  // namespace cohoi::ui
