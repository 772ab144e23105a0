// The inside of Semantics, shared by its two halves: recording and events (semantics.cpp), the diff (semantics_patch.cpp).
#pragma once

#include "web/ui/semantics.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace cohoi::ui {

struct Click {
  ImGuiID id = 0;
  bool twice = false, ctrl = false, shift = false;
};

struct Events {
  std::vector<Click> clicks;
  std::vector<TextInput> texts;  // one per field, the newest
  std::vector<KeyPress> keys;    // oldest first
};

// Whole device pixels relative to the parent's content, so that scrolling moves nothing in the mirror.
struct Box {
  int x = 0, y = 0, width = 0, height = 0;
  bool operator==(const Box&) const = default;
};

struct Entry {
  Node node;
  ImGuiID parent = 0;
  Box box;
  int first_child = -1, last_child = -1, next = -1;  // indexes into Tree::entries
  int children = 0;
};

struct Tree {
  std::vector<Entry> entries;  // in the order of recording
  std::unordered_map<ImGuiID, int> index;
  int first_root = -1, last_root = -1;
  int roots = 0;

  void clear() {
    entries.clear();
    index.clear();
    first_root = last_root = -1;
    roots = 0;
  }
  [[nodiscard]] const Entry* find(ImGuiID id) const {
    const auto found = index.find(id);
    return found == index.end() ? nullptr : &entries[static_cast<std::size_t>(found->second)];
  }
  [[nodiscard]] Entry* find(ImGuiID id) {
    const auto found = index.find(id);
    return found == index.end() ? nullptr : &entries[static_cast<std::size_t>(found->second)];
  }
};

struct Semantics::Impl {
  Tree now;
  Tree sent;  // what the DOM shows; text values follow what the user typed
  std::vector<int> open;
  bool fresh = false;  // `now` is a whole frame that take_patch has not seen

  Events incoming;  // pushed since the last frame began
  Events current;   // what this frame sees
  bool ctrl = false, shift = false;  // of the last click
  ImGuiID focused = 0;
  bool focus_visible = false;
  bool focus_changed = false;
  std::uint32_t consumed = 0;
  bool key_consumed = false;

  std::unordered_map<ImGuiID, ImVec2> scroll;
  std::vector<std::pair<ImGuiID, ImVec2>> scroll_wanted;
  bool scrolled = false;

  ImGuiID focus_wanted = 0;
  int focus_patience = 0;  // frames to wait for the node to appear
  std::vector<std::pair<std::string, bool>> say;

  // A focused field whose value C++ changed: written back only when it says so twice, since a model may lag one frame behind typing.
  ImGuiID lagging = 0;
  std::string lagging_value;

  std::unordered_map<ImGuiID, std::string> noted;
  std::vector<ImGuiID> unnamed;
  std::vector<ImGuiID> doubled;

  int record(Node&& node);
};

// Appends `text` as a JSON string.
void append_json(std::string& out, std::string_view text);

[[nodiscard]] bool is_text_field(Role role);

}  // namespace cohoi::ui
