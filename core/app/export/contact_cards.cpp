#include "core/app/export/contact_cards.h"

#include "core/app/export/content_lines.h"

namespace cohoi::app {
namespace {

std::string card_of(const Contact& contact, Names& names) {
  std::string out;
  const auto add = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) append_line(out, name, content_text(text));
  };
  append_line(out, "BEGIN", "VCARD");
  append_line(out, "VERSION", "4.0");
  append_line(out, "UID", "urn:uuid:" + contact.id.uuid.to_string());
  append_line(out, "FN", content_text(title_of(contact)));
  append_line(out, "N", content_text(contact.last_name) + ";" + content_text(contact.first_name) + ";;;");
  if (!contact.account_id.empty()) add("ORG", names.account(contact.account_id));
  add("TITLE", contact.title);
  add("TEL;TYPE=work", contact.phone);
  add("TEL;TYPE=cell", contact.mobile);
  add("EMAIL", contact.email);
  std::string address = ";";
  bool placed = false;
  for (const std::string* part : {&contact.street, &contact.city, &contact.region, &contact.postal_code, &contact.country}) {
    address += ";" + content_text(*part);
    placed = placed || !part->empty();
  }
  if (placed) append_line(out, "ADR;TYPE=work", address);
  std::string tags;
  for (const std::string& tag : contact.tags.items) tags += (tags.empty() ? "" : ",") + content_text(tag);
  if (!tags.empty()) append_line(out, "CATEGORIES", tags);
  add("NOTE", contact.notes);
  append_line(out, "END", "VCARD");
  return out;
}

}  // namespace

Status export_cards(RecordList& contacts, Names& names, const Sink& sink) {
  for (const std::int64_t row : contacts.row_numbers()) {
    COHOI_TRY(const auto read, store::fetch_raw(contacts.session().db(), Entity::contact, {row}));
    if (!read.empty()) COHOI_CHECK(sink(card_of(store::typed<Contact>(read.front().record), names)));
  }
  return {};
}

}  // namespace cohoi::app
