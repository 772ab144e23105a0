// The one doctest executable. Cases named "data: …" need COHOI_DATA, the folder of the published data sets.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
