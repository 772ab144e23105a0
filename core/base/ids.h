// Record ids: UUIDv7 (RFC 9562), 16 bytes in memory, lower-case text with dashes in tables, addresses and files.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace cohoi {

class Uuid {
 public:
  constexpr Uuid() = default;
  constexpr explicit Uuid(std::array<std::uint8_t, 16> bytes) : bytes_(bytes) {}

  // Nothing when the text is no UUID; accepts upper case.
  [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);
  [[nodiscard]] std::string to_string() const;  // empty for the empty id
  [[nodiscard]] constexpr bool empty() const { return *this == Uuid{}; }
  [[nodiscard]] constexpr const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }

  constexpr bool operator==(const Uuid&) const = default;
  constexpr std::strong_ordering operator<=>(const Uuid& other) const {
    for (std::size_t i = 0; i < bytes_.size(); ++i)
      if (bytes_[i] != other.bytes_[i]) return bytes_[i] <=> other.bytes_[i];
    return std::strong_ordering::equal;
  }

 private:
  std::array<std::uint8_t, 16> bytes_{};
};

// The id of one kind of record, so that a lead's id can't be taken for an account's.
template <class Record>
struct Id {
  Uuid uuid;

  [[nodiscard]] constexpr bool empty() const { return uuid.empty(); }
  [[nodiscard]] std::string to_string() const { return uuid.to_string(); }
  constexpr bool operator==(const Id&) const = default;
  constexpr auto operator<=>(const Id& other) const { return uuid <=> other.uuid; }
};

// Source of new ids. Implemented over the browser's random bytes, seeded in tests.
class Ids {
 public:
  virtual ~Ids() = default;
  [[nodiscard]] virtual Uuid next() = 0;

  template <class Record>
  [[nodiscard]] Id<Record> next_of() {
    return Id<Record>{next()};
  }
};

// Builds a UUIDv7 from a time (48 bits of milliseconds), a counter and 58 random bits; ids made by one caller rise when `counter`
// rises within a millisecond.
[[nodiscard]] Uuid make_uuid_v7(std::int64_t unix_ms, std::uint16_t counter, std::uint64_t random);

}  // namespace cohoi

template <>
struct std::hash<cohoi::Uuid> {
  std::size_t operator()(const cohoi::Uuid& id) const noexcept;
};
template <class Record>
struct std::hash<cohoi::Id<Record>> {
  std::size_t operator()(const cohoi::Id<Record>& id) const noexcept { return std::hash<cohoi::Uuid>{}(id.uuid); }
};
