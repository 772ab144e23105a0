// The first shape of the file. Shipped: edited only to leave out what migrations_0004.h takes away; later steps add.
#pragma once

namespace cohoi::store {

extern const char migration_0001[];

}  // namespace cohoi::store
