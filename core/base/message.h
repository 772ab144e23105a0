// A sentence not yet written: the key of a text and its arguments. The core explains itself only through messages; the view
// turns them into the user's language (web/ui/text.h), so that no rule ever knows a language.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"

namespace cohoi {

struct Message;

// A list of messages is joined with the language's "a, b and c".
using Arg = std::variant<std::string, std::int64_t, Money, Date, Month, std::vector<Message>>;

struct Message {
  std::string key;
  std::vector<Arg> args;

  bool operator==(const Message&) const = default;
};

// The one way to name a text from the core: the string check finds every key by this call.
template <class... Args>
[[nodiscard]] Message msg(std::string key, Args&&... args) {
  Message message{std::move(key), {}};
  message.args.reserve(sizeof...(args));
  (message.args.emplace_back(std::forward<Args>(args)), ...);
  return message;
}

}  // namespace cohoi
