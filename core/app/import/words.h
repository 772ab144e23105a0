// Guesses at what foreign words for stages, statuses and products mean in ours.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/domain/sales_records.h"

namespace cohoi::app {

// Null when there is no good guess. Points into `stages`.
[[nodiscard]] const Stage* guess_stage(std::string_view foreign, std::span<const Stage> stages);
[[nodiscard]] std::optional<LeadStatus> guess_lead_status(std::string_view foreign);

// Of a task or call: "Completed", "Held", "Đã xong"; false for every other word.
[[nodiscard]] bool means_done(std::string_view foreign);

struct ProductGuess {
  const Product* product = nullptr;  // points into the list
  bool sure = false;                 // the same but for spaces, marks and case
};
// The same name or code, else the one that is nearest by letters, when it is near.
[[nodiscard]] ProductGuess guess_product(std::string_view foreign, std::span<const Product> products);

// The text of a cell, empty for what stands where nothing is given: "-", "N/A", "--None--", "Select".
[[nodiscard]] std::string_view given_text(std::string_view cell);

// Letters to insert, delete or change to make one of the other.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace cohoi::app
