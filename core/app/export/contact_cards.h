// Contacts as vCard 4.0 (RFC 6350), as phones and mail programs take them.
#pragma once

#include "core/app/export/table_file.h"
#include "core/app/models/record_list.h"

namespace cohoi::app {

// Those of the list, in its order.
[[nodiscard]] Status export_cards(RecordList& contacts, Names& names, const Sink& sink);

}  // namespace cohoi::app
