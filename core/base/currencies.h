// The currencies of ISO 4217 and how people write them.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/money.h"

namespace cohoi {

[[nodiscard]] bool is_iso_currency(std::string_view upper_code);
// Reads a lower-case sign, code or word: ₫, đ, vnd, vnđ, đồng, $, us$, usd, €, £, ¥ … `fallback` decides what a sign
// shared by several currencies means ($ is the Singapore dollar where amounts are in SGD).
[[nodiscard]] std::optional<Currency> currency_from_sign(std::string_view lower_sign, Currency fallback);
// "₫", "$", "€" …; empty where people write the code.
[[nodiscard]] std::string_view currency_sign(Currency currency);

}  // namespace cohoi
