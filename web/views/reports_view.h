// Reports: which one, its choices, then each part with key figures, a chart, and the same as a table. One view for all of them.
#pragma once

#include <map>
#include <string>

#include "core/app/models/reports/report.h"
#include "web/views/parts.h"

namespace cohoi::views {

struct ReportsState {
  app::ReportRequest request;                // as the address has it
  std::map<std::string, std::string> typed;  // days, while they are typed
  std::map<std::string, std::string> errors;
  std::string picture;                       // key of the part whose chart is to be saved, as soon as all of it is in sight
  int picture_frames = 0;                    // how long that is waited for
};

// Every choice goes to the address, so that a report can be kept, shared and gone back to.
void draw_reports(const app::Report& model, ReportsState& state, IntentSink& sink);

}  // namespace cohoi::views
