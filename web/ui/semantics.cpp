#include "web/ui/semantics_state.h"

#include <algorithm>
#include <cmath>

namespace cohoi::ui {

namespace {

constexpr int focus_patience_frames = 10;

int whole(float value) { return static_cast<int>(std::lround(value)); }

ImVec2 whole(ImVec2 value) { return ImVec2(std::round(value.x), std::round(value.y)); }

ImGuiID mix(ImGuiID a, ImGuiID b) {
  // Fowler-Noll-Vo step; any spread will do as long as it is the same in every frame.
  return (((a ^ 2166136261U) * 16777619U) ^ b) * 16777619U;
}

}  // namespace

bool is_text_field(Role role) {
  return role == Role::textbox || role == Role::textarea || role == Role::searchbox || role == Role::spinbutton ||
         role == Role::combobox;
}

Semantics::Semantics() : impl_(std::make_unique<Impl>()) {}
Semantics::~Semantics() = default;

void Semantics::begin_frame() {
  Impl& in = *impl_;
  in.now.clear();
  in.open.clear();
  in.noted.clear();
  in.doubled.clear();
  in.current = std::move(in.incoming);
  in.incoming = {};
  in.focus_changed = false;
  in.scrolled = false;
  in.key_consumed = false;
  if (!in.current.clicks.empty()) {
    in.ctrl = in.current.clicks.back().ctrl;
    in.shift = in.current.clicks.back().shift;
  }
}

void Semantics::end_frame() {
  Impl& in = *impl_;
  in.open.clear();
  in.fresh = true;
  // The key nobody wanted goes; the ones behind it get a frame of their own.
  if (!in.current.keys.empty() && !in.key_consumed) in.current.keys.erase(in.current.keys.begin());
  in.incoming.keys.insert(in.incoming.keys.begin(), in.current.keys.begin(), in.current.keys.end());
  in.current = {};
  for (const Entry& entry : in.now.entries) {
    if (entry.node.role == Role::scroll) in.scroll.try_emplace(entry.node.id, ImVec2(0, 0));
    const Entry* before = in.sent.find(entry.node.id);
    if (entry.node.want_focus && (before == nullptr || !before->node.want_focus)) focus(entry.node.id);
  }
  std::erase_if(in.scroll, [&in](const auto& kept) { return in.now.find(kept.first) == nullptr; });
  in.unnamed = in.doubled;
  for (const auto& [id, label] : in.noted) {
    if (in.now.find(id) == nullptr) in.unnamed.push_back(id);
  }
}

int Semantics::Impl::record(Node&& node) {
  const int place = static_cast<int>(now.entries.size());
  const int parent_place = open.empty() ? -1 : open.back();
  const ImGuiID parent_id = parent_place < 0 ? 0 : now.entries[static_cast<std::size_t>(parent_place)].node.id;
  if (node.id == 0) {
    const int nth = parent_place < 0 ? now.roots : now.entries[static_cast<std::size_t>(parent_place)].children;
    node.id = mix(mix(parent_id, static_cast<ImGuiID>(node.role) + 1U), static_cast<ImGuiID>(nth));
  }
  if (now.find(node.id) != nullptr) {
    doubled.push_back(node.id);
    for (ImGuiID salt = 1; now.find(node.id) != nullptr; ++salt) node.id = mix(node.id, salt);
  }

  Entry entry;
  entry.parent = parent_id;
  entry.box = Box{whole(node.min.x), whole(node.min.y), 0, 0};
  entry.box.width = std::max(0, whole(node.max.x) - entry.box.x);
  entry.box.height = std::max(0, whole(node.max.y) - entry.box.y);
  if (parent_place >= 0) {
    const Entry& parent_entry = now.entries[static_cast<std::size_t>(parent_place)];
    entry.box.x -= whole(parent_entry.node.min.x);
    entry.box.y -= whole(parent_entry.node.min.y);
    if (parent_entry.node.role == Role::scroll) {
      const auto at = scroll.find(parent_id);
      if (at != scroll.end()) {
        entry.box.x += whole(at->second.x);
        entry.box.y += whole(at->second.y);
      }
    }
  }
  now.index.emplace(node.id, place);
  entry.node = std::move(node);
  now.entries.push_back(std::move(entry));

  int& last = parent_place < 0 ? now.last_root : now.entries[static_cast<std::size_t>(parent_place)].last_child;
  int& first = parent_place < 0 ? now.first_root : now.entries[static_cast<std::size_t>(parent_place)].first_child;
  if (last >= 0) {
    now.entries[static_cast<std::size_t>(last)].next = place;
  } else {
    first = place;
  }
  last = place;
  ++(parent_place < 0 ? now.roots : now.entries[static_cast<std::size_t>(parent_place)].children);
  return place;
}

void Semantics::open(Node node) { impl_->open.push_back(impl_->record(std::move(node))); }

void Semantics::close() {
  IM_ASSERT(!impl_->open.empty());
  impl_->open.pop_back();
}

void Semantics::leaf(Node node) { impl_->record(std::move(node)); }

ImGuiID Semantics::parent() const {
  return impl_->open.empty() ? 0 : impl_->now.entries[static_cast<std::size_t>(impl_->open.back())].node.id;
}

bool Semantics::activated(ImGuiID id) const {
  const auto& clicks = impl_->current.clicks;
  return std::any_of(clicks.begin(), clicks.end(), [id](const Click& click) { return click.id == id && !click.twice; });
}

bool Semantics::activated_twice(ImGuiID id) const {
  const auto& clicks = impl_->current.clicks;
  return std::any_of(clicks.begin(), clicks.end(), [id](const Click& click) { return click.id == id && click.twice; });
}

bool Semantics::activated_with_shift() const { return impl_->shift; }
bool Semantics::activated_with_ctrl() const { return impl_->ctrl; }

const TextInput* Semantics::text_input(ImGuiID id) const {
  for (const TextInput& text : impl_->current.texts) {
    if (text.id == id) return &text;
  }
  return nullptr;
}

ImGuiID Semantics::focused() const { return impl_->focused; }
bool Semantics::focus_visible() const { return impl_->focus_visible; }

const KeyPress* Semantics::key() const { return impl_->current.keys.empty() ? nullptr : &impl_->current.keys.front(); }

void Semantics::consume_key() {
  if (impl_->current.keys.empty()) return;
  impl_->current.keys.erase(impl_->current.keys.begin());
  impl_->key_consumed = true;
  ++impl_->consumed;
}

std::optional<ImVec2> Semantics::scroll_of(ImGuiID id) const {
  const auto found = impl_->scroll.find(id);
  if (found == impl_->scroll.end()) return std::nullopt;
  return found->second;
}

void Semantics::set_scroll(ImGuiID id, ImVec2 position) {
  position = whole(ImVec2(std::max(0.0F, position.x), std::max(0.0F, position.y)));
  impl_->scroll_wanted.emplace_back(id, position);
}

void Semantics::focus(ImGuiID id) {
  impl_->focus_wanted = id;
  impl_->focus_patience = focus_patience_frames;
}

void Semantics::announce(std::string text, bool assertive) { impl_->say.emplace_back(std::move(text), assertive); }

void Semantics::push_click(ImGuiID id, bool twice, bool ctrl, bool shift) {
  impl_->incoming.clicks.push_back(Click{id, twice, ctrl, shift});
}

void Semantics::push_text(TextInput input) {
  Impl& in = *impl_;
  if (Entry* shown = in.sent.find(input.id)) shown->node.value = input.value;
  if (in.lagging == input.id) in.lagging = 0;
  for (TextInput& waiting : in.incoming.texts) {
    if (waiting.id != input.id) continue;
    waiting.value = std::move(input.value);
    waiting.committed = waiting.committed || input.committed;
    return;
  }
  in.incoming.texts.push_back(std::move(input));
}

void Semantics::push_focus(ImGuiID id, bool visible) {
  Impl& in = *impl_;
  in.focus_changed = in.focus_changed || in.focused != id || in.focus_visible != visible;
  in.focused = id;
  in.focus_visible = visible;
}

void Semantics::push_key(KeyPress key) { impl_->incoming.keys.push_back(std::move(key)); }

void Semantics::push_scroll(Scrolled scrolled) {
  const ImVec2 position = whole(ImVec2(scrolled.x, scrolled.y));
  ImVec2& kept = impl_->scroll[scrolled.id];
  impl_->scrolled = impl_->scrolled || kept.x != position.x || kept.y != position.y;
  kept = position;
}

bool Semantics::has_events() const {
  const Impl& in = *impl_;
  return !in.incoming.clicks.empty() || !in.incoming.texts.empty() || !in.incoming.keys.empty() || in.focus_changed ||
         in.scrolled || in.lagging != 0 || (in.focus_wanted != 0 && in.focus_patience > 0);
}

bool Semantics::has_text() const { return !impl_->incoming.texts.empty(); }

std::uint32_t Semantics::consumed_keys() const { return impl_->consumed; }

const std::vector<ImGuiID>& Semantics::unnamed() const { return impl_->unnamed; }

std::string Semantics::label_of(ImGuiID id) const {
  const auto found = impl_->noted.find(id);
  return found == impl_->noted.end() ? std::string() : found->second;
}

void Semantics::note_item(ImGuiID id, const char* debug_label) {
  std::string& label = impl_->noted[id];
  if (debug_label != nullptr) label = debug_label;
}

}  // namespace cohoi::ui
