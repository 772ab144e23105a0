// The first wish of that kind that a view has pushed; the sink is empty afterwards.
#pragma once

#include <optional>
#include <variant>

#include "web/views/intent.h"

namespace cohoi {

template <class T>
std::optional<T> pushed(views::IntentSink& sink) {
  for (auto& intent : sink.take())
    if (auto* one = std::get_if<T>(&intent)) return *one;
  return std::nullopt;
}

}  // namespace cohoi
