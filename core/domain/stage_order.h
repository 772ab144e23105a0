// Small look-ups over the stages of one pipeline, shared by the rules.
#pragma once

#include <span>
#include <vector>

#include "core/domain/pipeline.h"

namespace cohoi {

// The open stages by position. Pointers into `stages`.
[[nodiscard]] std::vector<const Stage*> open_stages_in_order(std::span<const Stage> stages);
// Null when it is none of these. Points into `stages`.
[[nodiscard]] const Stage* find_stage(StageId id, std::span<const Stage> stages);

}  // namespace cohoi
