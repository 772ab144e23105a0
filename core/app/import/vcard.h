// vCard 2.1, 3.0 and 4.0 as phones and address books really write it: folded lines, quoted-printable with soft breaks, groups, old
// character sets, parameters without a name. Knows no meaning of a property: vcard_table.h does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cohoi::app {

struct VcardProperty {
  std::string group;               // "item1" of item1.EMAIL, small letters
  std::string name;                // capital letters
  std::vector<std::string> types;  // small letters: home, work, cell, fax, pref …
  std::string value;               // decoded, escapes still in it
  bool binary = false;             // base64; the value is left out

  [[nodiscard]] bool is(std::string_view type) const;
};

struct Vcard {
  std::int64_t line = 1;  // of its BEGIN, from 1
  bool old = false;       // 2.1
  bool whole = false;     // its END was there
  std::vector<VcardProperty> properties;
  bool nested = false;    // held another card, which was passed over
};

[[nodiscard]] bool is_vcard(std::string_view text);
// What stands outside cards is passed over. `text` is UTF-8.
[[nodiscard]] std::vector<Vcard> read_vcards(std::string_view text);

// The parts of a value that a semicolon (N, ADR, ORG) or a comma (CATEGORIES) divides, or the whole of it ('\0'), without escapes.
[[nodiscard]] std::vector<std::string> vcard_parts(const Vcard& card, const VcardProperty& property, char divider);
[[nodiscard]] std::string vcard_text(const Vcard& card, const VcardProperty& property);

}  // namespace cohoi::app
