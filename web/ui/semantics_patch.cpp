#include "web/ui/semantics_state.h"

#include <array>
#include <cstdio>
#include <string_view>

namespace cohoi::ui {

namespace {

// The names of the enumerators, in their order.
constexpr std::array<std::string_view, 39> role_names = {
    "scroll",   "group",   "navigation", "banner",       "main",     "complementary", "region",   "form",     "heading",
    "text",     "img",     "status",     "alert",        "button",   "link",          "textbox",  "textarea",
    "searchbox", "spinbutton", "select", "combobox",     "listbox",  "option",        "checkbox", "radiogroup",
    "radio",    "grid",    "row",        "columnheader", "gridcell", "list",          "listitem", "dialog",
    "tablist",  "tab",     "tabpanel",   "menu",         "menuitem", "progressbar"};

std::string_view name_of(Role role) {
  const auto place = static_cast<std::size_t>(role);
  return place < role_names.size() ? role_names[place] : std::string_view("separator");
}
static_assert(static_cast<std::size_t>(Role::separator) == role_names.size());

constexpr std::string_view tristate_names[] = {"", "false", "true", "mixed"};
constexpr std::string_view sort_names[] = {"", "none", "ascending", "descending"};

void append_number(std::string& out, int value) { out += std::to_string(value); }

void append_id(std::string& out, ImGuiID id) { out += std::to_string(id); }

// Two decimals are finer than any screen.
void append_number(std::string& out, float value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", static_cast<double>(value));
  out += text;
}

void append_field(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  out += ",\"";
  out += key;
  out += "\":";
  append_json(out, value);
}

template <class Number>
void append_field(std::string& out, std::string_view key, Number value, Number absent) {
  if (value == absent) return;
  out += ",\"";
  out += key;
  out += "\":";
  append_number(out, value);
}

void append_flag(std::string& out, std::string_view key, bool value) {
  if (!value) return;
  out += ",\"";
  out += key;
  out += "\":1";
}

std::string css_colour(ImU32 ink) {
  if (ink == 0) return {};
  char text[16];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", (ink >> IM_COL32_R_SHIFT) & 0xFFU, (ink >> IM_COL32_G_SHIFT) & 0xFFU,
                (ink >> IM_COL32_B_SHIFT) & 0xFFU);
  return text;
}

void append_box(std::string& out, const Box& box) {
  for (const int side : {box.x, box.y, box.width, box.height}) {
    append_number(out, side);
    out += ',';
  }
  out.pop_back();
}

void append_node(std::string& out, const Entry& entry) {
  const Node& node = entry.node;
  out += "{\"id\":";
  append_id(out, node.id);
  out += ",\"role\":\"";
  out += name_of(node.role);
  out += "\",\"box\":[";
  append_box(out, entry.box);
  out += ']';
  append_field(out, "name", node.name);
  append_field(out, "value", node.value);
  append_field(out, "hint", node.hint);
  append_field(out, "error", node.error);
  append_field(out, "href", node.href);
  append_field(out, "input", node.input);
  append_field(out, "placeholder", node.placeholder);
  if (!node.options.empty()) {
    out += ",\"options\":[";
    for (const Option& option : node.options) {
      out += '[';
      append_json(out, option.value);
      out += ',';
      append_json(out, option.label);
      out += "],";
    }
    out.back() = ']';
  }
  append_field(out, "level", node.level, 0);
  append_field(out, "rows", node.row_count, -1);
  append_field(out, "row", node.row_index, -1);
  append_field(out, "columns", node.column_count, -1);
  append_field(out, "column", node.column_index, -1);
  append_field(out, "max", node.max_length, 0);
  append_field(out, "checked", tristate_names[static_cast<std::size_t>(node.checked)]);
  append_field(out, "selected", tristate_names[static_cast<std::size_t>(node.selected)]);
  append_field(out, "expanded", tristate_names[static_cast<std::size_t>(node.expanded)]);
  append_field(out, "pressed", tristate_names[static_cast<std::size_t>(node.pressed)]);
  append_field(out, "sort", sort_names[static_cast<std::size_t>(node.sort)]);
  append_flag(out, "disabled", node.disabled);
  append_flag(out, "required", node.required);
  append_flag(out, "readonly", node.read_only);
  append_flag(out, "focusable", node.focusable);
  append_flag(out, "untabbed", node.untabbed);
  append_flag(out, "current", node.current);
  append_field(out, "height", node.content_height, 0.0F);
  append_field(out, "width", node.content_width, 0.0F);
  append_field(out, "font", node.font_px, 0.0F);
  append_field(out, "ink", css_colour(node.ink));
  append_field(out, "pad", node.pad_x, 0.0F);
  append_field(out, "pad_y", node.pad_y, 0.0F);
  append_field(out, "line", node.line_height, 0.0F);
  out += '}';
}

bool same(const std::vector<Option>& a, const std::vector<Option>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].value != b[i].value || a[i].label != b[i].label) return false;
  }
  return true;
}

// Everything but the place.
bool same(const Node& a, const Node& b) {
  return a.role == b.role && a.name == b.name && a.value == b.value && a.hint == b.hint && a.error == b.error &&
         a.href == b.href && a.input == b.input && a.placeholder == b.placeholder && same(a.options, b.options) &&
         a.level == b.level && a.row_count == b.row_count && a.row_index == b.row_index &&
         a.column_count == b.column_count && a.column_index == b.column_index && a.max_length == b.max_length &&
         a.checked == b.checked && a.selected == b.selected && a.expanded == b.expanded && a.pressed == b.pressed &&
         a.sort == b.sort && a.disabled == b.disabled && a.required == b.required && a.read_only == b.read_only &&
         a.focusable == b.focusable && a.untabbed == b.untabbed && a.current == b.current && a.content_height == b.content_height &&
         a.content_width == b.content_width && a.font_px == b.font_px && a.ink == b.ink && a.pad_x == b.pad_x && a.pad_y == b.pad_y &&
         a.line_height == b.line_height;
}

bool same_children(const Tree& a, int at_a, const Tree& b, int at_b) {
  while (at_a >= 0 && at_b >= 0) {
    const Entry& child_a = a.entries[static_cast<std::size_t>(at_a)];
    const Entry& child_b = b.entries[static_cast<std::size_t>(at_b)];
    if (child_a.node.id != child_b.node.id) return false;
    at_a = child_a.next;
    at_b = child_b.next;
  }
  return at_a < 0 && at_b < 0;
}

void append_order(std::string& out, const Tree& tree, ImGuiID parent, int first) {
  out += '[';
  append_id(out, parent);
  out += ",[";
  for (int at = first; at >= 0; at = tree.entries[static_cast<std::size_t>(at)].next) {
    append_id(out, tree.entries[static_cast<std::size_t>(at)].node.id);
    out += ',';
  }
  if (out.back() == ',') out.pop_back();
  out += "]],";
}

// `list` holds "a,b," and becomes `,"key":[a,b]`.
void append_list(std::string& out, std::string_view key, std::string& list) {
  if (list.empty()) return;
  list.pop_back();
  out += out.empty() ? "{\"" : ",\"";
  out += key;
  out += "\":[";
  out += list;
  out += ']';
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20U) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(byte));
      out += escaped;
    } else {
      out += c;
    }
  }
  out += '"';
}

std::string Semantics::take_patch() {
  Impl& in = *impl_;
  if (!in.fresh) return {};
  in.fresh = false;
  std::string removed;
  std::string put;
  std::string moved;
  std::string order;

  for (const Entry& before : in.sent.entries) {
    if (in.now.find(before.node.id) == nullptr) {
      append_id(removed, before.node.id);
      removed += ',';
    }
  }
  if (in.lagging != 0 && in.now.find(in.lagging) == nullptr) in.lagging = 0;
  for (Entry& entry : in.now.entries) {
    const Entry* before = in.sent.find(entry.node.id);
    // Put off, so the DOM still shows the old value: that is what `sent` has to say as well.
    std::string put_off;
    bool waits = false;
    if (before != nullptr && entry.node.id == in.focused && is_text_field(entry.node.role)) {
      const bool differs = entry.node.value != before->node.value;
      const bool said_before = in.lagging == entry.node.id && in.lagging_value == entry.node.value;
      if (differs && !said_before) {
        in.lagging = entry.node.id;
        in.lagging_value = entry.node.value;
        put_off = before->node.value;
        waits = true;
      } else if (in.lagging == entry.node.id) {
        in.lagging = 0;
      }
    }
    if (waits) entry.node.value = std::move(put_off);

    if (before == nullptr || !same(before->node, entry.node)) {
      append_node(put, entry);
      put += ',';
    } else if (before->box != entry.box) {
      append_id(moved, entry.node.id);
      moved += ',';
      append_box(moved, entry.box);
      moved += ',';
    }
    const bool role_changed = before != nullptr && before->node.role != entry.node.role;
    if (before == nullptr ? entry.first_child >= 0
                          : role_changed || !same_children(in.now, entry.first_child, in.sent, before->first_child)) {
      append_order(order, in.now, entry.node.id, entry.first_child);
    }
  }
  if (!same_children(in.now, in.now.first_root, in.sent, in.sent.first_root)) append_order(order, in.now, 0, in.now.first_root);

  std::string patch;
  append_list(patch, "remove", removed);
  append_list(patch, "put", put);
  append_list(patch, "move", moved);
  append_list(patch, "order", order);

  std::string scroll;
  for (const auto& [id, position] : in.scroll_wanted) {
    if (in.now.find(id) == nullptr) continue;
    scroll += '[';
    append_id(scroll, id);
    scroll += ',';
    append_number(scroll, position.x);
    scroll += ',';
    append_number(scroll, position.y);
    scroll += "],";
  }
  in.scroll_wanted.clear();
  append_list(patch, "scroll", scroll);

  std::string say;
  for (const auto& [text, assertive] : in.say) {
    say += '[';
    append_json(say, text);
    say += assertive ? ",1]," : ",0],";
  }
  in.say.clear();
  append_list(patch, "say", say);

  if (in.focus_wanted != 0) {
    if (in.now.find(in.focus_wanted) != nullptr) {
      patch += patch.empty() ? "{\"focus\":" : ",\"focus\":";
      append_id(patch, in.focus_wanted);
      in.focus_wanted = 0;
    } else if (--in.focus_patience <= 0) {
      in.focus_wanted = 0;
    }
  }
  if (!patch.empty()) patch += '}';
  std::swap(in.sent, in.now);
  return patch;
}

}  // namespace cohoi::ui
