// A value or the Error that stands in its place (std::expected's names). Nothing throws.
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "core/base/error.h"

namespace cohoi {

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, Message message, std::string detail = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail), {}});
}

}  // namespace cohoi

// Passes an error on to the caller: COHOI_TRY(auto row, find(id)); COHOI_CHECK(save(row));
#define COHOI_CONCAT_INNER(a, b) a##b
#define COHOI_CONCAT(a, b) COHOI_CONCAT_INNER(a, b)
#define COHOI_TRY_IMPL(temporary, declaration, expression)                    \
  auto temporary = (expression);                                              \
  if (!temporary) return ::cohoi::fail(std::move(temporary).error());         \
  declaration = *std::move(temporary)
#define COHOI_TRY(declaration, expression) COHOI_TRY_IMPL(COHOI_CONCAT(result_, __LINE__), declaration, expression)
#define COHOI_CHECK_IMPL(temporary, expression) \
  if (auto temporary = (expression); !temporary) return ::cohoi::fail(std::move(temporary).error())
#define COHOI_CHECK(expression) COHOI_CHECK_IMPL(COHOI_CONCAT(status_, __LINE__), expression)
