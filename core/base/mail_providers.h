// Domains that many unrelated people and businesses share, so that they say nothing about who somebody works for (C-4).
#pragma once

#include <string_view>

namespace cohoi {

// `domain` in lower case without "www.".
[[nodiscard]] bool is_shared_domain(std::string_view domain);

}  // namespace cohoi
