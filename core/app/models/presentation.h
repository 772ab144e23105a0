// How models hand things to views: texts that are ready, sentences still to be translated, and the tone of a mark. No colours here.
#pragma once

#include <string>
#include <vector>

#include "core/base/message.h"

namespace cohoi::app {

enum class Tone : std::uint8_t { neutral, accent, good, warning, bad };

// A text that is either ready (names, money, dates) or a message to translate.
struct Label {
  Message message;   // wins when its key is not empty
  std::string text;

  Label() = default;
  Label(Message m) : message(std::move(m)) {}       // NOLINT(google-explicit-constructor): labels are made of either
  Label(std::string t) : text(std::move(t)) {}      // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool empty() const { return message.key.empty() && text.empty(); }
};

struct Chip {
  Label label;
  Tone tone = Tone::neutral;
};

struct Option {
  std::string value;
  Label label;
};

// One line of facts on a page: label and value, with the address of what it points to.
struct Fact {
  Label label;
  Label value;
  std::string address;
  Tone tone = Tone::neutral;
};

}  // namespace cohoi::app
