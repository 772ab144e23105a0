#include "web/shell/place.h"

#include <array>

namespace cohoi::shell {

namespace {

struct Path {
  std::string_view name;
  Screen list, page;
  std::optional<Entity> entity;
};

constexpr std::array<Path, 6> record_paths{{{"leads", Screen::leads, Screen::lead, Entity::lead},
                                            {"opportunities", Screen::opportunities, Screen::opportunity, Entity::opportunity},
                                            {"accounts", Screen::accounts, Screen::account, Entity::account},
                                            {"contacts", Screen::contacts, Screen::contact, Entity::contact},
                                            {"activities", Screen::activities, Screen::activities, Entity::activity},
                                            {"products", Screen::products, Screen::products, Entity::product}}};
constexpr std::array<std::pair<std::string_view, Screen>, 6> plain_paths{
    {{"home", Screen::home}, {"reports", Screen::reports}, {"import", Screen::import}, {"duplicates", Screen::duplicates}, {"settings", Screen::settings}, {"guide", Screen::guide}}};

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decode(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      plain += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      plain += text[i] == '+' ? ' ' : text[i];
    }
  }
  return plain;
}

void read_beside(Place& place) {
  const auto found = place.query.find("beside");
  const auto entity = entity_of(place.screen);
  if (found == place.query.end() || !entity || !place.id.empty()) return;
  std::string_view text = found->second;
  place.beside_entity = *entity;
  if (const auto slash = text.find('/'); slash != text.npos) {
    place.beside_entity = entity_named(text.substr(0, slash)).value_or(*entity);
    text.remove_prefix(slash + 1);
  }
  place.beside = Uuid::parse(text).value_or(Uuid{});
}

}  // namespace

std::map<std::string, std::string> read_query(std::string_view text) {
  std::map<std::string, std::string> query;
  while (!text.empty()) {
    const auto end = text.find('&');
    const auto pair = text.substr(0, end);
    const auto equals = pair.find('=');
    if (!pair.empty()) query[decode(pair.substr(0, equals))] = equals == pair.npos ? std::string() : decode(pair.substr(equals + 1));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
  }
  return query;
}

Place read_address(std::string_view address) {
  if (address.starts_with('#')) address.remove_prefix(1);
  if (address.starts_with('/')) address.remove_prefix(1);
  Place place;
  if (const auto mark = address.find('?'); mark != address.npos) {
    place.query = read_query(address.substr(mark + 1));
    address = address.substr(0, mark);
  }
  if (address.ends_with('/')) address.remove_suffix(1);
  if (address.empty()) return place;
  const auto slash = address.find('/');
  const auto head = address.substr(0, slash);
  const auto tail = slash == address.npos ? std::string_view() : address.substr(slash + 1);
  place.screen = Screen::not_found;
  for (const auto& [name, screen] : plain_paths)
    if (name == head && tail.empty()) place.screen = screen;
  if (place.screen == Screen::not_found && head == "settings") {
    place.screen = Screen::settings;
    place.section = tail;
  }
  for (const auto& path : record_paths) {
    if (path.name != head) continue;
    if (tail.empty() || tail == "new") {
      place.screen = path.list;
      place.create = !tail.empty();
    } else if (const auto id = Uuid::parse(tail)) {
      place.screen = path.page;
      place.id = *id;
    }
  }
  read_beside(place);
  return place;
}

std::string with_beside(std::string_view address, Entity entity, const Uuid& id) {
  const auto mark = address.find('?');
  std::string path(address.substr(0, mark)), query;
  for (auto rest = mark == address.npos ? std::string_view() : address.substr(mark + 1); !rest.empty();) {
    const auto end = rest.find('&');
    const auto pair = rest.substr(0, end);
    if (!pair.empty() && !pair.starts_with("beside=")) query += (query.empty() ? "?" : "&") + std::string(pair);
    rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
  }
  if (!id.empty()) {
    query += query.empty() ? "?beside=" : "&beside=";
    if (entity_of(read_address(path).screen) != entity) query += std::string(name_of(entity)) + "/";
    query += id.to_string();
  }
  return path + query;
}

std::optional<Entity> entity_of(Screen screen) {
  for (const auto& path : record_paths)
    if (path.list == screen || path.page == screen) return path.entity;
  return std::nullopt;
}

Screen list_of(Screen screen) {
  for (const auto& path : record_paths)
    if (path.page == screen) return path.list;
  return screen;
}

}  // namespace cohoi::shell
