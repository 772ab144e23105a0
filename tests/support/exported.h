// A list as it goes out, for tests that look at the text.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "core/app/export/list_export.h"

namespace cohoi::test {

inline std::string exported(app::Session& session, app::Names& names, Entity entity, const app::Say& say,
                            app::TableFormat format = app::TableFormat::csv) {
  std::string text;
  REQUIRE(app::write_table(
      format, [&](app::TableFile& file) { return app::export_list(session, names, entity, say, file); },
      [&](std::string_view piece) -> Status {
        text += piece;
        return {};
      }));
  return text;
}

}  // namespace cohoi::test
