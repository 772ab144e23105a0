// The full-text index of older files goes; step 1 makes none any more. Shipped: never edited, later steps add.
#pragma once

namespace cohoi::store {

extern const char migration_0004[];

}  // namespace cohoi::store
