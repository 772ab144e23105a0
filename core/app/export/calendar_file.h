// Tasks, calls and meetings with a date as iCalendar (RFC 5545): meetings are events of an hour, the others things to do.
#pragma once

#include "core/app/export/table_file.h"
#include "core/app/models/record_list.h"

namespace cohoi::app {

// Those of the list, in its order; notes and what has no date are left out.
[[nodiscard]] Status export_calendar(RecordList& activities, const Sink& sink);

}  // namespace cohoi::app
