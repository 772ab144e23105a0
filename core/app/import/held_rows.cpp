#include "core/app/import/held_rows.h"

#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace cohoi::app {
namespace {

constexpr std::size_t block_size = std::size_t{64} * 1024;

enum class Kind : std::uint8_t { text, number, money };

void get_bytes(std::string_view& in, void* into, std::size_t size) {
  std::memcpy(into, in.data(), size);
  in.remove_prefix(size);
}

template <class T>
void put(std::string& out, const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
T get(std::string_view& in) {
  static_assert(std::is_trivially_copyable_v<T>);
  T value{};
  get_bytes(in, &value, sizeof value);
  return value;
}

void put_value(std::string& out, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    put(out, Kind::text);
    put(out, text->size());
    out += *text;
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    put(out, Kind::number);
    put(out, *number);
  } else if (const auto* money = std::get_if<Money>(&value)) {
    put(out, Kind::money);
    put(out, *money);
  }
}

Value get_value(std::string_view& in) {
  switch (get<Kind>(in)) {
    case Kind::number: return get<std::int64_t>(in);
    case Kind::money: return get<Money>(in);
    case Kind::text: break;
  }
  const auto size = get<std::size_t>(in);
  std::string text(in.substr(0, size));
  in.remove_prefix(size);
  return text;
}

}  // namespace

void HeldRows::add(const std::vector<store::NewRecord>& records) {
  if (blocks_.empty() || blocks_.back().size() >= block_size) blocks_.emplace_back();
  std::string& out = blocks_.back();
  put(out, records.size());
  for (const store::NewRecord& record : records) {
    put(out, record.entity);
    put(out, record.id);
    put(out, record.values.size());
    for (const auto& [field, value] : record.values) {
      put(out, static_cast<std::uint8_t>(field));
      put_value(out, value);
    }
  }
}

std::vector<store::NewRecord> HeldRows::take() {
  std::string_view in = std::string_view(blocks_[block_]).substr(at_);
  std::vector<store::NewRecord> records(get<std::size_t>(in));
  for (store::NewRecord& record : records) {
    record.entity = get<Entity>(in);
    record.id = get<Uuid>(in);
    record.values.resize(get<std::size_t>(in));
    for (auto& [field, value] : record.values) {
      field = get<std::uint8_t>(in);
      value = get_value(in);
    }
  }
  at_ = blocks_[block_].size() - in.size();
  if (in.empty()) {
    blocks_[block_++] = {};
    at_ = 0;
  }
  return records;
}

}  // namespace cohoi::app
