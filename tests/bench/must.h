// What a benchmark cannot go on without: it says why and ends.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <type_traits>
#include <utility>

#include "core/base/error.h"

template <class T>
T must(cohoi::Result<T> result) {
  if (!result) {
    std::printf("failed: %s %s\n", result.error().message.key.c_str(), result.error().detail.c_str());
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}
