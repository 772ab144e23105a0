#include "web/platform/browser.h"

#include "web/platform/js_bridge.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace cohoi::platform {

void Browser::attach(std::function<void(const Environment&)> changed) {
  changed_ = std::move(changed);
  cohoi_browser_attach(this);
}

std::optional<std::string> Browser::load(const std::string& key) const {
  char* value = cohoi_browser_load(key.c_str());
  if (value == nullptr) return std::nullopt;
  return take_text(value);
}

bool Browser::store(const std::string& key, const std::string& value) {
  return cohoi_browser_store(key.c_str(), value.c_str()) != 0;
}

void Browser::forget(const std::string& key) { cohoi_browser_store(key.c_str(), nullptr); }

std::int64_t Browser::now_ms() const {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

int Browser::zone_offset_minutes(std::int64_t at_ms) const { return cohoi_browser_zone_offset(static_cast<double>(at_ms)); }

void Browser::random(std::span<std::uint8_t> into) const {
  cohoi_browser_random(into.data(), static_cast<int>(into.size()));
}

std::uint64_t Browser::random_bits() {
  if (next_bits_ == drawn_bits_.size()) {
    random({reinterpret_cast<std::uint8_t*>(drawn_bits_.data()), sizeof drawn_bits_});
    next_bits_ = 0;
  }
  return drawn_bits_[next_bits_++];
}

void Browser::dress(bool dark, const std::string& language, const std::string& page_colour) {
  cohoi_browser_dress(dark ? 1 : 0, language.c_str(), page_colour.c_str());
}

std::uint32_t Browser::system_colour(const char* name) const { return static_cast<std::uint32_t>(cohoi_browser_system_colour(name)); }

void Browser::reload() { cohoi_browser_reload(); }

std::string Browser::version() const { return take_text(cohoi_browser_version()); }

void Browser::ask_storage(bool keep) { cohoi_browser_storage(keep ? 1 : 0); }

void Browser::storage_answered(double used_bytes, double quota_bytes, bool kept) {
  storage_ = {true, used_bytes, quota_bytes, kept};
  if (changed_) changed_(environment_);
}

void Browser::mark(const std::string& name) { cohoi_stage_mark(name.c_str()); }

void Browser::work(std::function<bool()> step) {
  if (step_) return;
  step_ = std::move(step);
  cohoi_browser_work();
}

void Browser::work_on() {
  if (step_()) return cohoi_browser_work();
  step_ = nullptr;
}

void Browser::arrived(int flags, const std::string& languages) {
  const auto has = [flags](int bit) { return (flags & bit) != 0; };
  environment_ = Environment{{}, has(1), has(2), has(4), has(8), has(16), has(32), has(64), has(128), has(256)};
  for (std::size_t at = 0; at < languages.size();) {
    const std::size_t end = std::min(languages.find(',', at), languages.size());
    if (end > at) environment_.languages.push_back(languages.substr(at, end - at));
    at = end + 1;
  }
  if (changed_) changed_(environment_);
}

}  // namespace cohoi::platform

void cohoi_on_environment(cohoi::platform::Browser* self, int flags, char* languages) {
  self->arrived(flags, cohoi::platform::take_text(languages));
}

void cohoi_on_storage(cohoi::platform::Browser* self, double used, double quota, int kept) { self->storage_answered(used, quota, kept != 0); }

void cohoi_on_work(cohoi::platform::Browser* self) { self->work_on(); }
