#include "core/app/import/vcard_table.h"

#include <algorithm>
#include <array>

#include "core/base/contact_points.h"
#include "core/base/person_name.h"
#include "core/base/text.h"

namespace cohoi::app {
namespace {

// As other address books head them, so that the mapping finds them by itself.
enum Column : std::size_t {
  last_name, first_name, company, title, email, phone, mobile, street, city, region, postal_code, country, tags, notes, uid, column_count
};
constexpr std::array<const char*, column_count> heads{"Last name", "First name", "Company", "Job title", "E-mail", "Phone", "Mobile", "Street",
                                                      "City", "Region", "Postal code", "Country", "Tags", "Notes", "UID"};

// Of the machinery, or said elsewhere in the card.
constexpr auto machinery = std::to_array<std::string_view>({"VERSION", "BEGIN", "END", "X-ABLABEL"});
// Can't be kept as text, or means nothing to a reader.
constexpr auto skipped_names = std::to_array<std::string_view>({"PHOTO", "LOGO", "SOUND", "KEY", "PRODID", "REV", "MAILER", "PROFILE", "SOURCE", "NAME",
                                                                "CLASS", "SORT-STRING", "X-ABUID", "X-ABADR", "X-MS-OL-DESIGN", "X-MS-CARDPICTURE",
                                                                "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-GENERATOR", "X-ID", "X-ETAG"});

template <std::size_t size>
bool among(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    const std::string clean = tidy(part);
    if (!clean.empty()) out += (out.empty() ? "" : std::string(between)) + clean;
  }
  return out;
}

// Lines of an address in one.
std::string one_line(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') lines.emplace_back();
    else lines.back() += c;
  }
  return joined(lines, ", ");
}

class CardReader {
 public:
  CardReader(const Vcard& card, VcardTable& table, const std::function<std::string(std::string_view)>& say)
      : card_(card), table_(table), say_(say), cells_(column_count) {}

  std::vector<std::string> read() {
    for (const VcardProperty& property : card_.properties) take(property);
    if (card_.nested) ++table_.skipped["AGENT"];
    choose_email();
    choose_phones();
    choose_address();
    name();
    for (const std::string& line : lines_) cells_[notes] += (cells_[notes].empty() ? "" : "\n") + line;
    return std::move(cells_);
  }

 private:
  void take(const VcardProperty& property) {
    const std::string& what = property.name;
    if (among(machinery, what)) return;
    if (property.binary || among(skipped_names, what) || (what == "AGENT" && card_.nested)) {
      if (what != "AGENT") ++table_.skipped[what];
      return;
    }
    const std::string text = vcard_text(card_, property);
    if (text.empty()) return;
    if (what == "N") {
      if (name_) more(property, "N", joined(vcard_parts(card_, property, ';'), " "));
      else name_ = &property;
    } else if (what == "FN") {
      if (shown_.empty()) shown_ = tidy(text);
      else more(property, say_("import.vcard.name"), text);
    } else if (what == "ORG") {
      organisation(property);
    } else if (what == "TITLE" && cells_[title].empty()) {
      cells_[title] = tidy(text);
    } else if (what == "EMAIL") {
      emails_.push_back(&property);
    } else if (what == "TEL") {
      phones_.push_back(&property);
    } else if (what == "ADR") {
      addresses_.push_back(&property);
    } else if (what == "CATEGORIES") {
      const std::string list = joined(vcard_parts(card_, property, ','), ",");
      cells_[tags] += (cells_[tags].empty() ? "" : ",") + list;
    } else if (what == "NOTE") {
      cells_[notes] += (cells_[notes].empty() ? "" : "\n") + text;
    } else if (what == "UID" && cells_[uid].empty()) {
      cells_[uid] = tidy(text);
    } else {
      more(property, label_of(property), text);
    }
  }

  std::string label_of(const VcardProperty& property) const {
    const std::string& what = property.name;
    if (what == "URL") return say_("import.vcard.website");
    if (what == "BDAY") return say_("import.vcard.birthday");
    if (what == "ANNIVERSARY" || what == "X-ANNIVERSARY" || what == "X-MS-ANNIVERSARY" || what == "X-EVOLUTION-ANNIVERSARY") return say_("import.vcard.anniversary");
    if (what == "NICKNAME") return say_("import.vcard.nickname");
    if (what == "ROLE") return say_("import.vcard.role");
    if (what == "TITLE") return say_("field.title");
    if (what == "LABEL") return say_("import.vcard.address");
    return what;
  }

  // "Fax (work): 905…" among the notes; Apple's own label of the group in place of the types.
  void more(const VcardProperty& property, const std::string& label, const std::string& text) {
    if (text.empty()) return;
    std::string kind;
    for (const VcardProperty& other : card_.properties)
      if (!property.group.empty() && other.group == property.group && other.name == "X-ABLABEL") kind = vcard_text(card_, other);
    if (kind.substr(0, 4) == "_$!<" && kind.size() > 8) kind = kind.substr(4, kind.size() - 8);
    if (kind.empty())
      for (const std::string& type : property.types) {
        if (type == "voice" || type == "internet" || type == "pref" || type == "fax" || type == "cell" || type == "pager" || type == "postal" || type == "parcel") continue;
        kind += (kind.empty() ? "" : ", ") + (type == "home" ? say_("import.vcard.home") : type == "work" ? say_("import.vcard.work") : type);
      }
    lines_.push_back(label + (kind.empty() ? "" : " (" + kind + ")") + ": " + text);
  }

  void organisation(const VcardProperty& property) {
    std::vector<std::string> parts = vcard_parts(card_, property, ';');
    const std::string first = tidy(parts.front());
    parts.erase(parts.begin());
    if (cells_[company].empty()) cells_[company] = first;
    else if (first != cells_[company]) more(property, say_("field.company"), first);
    more(property, say_("import.vcard.department"), joined(parts, ", "));
  }

  void choose_email() {
    const VcardProperty* best = nullptr;
    for (const VcardProperty* one : emails_) {
      if (!is_email(tidy(vcard_text(card_, *one)))) continue;
      if (!best || (one->is("pref") && !best->is("pref"))) best = one;
    }
    if (best) cells_[email] = tidy(vcard_text(card_, *best));
    for (const VcardProperty* one : emails_)
      if (one != best) more(*one, say_("field.email"), vcard_text(card_, *one));
  }

  std::string written_number(const VcardProperty& property) const {
    const std::string number = tidy(vcard_text(card_, property));
    return number.substr(0, 4) == "tel:" ? number.substr(4) : number;
  }

  // tel:+1-418-656-9254;ext=102 is the number and, in the notes, all of it.
  std::string number_of(const VcardProperty& property) const {
    const std::string number = written_number(property);
    return number.substr(0, number.find(";ext="));
  }

  void choose_phones() {
    const VcardProperty* fixed = nullptr;
    const VcardProperty* cell = nullptr;
    for (const VcardProperty* one : phones_) {
      const std::string number = number_of(*one);
      if (one->is("fax") || one->is("pager") || normal_phone(number).empty()) continue;
      const VcardProperty*& best = one->is("cell") ? cell : fixed;
      if (!best || (one->is("pref") && !best->is("pref"))) best = one;
    }
    if (fixed) cells_[phone] = number_of(*fixed);
    if (cell) cells_[mobile] = number_of(*cell);
    for (const VcardProperty* one : phones_) {
      if ((one == fixed || one == cell) && written_number(*one) == number_of(*one)) continue;
      const char* label = one->is("fax") ? "import.vcard.fax" : one->is("pager") ? "import.vcard.pager" : one->is("cell") ? "field.mobile" : "field.phone";
      more(*one, say_(label), written_number(*one));
    }
  }

  std::vector<std::string> address_of(const VcardProperty& property) const {
    std::vector<std::string> parts = vcard_parts(card_, property, ';');
    parts.resize(std::max<std::size_t>(parts.size(), 7));
    for (std::string& part : parts) part = one_line(part);
    return parts;
  }

  void choose_address() {
    const VcardProperty* best = nullptr;
    const auto rank = [](const VcardProperty& one) { return (one.is("pref") ? 2 : 0) + (one.is("work") ? 1 : 0); };
    for (const VcardProperty* one : addresses_)
      if (!best || rank(*one) > rank(*best)) best = one;
    for (const VcardProperty* one : addresses_) {
      const auto parts = address_of(*one);
      if (one != best) {
        more(*one, say_("import.vcard.address"), joined(parts, ", "));
        continue;
      }
      cells_[street] = joined({parts[0], parts[1], parts[2]}, ", ");
      cells_[city] = parts[3];
      cells_[region] = parts[4];
      cells_[postal_code] = parts[5];
      cells_[country] = joined({parts.begin() + 6, parts.end()}, ", ");
    }
  }

  // The parts of N where there are any, else FN taken apart, else whatever the person can be called.
  void name() {
    std::vector<std::string> parts = name_ ? vcard_parts(card_, *name_, ';') : std::vector<std::string>{};
    parts.resize(std::max<std::size_t>(parts.size(), 5));
    for (std::string& part : parts) part = tidy(part);
    const bool vietnamese = is_vietnamese_name(parts[0], joined({parts[2], parts[1]}, " "));
    cells_[last_name] = parts[0];
    cells_[first_name] = vietnamese ? joined({parts[2], parts[1]}, " ") : joined({parts[1], parts[2]}, " ");
    if (!parts[3].empty()) lines_.push_back(say_("import.vcard.prefix") + ": " + parts[3]);
    if (!parts[4].empty()) lines_.push_back(say_("import.vcard.suffix") + ": " + joined({parts.begin() + 4, parts.end()}, " "));
    if (cells_[last_name].empty() && cells_[first_name].empty()) {
      if (!shown_.empty()) {
        const PersonName split = split_name(shown_);
        cells_[last_name] = split.last;
        cells_[first_name] = split.first;
      } else {
        for (const Column other : {company, email, mobile, phone})
          if (cells_[last_name].empty()) cells_[last_name] = cells_[other];
      }
      return;
    }
    // Shown otherwise than its parts say: a word of it would be lost.
    const auto known = words(fold(joined(parts, " ")));
    const auto said = words(fold(shown_));
    if (std::any_of(said.begin(), said.end(), [&](const std::string& word) { return std::find(known.begin(), known.end(), word) == known.end(); }))
      lines_.push_back(say_("import.vcard.name") + ": " + shown_);
  }

  const Vcard& card_;
  VcardTable& table_;
  const std::function<std::string(std::string_view)>& say_;
  std::vector<std::string> cells_;
  std::vector<std::string> lines_;
  const VcardProperty* name_ = nullptr;
  std::string shown_;
  std::vector<const VcardProperty*> emails_, phones_, addresses_;
};

}  // namespace

VcardTable vcard_table(const std::vector<Vcard>& cards, const std::function<std::string(std::string_view key)>& say) {
  VcardTable out;
  out.table.header.assign(heads.begin(), heads.end());
  for (const Vcard& card : cards) {
    out.table.records.push_back(CardReader(card, out, say).read());
    out.table.lines.push_back(card.line);
    out.table.problems.push_back(card.whole ? CsvProblem::none : CsvProblem::cut_off);
  }
  return out;
}

}  // namespace cohoi::app
