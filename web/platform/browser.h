// What the browser says about itself and its user, and the little it keeps for this device.
#pragma once

#include "core/base/clock.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cohoi::platform {

struct Environment {
  std::vector<std::string> languages;  // as the user prefers them: "vi-VN", "en" …
  bool dark = false;
  bool reduced_motion = false;
  bool touch = false;          // the main pointer is a finger
  bool forced_colors = false;
  bool more_contrast = false;
  bool apple_keys = false;     // Cmd where others have Ctrl
  bool online = true;
  bool secure = false;         // https or localhost: locks, second copy, clipboard API
  bool hidden = false;         // the tab is in the background
};

class Browser {
 public:
  // `changed` is called once at attach and whenever something of it changes.
  void attach(std::function<void(const Environment&)> changed);
  [[nodiscard]] const Environment& environment() const { return environment_; }

  // Settings of this device (language, theme, column widths), never records. A browser may refuse; then nothing is remembered.
  [[nodiscard]] std::optional<std::string> load(const std::string& key) const;
  bool store(const std::string& key, const std::string& value);
  void forget(const std::string& key);

  [[nodiscard]] std::int64_t now_ms() const;                        // UTC, milliseconds since 1970
  [[nodiscard]] int zone_offset_minutes(std::int64_t at_ms) const;  // east of UTC, at that instant
  void random(std::span<std::uint8_t> into) const;                  // fit for ids and secrets
  [[nodiscard]] std::uint64_t random_bits();                        // the same, drawn many at once: an import makes an id a line

  // A CSS system colour ("CanvasText") as the page resolves it now, 0xRRGGBB.
  [[nodiscard]] std::uint32_t system_colour(const char* name) const;

  // The page around the canvas: colour scheme of native lists, language, colour behind the canvas ("#rrggbb").
  void dress(bool dark, const std::string& language, const std::string& page_colour);
  void reload();
  [[nodiscard]] std::string version() const;  // of the program, as the page names it

  // The room of this page; `changed` is called when the browser has answered.
  struct Storage {
    bool known = false;
    double used_bytes = 0.0, quota_bytes = 0.0;
    bool kept = false;  // never cleared without the user
  };
  [[nodiscard]] const Storage& storage() const { return storage_; }
  void ask_storage(bool keep);
  void storage_answered(double used_bytes, double quota_bytes, bool kept);  // from JS
  void mark(const std::string& name);  // User Timing, e.g. cohoi:ready

  // Calls `step` between the browser's other tasks, in a hidden tab too, until it answers false. One work at a time: asked for again while
  // it goes on, it just goes on.
  void work(std::function<bool()> step);
  void work_on();  // from JS

  void arrived(int flags, const std::string& languages);  // from JS

 private:
  Environment environment_;
  std::array<std::uint64_t, 128> drawn_bits_{};
  std::size_t next_bits_ = drawn_bits_.size();
  Storage storage_;
  std::function<void(const Environment&)> changed_;
  std::function<bool()> step_;  // of the work under way
};

// The device's clock and its time zone of the moment.
class BrowserClock final : public Clock {
 public:
  explicit BrowserClock(const Browser& browser) : browser_(browser) {}
  [[nodiscard]] Timestamp now() const override { return Timestamp{browser_.now_ms()}; }
  [[nodiscard]] int utc_offset_minutes() const override { return browser_.zone_offset_minutes(browser_.now_ms()); }

 private:
  const Browser& browser_;
};

}  // namespace cohoi::platform
