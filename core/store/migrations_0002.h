// Rates between currencies. Shipped: never edited, later steps add.
#pragma once

namespace cohoi::store {

extern const char migration_0002[];

}  // namespace cohoi::store
