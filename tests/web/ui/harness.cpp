#include "tests/web/ui/harness.h"

#include <nlohmann/json.hpp>

#include "generated/test_font.h"
#include "generated/text.h"

namespace cohoi::ui_test {

namespace {

using Json = nlohmann::json;

// What a renderer would answer: every texture is "on the GPU".
void accept_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) texture->SetStatus(ImTextureStatus_OK);
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

std::string text_of(const Json& node, const char* key) {
  const auto found = node.find(key);
  return found != node.end() && found->is_string() ? found->get<std::string>() : std::string();
}

int number_of(const Json& node, const char* key, int otherwise) {
  const auto found = node.find(key);
  return found != node.end() && found->is_number() ? found->get<int>() : otherwise;
}

Element element_of(const Json& node) {
  Element made;
  made.id = node.at("id").get<ImGuiID>();
  made.role = text_of(node, "role");
  made.name = text_of(node, "name");
  made.value = text_of(node, "value");
  made.hint = text_of(node, "hint");
  made.error = text_of(node, "error");
  made.href = text_of(node, "href");
  made.checked = text_of(node, "checked");
  made.selected = text_of(node, "selected");
  made.expanded = text_of(node, "expanded");
  made.sort = text_of(node, "sort");
  made.rows = number_of(node, "rows", -1);
  made.row = number_of(node, "row", -1);
  made.width = node.at("box").at(2).get<int>();
  made.disabled = node.contains("disabled");
  made.focusable = node.contains("focusable");
  made.current = node.contains("current");
  if (node.contains("options")) {
    for (const Json& option : node.at("options")) made.options.emplace_back(option.at(0).get<std::string>(), option.at(1).get<std::string>());
  }
  return made;
}

}  // namespace

Page::Page(float width, float height, float scale) : context(semantics) {
  imgui_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(imgui_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = ImVec2(width * scale, height * scale);
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  const auto bytes = test_font();
  // The atlas only reads what it does not own.
  auto* data = const_cast<unsigned char*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  ImFont* font = io.Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 16.0F, &config);
  context.fonts = ui::Fonts{font, font};
  context.scale = scale;
  context.language = Language::en;
  text::set_language(Language::en);
  ui::watch_items(imgui_, &semantics);
}

Page::~Page() {
  ImGui::SetCurrentContext(imgui_);
  ui::watch_items(imgui_, nullptr);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(imgui_);
}

void Page::draw(Draw what) {
  draw_ = std::move(what);
  settle();
}

void Page::settle() {
  for (int i = 0; i < 3; ++i) frame();
}

void Page::pointer(float x, float y, int button) {
  ImGui::SetCurrentContext(imgui_);
  ImGui::GetIO().AddMousePosEvent(x, y);
  if (button >= 0) ImGui::GetIO().AddMouseButtonEvent(0, button > 0);
  frame();
  frame();
}

void Page::frame() {
  ImGui::SetCurrentContext(imgui_);
  ImGui::GetIO().DeltaTime = 1.0F / 60.0F;
  context.now += 1.0 / 60.0;
  ImGui::NewFrame();
  semantics.begin_frame();
  {
    const ui::Frame drawn(context);
    if (draw_) draw_();
  }
  semantics.end_frame();
  ImGui::Render();
  accept_textures();
  apply(semantics.take_patch());
}

void Page::resize(float width, float height) {
  ImGui::SetCurrentContext(imgui_);
  ImGui::GetIO().DisplaySize = ImVec2(width * context.scale, height * context.scale);
  settle();
}

void Page::apply(const std::string& patch) {
  if (patch.empty()) return;
  const Json json = Json::parse(patch, nullptr, false);
  IM_ASSERT(!json.is_discarded());
  if (json.contains("remove")) {
    for (const Json& id : json.at("remove")) {
      elements_.erase(id.get<ImGuiID>());
      children_.erase(id.get<ImGuiID>());
    }
  }
  if (json.contains("put")) {
    for (const Json& node : json.at("put")) {
      Element made = element_of(node);
      const auto before = elements_.find(made.id);
      if (before != elements_.end()) made.parent = before->second.parent;
      elements_[made.id] = std::move(made);
    }
  }
  if (json.contains("move")) {
    const Json& moved = json.at("move");
    for (std::size_t i = 0; i + 4 < moved.size(); i += 5) elements_[moved.at(i).get<ImGuiID>()].width = moved.at(i + 3).get<int>();
  }
  if (json.contains("order")) {
    for (const Json& pair : json.at("order")) {
      std::vector<ImGuiID>& home = children_[pair.at(0).get<ImGuiID>()];
      home.clear();
      for (const Json& id : pair.at(1)) {
        home.push_back(id.get<ImGuiID>());
        elements_[home.back()].parent = pair.at(0).get<ImGuiID>();
      }
    }
  }
  if (json.contains("focus")) {
    wished_focus_ = json.at("focus").get<ImGuiID>();
    semantics.push_focus(wished_focus_, true);
  }
  if (json.contains("scroll")) {
    for (const Json& wish : json.at("scroll")) semantics.push_scroll({wish.at(0).get<ImGuiID>(), wish.at(1).get<float>(), wish.at(2).get<float>()});
  }
  if (json.contains("say")) {
    for (const Json& line : json.at("say")) said_.push_back(line.at(0).get<std::string>());
  }
  order_.clear();
  const std::function<void(ImGuiID)> walk = [&](ImGuiID parent) {
    const auto home = children_.find(parent);
    if (home == children_.end()) return;
    for (const ImGuiID id : home->second) {
      order_.push_back(id);
      walk(id);
    }
  };
  walk(0);
}

const Element* Page::find(std::string_view role, std::string_view name) const {
  for (const ImGuiID id : order_) {
    const auto found = elements_.find(id);
    if (found != elements_.end() && found->second.role == role && (name.empty() || found->second.name == name)) return &found->second;
  }
  return nullptr;
}

std::vector<const Element*> Page::all(std::string_view role) const {
  std::vector<const Element*> result;
  for (const ImGuiID id : order_) {
    const auto found = elements_.find(id);
    if (found != elements_.end() && found->second.role == role) result.push_back(&found->second);
  }
  return result;
}

bool Page::inside(const Element& element, std::string_view role, std::string_view name) const {
  for (auto at = elements_.find(element.parent); at != elements_.end(); at = elements_.find(at->second.parent)) {
    if (at->second.role == role && (name.empty() || at->second.name == name)) return true;
    if (at->second.parent == 0) return false;
  }
  return false;
}

bool Page::shows(std::string_view words) const {
  for (const auto& [id, element] : elements_) {
    if (element.name.find(words) != std::string::npos) return true;
  }
  return false;
}

bool Page::click(std::string_view role, std::string_view name, bool shift) {
  const Element* element = find(role, name);
  if (element == nullptr) return false;
  semantics.push_click(element->id, false, false, shift);
  settle();
  return true;
}

bool Page::double_click(std::string_view role, std::string_view name) {
  const Element* element = find(role, name);
  if (element == nullptr) return false;
  semantics.push_click(element->id, true, false, false);
  settle();
  return true;
}

bool Page::type(std::string_view role, std::string_view name, std::string_view text, bool commit) {
  const Element* element = find(role, name);
  if (element == nullptr) return false;
  semantics.push_focus(element->id, true);
  // The page's own field shows what was typed: no patch repeats it.
  elements_[element->id].value = text;
  semantics.push_text({element->id, std::string(text), commit});
  settle();
  return true;
}

bool Page::choose(std::string_view name, std::string_view option_label) {
  const Element* element = find("select", name);
  if (element == nullptr) return false;
  for (const auto& [value, label] : element->options) {
    if (label != option_label) continue;
    elements_[element->id].value = value;
    semantics.push_text({element->id, value, true});
    settle();
    return true;
  }
  return false;
}

bool Page::focus(std::string_view role, std::string_view name, bool visible) {
  const Element* element = find(role, name);
  if (element == nullptr) return false;
  semantics.push_focus(element->id, visible);
  settle();
  return true;
}

void Page::press(std::string_view key, bool shift, bool ctrl) {
  const auto found = elements_.find(semantics.focused());
  const bool in_text = found != elements_.end() && (found->second.role == "textbox" || found->second.role == "textarea" || found->second.role == "searchbox" ||
                                                    found->second.role == "spinbutton" || found->second.role == "combobox");
  semantics.push_key({std::string(key), semantics.focused(), ctrl, shift, false, in_text});
  settle();
}

void Page::scroll(std::string_view inside_role, std::string_view inside_name, float y) {
  for (const Element* element : all("scroll")) {
    if (!inside(*element, inside_role, inside_name)) continue;
    semantics.push_scroll({element->id, 0.0F, y});
    settle();
    return;
  }
}

}  // namespace cohoi::ui_test
