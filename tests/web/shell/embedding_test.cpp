// What an address asks of a frame, and that the shell keeps to it.
#include "web/shell/embedding.h"

#include <doctest/doctest.h>

using namespace cohoi;
using namespace cohoi::shell;

TEST_CASE("an address without embed asks nothing of the frame") {
  for (const char* query : {"", "?", "?screens=leads&readonly=1&rail=0&lang=vi&theme=dark", "?source=mail"}) {
    CAPTURE(query);
    const auto embedding = read_embedding(query);
    CHECK_FALSE(embedding.on);
    CHECK(embedding.rail);
    CHECK_FALSE(embedding.read_only);
    CHECK_FALSE(embedding.language);
    CHECK_FALSE(embedding.theme);
    CHECK(embedding.shows(Screen::settings));
  }
}

TEST_CASE("every option of an embedding address is read") {
  const auto embedding = read_embedding("?embed=1&screens=leads,contacts&lang=vi&theme=contrast&readonly=1&rail=0");
  CHECK(embedding.on);
  CHECK_FALSE(embedding.rail);
  CHECK(embedding.read_only);
  CHECK(embedding.language == Language::vi);
  CHECK(embedding.theme == ThemeChoice::high_contrast);
  CHECK(embedding.shows(Screen::leads));
  CHECK(embedding.shows(Screen::lead));
  CHECK(embedding.shows(Screen::contact));
  CHECK_FALSE(embedding.shows(Screen::home));
  CHECK_FALSE(embedding.shows(Screen::account));
  CHECK_FALSE(embedding.shows(Screen::settings));
}

TEST_CASE("what an embedding address says wrongly is left as it was; screens nobody knows show nothing") {
  const auto odd = read_embedding("?embed&lang=fr&theme=pink&readonly=0&rail=yes&more=1");
  CHECK(odd.on);
  CHECK(odd.rail);
  CHECK_FALSE(odd.read_only);
  CHECK_FALSE(odd.language);
  CHECK_FALSE(odd.theme);
  CHECK(odd.shows(Screen::home));
  const auto none = read_embedding("?embed=1&screens=,nowhere,");
  CHECK_FALSE(none.shows(Screen::home));
  CHECK_FALSE(none.shows(Screen::leads));
  CHECK(none.shows(Screen::not_found));
}
