// Where the user is: the address after "#", read into a screen. Every place has an address, so back, reload, bookmarks and links work.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "core/domain/entity.h"

namespace cohoi::shell {

enum class Screen : std::uint8_t {
  home, leads, lead, opportunities, opportunity, accounts, account, contacts, contact, activities, products, reports, import, duplicates, settings, guide,
  not_found,
};

struct Place {
  Screen screen = Screen::home;
  Uuid id;
  // "?beside=<id>" (of the list's kind), "?beside=lead/<id>" of another: the record in the side panel. Empty id = none.
  Entity beside_entity = Entity::lead;
  Uuid beside;
  std::string section;                        // of the settings: "#/settings/tags"
  bool create = false;                        // "#/leads/new"
  std::map<std::string, std::string> query;   // decoded
  bool operator==(const Place&) const = default;
};

// "a=b&c=d", decoded.
[[nodiscard]] std::map<std::string, std::string> read_query(std::string_view text);
// "", "#" and "#/" are Home; an unknown path or a broken id is not_found.
[[nodiscard]] Place read_address(std::string_view address);
// The same address with this record beside its list, or with none (empty id).
[[nodiscard]] std::string with_beside(std::string_view address, Entity entity, const Uuid& id);
// The kind of record of a list or page screen; nothing for the others.
[[nodiscard]] std::optional<Entity> entity_of(Screen screen);
// "#/leads" of a lead's page: which link of the rail is current.
[[nodiscard]] Screen list_of(Screen screen);

}  // namespace cohoi::shell
