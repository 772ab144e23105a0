#include "web/ui/semantics.h"

#include <doctest/doctest.h>

#include <imgui.h>

#include <string>
#include <utility>

using namespace cohoi::ui;

namespace {

Node node(ImGuiID id, Role role, std::string name, ImVec2 min = {0, 0}, ImVec2 max = {10, 10}) {
  Node made;
  made.id = id;
  made.role = role;
  made.name = std::move(name);
  made.min = min;
  made.max = max;
  return made;
}

template <class Draw>
std::string frame(Semantics& semantics, Draw draw) {
  semantics.begin_frame();
  draw();
  semantics.end_frame();
  return semantics.take_patch();
}

Node field(std::string value) {
  Node made = node(5, Role::textbox, "Company");
  made.value = std::move(value);
  return made;
}

}  // namespace

TEST_CASE("the first patch holds the whole tree, the next one nothing") {
  Semantics semantics;
  const auto draw = [&] {
    semantics.open(node(1, Role::form, "Lead", {10, 20}, {110, 220}));
    semantics.leaf(node(2, Role::button, "Save", {20, 40}, {60, 72}));
    semantics.close();
  };
  CHECK(frame(semantics, draw) ==
        R"({"put":[{"id":1,"role":"form","box":[10,20,100,200],"name":"Lead"},)"
        R"({"id":2,"role":"button","box":[10,20,40,32],"name":"Save"}],"order":[[1,[2]],[0,[1]]]})");
  CHECK(frame(semantics, draw).empty());
}

TEST_CASE("a node that only moved is only moved, and one that went is removed") {
  Semantics semantics;
  frame(semantics, [&] { semantics.leaf(node(1, Role::button, "Save")); });
  CHECK(frame(semantics, [&] { semantics.leaf(node(1, Role::button, "Save", {5, 0}, {15, 10})); }) == R"({"move":[1,5,0,10,10]})");
  CHECK(frame(semantics, [] {}) == R"({"remove":[1],"order":[[0,[]]]})");
}

TEST_CASE("children of a scroll area have places in its content, so scrolling sends nothing") {
  Semantics semantics;
  const auto draw = [&] {
    const float y = semantics.scroll_of(1).value_or(ImVec2(0, 0)).y;
    Node area = node(1, Role::scroll, "", {0, 100}, {200, 300});
    area.content_height = 4000;
    semantics.open(area);
    semantics.leaf(node(2, Role::row, "Row", {0, 150 - y}, {200, 182 - y}));
    semantics.close();
  };
  CHECK(frame(semantics, draw).find(R"("id":2,"role":"row","box":[0,50,200,32])") != std::string::npos);
  semantics.push_scroll({1, 0, 40.4F});
  CHECK(semantics.has_events());
  CHECK(frame(semantics, draw).empty());
  CHECK(semantics.scroll_of(1)->y == 40.0F);
}

TEST_CASE("a click is seen in one frame only, with its modifiers") {
  Semantics semantics;
  semantics.push_click(7, false, true, false);
  CHECK(semantics.has_events());
  semantics.begin_frame();
  CHECK(semantics.activated(7));
  CHECK(!semantics.activated_twice(7));
  CHECK(semantics.activated_with_ctrl());
  CHECK(!semantics.activated_with_shift());
  semantics.end_frame();
  semantics.begin_frame();
  CHECK(!semantics.activated(7));
  semantics.end_frame();
}

TEST_CASE("what was typed is not written back, and a refused value is, once it is said twice") {
  Semantics semantics;
  frame(semantics, [&] { semantics.leaf(field("")); });
  semantics.push_focus(5, true);
  semantics.push_text({5, "việt", false});
  CHECK(semantics.has_text());
  std::string shown;
  CHECK(frame(semantics, [&] {
          shown = semantics.text_input(5)->value;
          semantics.leaf(field(shown));
        }).empty());
  CHECK(shown == "việt");

  semantics.push_text({5, "việt7", false});
  CHECK(frame(semantics, [&] { semantics.leaf(field("việt")); }).empty());
  CHECK(semantics.has_events());
  CHECK(frame(semantics, [&] { semantics.leaf(field("việt")); }).find(R"("value":"việt")") != std::string::npos);
  CHECK(frame(semantics, [&] { semantics.leaf(field("việt")); }).empty());
}

TEST_CASE("a model one frame behind does not undo what was typed") {
  Semantics semantics;
  frame(semantics, [&] { semantics.leaf(field("a")); });
  semantics.push_focus(5, true);
  semantics.push_text({5, "ab", false});
  CHECK(frame(semantics, [&] { semantics.leaf(field("a")); }).empty());
  CHECK(frame(semantics, [&] { semantics.leaf(field("ab")); }).empty());
  CHECK(!semantics.has_events());
}

TEST_CASE("several inputs of a burst arrive as one, and a commit among them is kept") {
  Semantics semantics;
  semantics.push_text({5, "a", false});
  semantics.push_text({5, "ab", true});
  semantics.push_text({5, "abc", false});
  semantics.begin_frame();
  REQUIRE(semantics.text_input(5) != nullptr);
  CHECK(semantics.text_input(5)->value == "abc");
  CHECK(semantics.text_input(5)->committed);
  semantics.end_frame();
}

TEST_CASE("a key nobody consumes is gone after its frame, the next one gets its own") {
  Semantics semantics;
  semantics.push_key({.key = "x"});
  semantics.push_key({.key = "Escape"});
  semantics.begin_frame();
  REQUIRE(semantics.key() != nullptr);
  CHECK(semantics.key()->key == "x");
  semantics.end_frame();
  CHECK(semantics.has_events());
  semantics.begin_frame();
  REQUIRE(semantics.key() != nullptr);
  CHECK(semantics.key()->key == "Escape");
  semantics.consume_key();
  CHECK(semantics.key() == nullptr);
  CHECK(semantics.consumed_keys() == 1);
  semantics.end_frame();
  CHECK(!semantics.has_events());
}

TEST_CASE("asking for focus waits for the node to appear") {
  Semantics semantics;
  semantics.focus(9);
  CHECK(frame(semantics, [] {}).empty());
  CHECK(semantics.has_events());
  CHECK(frame(semantics, [&] { semantics.leaf(node(9, Role::button, "Save")); }).find(R"("focus":9)") != std::string::npos);
  CHECK(!semantics.has_events());

  Node wanting = node(10, Role::textbox, "Search");
  wanting.want_focus = true;
  CHECK(frame(semantics, [&] { semantics.leaf(wanting); }).find(R"("focus":10)") != std::string::npos);
  CHECK(frame(semantics, [&] { semantics.leaf(wanting); }).empty());
}

TEST_CASE("two nodes of one id both stay in the tree, and the second is reported") {
  Semantics semantics;
  const std::string patch = frame(semantics, [&] {
    semantics.leaf(node(3, Role::button, "One"));
    semantics.leaf(node(3, Role::button, "Two"));
  });
  CHECK(patch.find("\"One\"") != std::string::npos);
  CHECK(patch.find("\"Two\"") != std::string::npos);
  REQUIRE(semantics.unnamed().size() == 1);
  CHECK(semantics.unnamed()[0] == 3);
}

TEST_CASE("texts without ids keep theirs from frame to frame") {
  Semantics semantics;
  const auto draw = [&](const char* second) {
    semantics.open(node(1, Role::group, ""));
    semantics.leaf(node(0, Role::text, "First"));
    semantics.leaf(node(0, Role::text, second));
    semantics.close();
  };
  frame(semantics, [&] { draw("Second"); });
  const std::string patch = frame(semantics, [&] { draw("Third"); });
  CHECK(patch.find("Third") != std::string::npos);
  CHECK(patch.find("remove") == std::string::npos);
  CHECK(patch.find("First") == std::string::npos);
}

TEST_CASE("text of any kind is written as JSON") {
  Semantics semantics;
  const std::string patch = frame(semantics, [&] { semantics.leaf(node(1, Role::text, "“a” \"b\" \\ \n đ")); });
  CHECK(patch.find(R"("name":"“a” \"b\" \\ \u000a đ")") != std::string::npos);
}

TEST_CASE("an item that ImGui drew without a node is reported with its label") {
  Semantics semantics;
  semantics.begin_frame();
  semantics.leaf(node(1, Role::button, "Save"));
  semantics.note_item(1, "Save");
  semantics.note_item(2, nullptr);
  semantics.note_item(2, "Forgotten");
  semantics.end_frame();
  REQUIRE(semantics.unnamed().size() == 1);
  CHECK(semantics.unnamed()[0] == 2);
  CHECK(semantics.label_of(2) == "Forgotten");
}

TEST_CASE("messages are announced once") {
  Semantics semantics;
  semantics.announce("Saved");
  semantics.announce("Not saved", true);
  CHECK(frame(semantics, [] {}) == R"({"say":[["Saved",0],["Not saved",1]]})");
  CHECK(frame(semantics, [] {}).empty());
}
