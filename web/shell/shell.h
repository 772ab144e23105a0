// The frame of the product: rail, top bar, the screen of the present address, dialogs, toasts. Owns every view's state, builds the models
// when data, language or address changed, draws, then carries out the intents (MODELS.md "Shape of one view").
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/app/session.h"
#include "web/shell/place.h"
#include "web/shell/ports.h"
#include "web/views/intent.h"

namespace cohoi::shell {

// What a page around us may ask (web/page/embed.js). The numbers cross.
enum class Ask : std::uint8_t { open, create, find };

class Shell {
 public:
  // Both are borrowed and outlive the shell.
  Shell(app::Session& session, const Ports& ports);
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  void arrive(const std::string& address);  // from the router
  void draw();                              // inside a ui::Frame
  void dropped(ChosenFile file);            // a file dropped on the page: goes to the import
  // The answer: records of fields (embedding.h). What is made goes through the commands, as everything does.
  [[nodiscard]] std::string answer(Ask ask, const std::string& text);
  [[nodiscard]] ThemeChoice theme() const;
  // Long work is under way: an import, a search for duplicates. It goes on by work(), outside frames, a slice at a time; false when all is done.
  [[nodiscard]] bool working() const;
  bool work();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace cohoi::shell
