// One planning function per command: what it would write and say, or why it may not. Each is the whole rule of its command; Session
// only chooses, writes and remembers.
#pragma once

#include "core/app/draft.h"

namespace cohoi::app {

// record_commands.cpp, opportunity_creation.cpp
[[nodiscard]] Result<Planned> plan(const SaveRecord& command, Draft& draft);
// bulk_commands.cpp
[[nodiscard]] Result<Planned> plan(const EditRecords& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const TagRecords& command, Draft& draft);
// delete_commands.cpp
[[nodiscard]] Result<Planned> plan(const DeleteRecords& command, Draft& draft);
// merge_commands.cpp
[[nodiscard]] Result<Planned> plan(const MergeRecords& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const KeepApart& command, Draft& draft);
// lead_commands.cpp
[[nodiscard]] Result<Planned> plan(const MakeLead& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const AnswerCriterion& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const SetLeadStatus& command, Draft& draft);
// conversion_commands.cpp
[[nodiscard]] Result<Planned> plan(const ConvertLead& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const ConvertLeads& command, Draft& draft);
// revert_conversion.cpp
[[nodiscard]] Result<Planned> plan(const RevertConversion& command, Draft& draft);
// stage_commands.cpp
[[nodiscard]] Result<Planned> plan(const MoveStage& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const CloseWon& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const CloseLost& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const Reopen& command, Draft& draft);
// activity_commands.cpp
[[nodiscard]] Result<Planned> plan(const AddActivity& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const CompleteActivity& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const Reschedule& command, Draft& draft);
[[nodiscard]] Result<Planned> save_activity(const SaveRecord& command, Draft& draft);
// opportunity_parts.cpp
[[nodiscard]] Result<Planned> plan(const SetRole& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const RemoveRole& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const SetLineItem& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const RemoveLineItem& command, Draft& draft);
// pipeline_commands.cpp
[[nodiscard]] Result<Planned> plan(const SaveStage& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const DeleteStage& command, Draft& draft);
// settings_commands.cpp
[[nodiscard]] Result<Planned> plan(const SaveSettings& command, Draft& draft);
// view_commands.cpp
[[nodiscard]] Result<Planned> plan(const SaveView& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const DeleteView& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const Reorder& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const RenameTag& command, Draft& draft);
// sample_data.cpp
[[nodiscard]] Result<Planned> plan(const LoadSampleData& command, Draft& draft);
[[nodiscard]] Result<Planned> plan(const RemoveSampleData& command, Draft& draft);

}  // namespace cohoi::app
