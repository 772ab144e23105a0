// What is known of pairs of records. Shipped: never edited, later steps add.
#pragma once

namespace cohoi::store {

extern const char migration_0005[];

}  // namespace cohoi::store
