// The first shape of the file. Shipped: never edited, later steps add.
#pragma once

namespace cohoi::store {

extern const char migration_0001[];

}  // namespace cohoi::store
