// Fields of the user's own. Shipped: never edited, later steps add.
#pragma once

namespace cohoi::store {

extern const char migration_0003[];

}  // namespace cohoi::store
