// What went wrong, for a program (code), for the user (message) and for a bug report (detail).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/message.h"

namespace cohoi {

enum class ErrorCode : std::uint8_t {
  invalid,    // a value breaks a rule of its field
  refused,    // a rule of the business says no; `missing` lists what is wanting
  not_found,  // the record is not there (any more)
  conflict,   // somebody else changed it, or it was done already
  read_only,  // this page may not write now
  corrupt,    // the data or the file is damaged or foreign
  io,         // the browser's store or the disk failed
  internal,   // a bug of ours
};

struct Error {
  ErrorCode code = ErrorCode::internal;
  Message message;
  std::string detail;            // not translated: SQLite's text, a line number …
  std::vector<Message> missing;  // refusals: each missing item, in order

  bool operator==(const Error&) const = default;
};

}  // namespace cohoi
