// What a file says in its own words and the importer must know in ours: asked once per word, with a good guess filled in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/app/models/presentation.h"

namespace cohoi::app {

struct ImportQuestion {
  enum class About : std::uint8_t { stage, product, lead_status, choice, date_order, currency, match_by, lookalikes };
  struct Row {
    std::string foreign;     // as in the file
    std::int64_t count = 0;  // lines that say so
    std::string target;      // value of one of the options; empty = not answered yet
    std::string suggestion;  // a near miss: the name of ours that it may mean
  };
  About about = About::stage;
  Label title, hint;
  std::vector<Row> rows;
  std::vector<Option> options;
  std::string field;  // of a choice: its key
};

// Values of the options besides record ids and enum names.
inline constexpr std::string_view answer_new = "new";      // make it
inline constexpr std::string_view answer_leave = "leave";  // leave it out
inline constexpr std::string_view answer_fill = "fill";    // fill the empty fields of the record there is
inline constexpr std::string_view answer_update = "update";  // write all that the line says into it

}  // namespace cohoi::app
