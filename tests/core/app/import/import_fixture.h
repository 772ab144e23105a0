// An open product and a file to bring into it, without a screen.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "core/app/import/import.h"
#include "tests/support/memory_session.h"

namespace cohoi::test {

inline void work_off(app::Import& import) {
  while (import.working()) REQUIRE(import.step(1000));
}

inline std::unique_ptr<app::Import> opened(MemorySession& m, std::string text, std::string name = "file.csv") {
  auto import = app::Import::open(*m, std::move(name), std::move(text));
  REQUIRE(import);
  work_off(**import);
  return std::move(*import);
}

inline void ask(app::Import& import) {
  REQUIRE(import.survey());
  work_off(import);
}

inline void bring_in(app::Import& import) {
  REQUIRE(import.check());
  work_off(import);
  REQUIRE(import.apply());
  work_off(import);
  REQUIRE(import.phase() == app::Import::Phase::done);
}

inline std::unique_ptr<app::Import> imported(MemorySession& m, std::string text) {
  auto import = opened(m, std::move(text));
  ask(*import);
  bring_in(*import);
  return import;
}

// The answer to a foreign word, whatever question it is in.
inline void answer(app::Import& import, const std::string& foreign, const std::string& target) {
  const auto& questions = import.questions();
  for (std::size_t q = 0; q < questions.size(); ++q)
    for (std::size_t r = 0; r < questions[q].rows.size(); ++r)
      if (questions[q].rows[r].foreign == foreign) return import.answer(q, r, target);
  FAIL("no question about " << foreign);
}

inline const app::ImportQuestion* question(const app::Import& import, app::ImportQuestion::About about) {
  const auto& questions = import.questions();
  const auto found = std::find_if(questions.begin(), questions.end(), [&](const auto& one) { return one.about == about; });
  return found == questions.end() ? nullptr : &*found;
}

// Cases named "data: …" are passed over where the published data sets are not at hand.
inline doctest::skip needs_data() { return doctest::skip(std::getenv("COHOI_DATA") == nullptr); }

inline std::string data_file(const std::string& name) {
  const char* folder = std::getenv("COHOI_DATA");
  if (!folder) return {};
  std::ifstream file(std::string(folder) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace cohoi::test
