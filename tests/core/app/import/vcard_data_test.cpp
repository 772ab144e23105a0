// The published address books, imported, and held against what each file says: nothing of a card may be missing but what is said.
#include <filesystem>
#include <map>

#include "core/base/text.h"
#include "tests/core/app/import/import_fixture.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

const std::vector<std::string> files{
    "ez-vcard/John_Doe_ANDROID.vcf",          "ez-vcard/John_Doe_BLACK_BERRY.vcf",
    "ez-vcard/John_Doe_EVOLUTION.vcf",        "ez-vcard/John_Doe_GMAIL.vcf",
    "ez-vcard/John_Doe_IPHONE.vcf",           "ez-vcard/John_Doe_LOTUS_NOTES.vcf",
    "ez-vcard/John_Doe_MAC_ADDRESS_BOOK.vcf", "ez-vcard/John_Doe_MS_OUTLOOK.vcf",
    "ez-vcard/fullcontact.vcf",               "ez-vcard/gmail-list.vcf",
    "ez-vcard/gmail-single.vcf",              "ez-vcard/gmail-single2.vcf",
    "ez-vcard/issue114.vcf",                  "ez-vcard/outlook-2003.vcf",
    "ez-vcard/outlook-2007.vcf",              "ez-vcard/rfc2426-example.vcf",
    "ez-vcard/rfc6350-example.vcf",           "ez-vcard/thunderbird-MoreFunctionsForAddressBook-extension.vcf",
    "sabre/issue153.vcf",                     "sabre/issue64.vcf",
    "vobject/radicale-1587.vcf"};

// Letters and digits only, so that a field's white space and an address's commas make no difference.
std::string bare(std::string_view text) {
  std::string out = fold(text);
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  return out;
}

// All that was kept of one card.
std::string kept(MemorySession& m, const Contact& contact) {
  std::string all = contact.imported_from + "|" + contact.notes;
  for (const FieldInfo& field : fields_of(Entity::contact))
    if (const auto value = value_of(contact, field.key); const auto* text = std::get_if<std::string>(&value)) all += "|" + *text;
  if (!contact.account_id.empty()) all += "|" + m.get(contact.account_id).name;
  return bare(all);
}

}  // namespace

TEST_CASE("data: every address book imports with nothing lost" * needs_data()) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(std::getenv("COHOI_DATA")) + "/vcard")) {
    if (entry.path().extension() != ".vcf") continue;
    const std::string name = entry.path().string();
    CHECK_MESSAGE(std::any_of(files.begin(), files.end(), [&](const std::string& one) { return name.ends_with(one); }), "not tested: " << name);
  }
  for (const std::string& file : files) {
    CAPTURE(file);
    MemorySession m;
    const std::string text = data_file("vcard/" + file);
    REQUIRE_FALSE(text.empty());
    auto import = opened(m, text, file);
    ask(*import);
    // People who look alike in these files are all wanted.
    for (std::size_t q = 0; q < import->questions().size(); ++q) import->answer(q, 0, "new");
    bring_in(*import);
    if (file == "sabre/issue64.vcf") {
      // Nothing but a picture: nobody to call by a name, which is said.
      REQUIRE(import->problems().size() == 1);
      CHECK(import->problems()[0].reason.key == "import.refused.no_name");
      CHECK(import->skipped() == "PHOTO (1)");
      continue;
    }
    CHECK(import->counts().refused == 0);
    const auto cards = app::read_vcards(text);
    const auto contacts = m.all<Contact>();
    REQUIRE(contacts.size() == cards.size());
    std::map<std::string, int> skipped;
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const std::string all = kept(m, contacts[i]);
      for (const auto& property : cards[i].properties) {
        if (property.name == "VERSION" || property.name == "X-ABLABEL") continue;
        if ((", " + import->skipped()).find(", " + property.name + " (") != std::string::npos) {
          ++skipped[property.name];
          continue;
        }
        CAPTURE(property.name);
        std::string value = app::vcard_text(cards[i], property);
        if (value.starts_with("tel:")) value = value.substr(4);
        // Names and addresses are put in another order, so word by word.
        for (const std::string& word : words(fold(value))) {
          CAPTURE(word);
          CHECK(all.find(word) != std::string::npos);
        }
      }
    }
    std::string said;
    for (const auto& [what, count] : skipped) said += (said.empty() ? "" : ", ") + what + " (" + std::to_string(count) + ")";
    CHECK(said == import->skipped());
  }
}

TEST_CASE("data: the fields of each address book are those the file says" * needs_data()) {
  struct Wanted {
    const char *file, *last, *first, *company, *title, *email, *phone, *mobile, *street, *city, *postal_code;
  };
  const auto wanted = std::to_array<Wanted>({
      {"ez-vcard/John_Doe_BLACK_BERRY.vcf", "Doe", "john", "Acme Solutions", "", "", "", "+96123456789", "", "", ""},
      {"ez-vcard/John_Doe_EVOLUTION.vcf", "Doe", "John Richter, James", "IBM", "Money Counter", "john.doe@ibm.com", "905-555-1234", "905-666-1234",
       "ASB-123, 15 Crescent moon drive", "Albaney", "12345"},
      {"ez-vcard/John_Doe_GMAIL.vcf", "Doe", "John Richter, James", "IBM", "Money Counter", "john.doe@ibm.com", "905-666-1234", "905-555-1234",
       "Crescent moon drive, 555-asd, Nice Area, Albaney, New York 12345, United States of America", "", ""},
      {"ez-vcard/John_Doe_IPHONE.vcf", "Doe", "John Richter,James", "IBM", "Money Counter", "john.doe@ibm.com", "905-666-1234", "905-555-1234",
       "Silicon Alley 5,", "New York", "12345"},
      {"ez-vcard/John_Doe_LOTUS_NOTES.vcf", "Doe", "John Johny", "IBM", "Generic Accountant", "john.doe@ibm.com", "", "+1 (212) 204-34456",
       "25334, South cresent drive, Building 5, 3rd floo r", "New York", "NYC887"},
      {"ez-vcard/John_Doe_MAC_ADDRESS_BOOK.vcf", "Doe", "John Richter,James", "IBM", "Money Counter", "john.doe@ibm.com", "905-777-1234", "905-555-1234",
       "Silicon Alley 5,", "New York", "12345"},
      {"ez-vcard/John_Doe_MS_OUTLOOK.vcf", "Doe", "John Richter,James", "IBM", "Money Counter", "john.doe@ibm.cm", "(905) 555-1234", "",
       "Cresent moon drive", "Albaney", "12345"},
      {"ez-vcard/fullcontact.vcf", "LastName", "FirstName MiddleName", "Organization1", "Title1", "home@example.com", "555-555-1111", "555-555-1113",
       "WorkExtended, WorkStreet", "WorkCity", "WorkPostal"},
      {"ez-vcard/gmail-single.vcf", "Dartmouth", "Greg", "TheCompany", "TheJobTitle", "gdartmouth@hotmail.com", "555 555 2222", "555 555 1111",
       "123 Home St, Home City, HM 12345", "", ""},
      {"ez-vcard/gmail-single2.vcf", "Test", "VCard", "TheCompany", "TheJobTitle", "email@example.com", "5555551111", "5555551115", "113 Main St", "NY", "10011"},
      {"ez-vcard/issue114.vcf", "Dummy", "Dummy", "Dummy GmbH", "", "dummy.dummy@dummy.com", "+49 9876 54321", "+49 1234 56789", nullptr, "Bad Homburg", "61352"},
      {"ez-vcard/outlook-2003.vcf", "Doe", "John", "Company, The", "The Job Title", "jdoe@hotmail.com", "", "", "TheOffice, 123 Main St", "Austin", "12345"},
      {"ez-vcard/outlook-2007.vcf", "Angstadt", "Michael", "TheCompany", "TheJobTitle", "mike.angstadt@gmail.com", "(111) 555-1111", "(111) 555-4444",
       "TheOffice, 222 Broadway", "New York", "99999"},
      {"ez-vcard/rfc2426-example.vcf", "Dawson", "Frank", "Lotus Development Corporation", "", "Frank_Dawson@Lotus.com", "+1-919-676-9515", "",
       "6544 Battleford Drive", "Raleigh", "27613-3502"},
      {"ez-vcard/rfc6350-example.vcf", "Perreault", "Simon", "Viagenie", "", "simon.perreault@viagenie.ca", "+1-418-656-9254", "+1-418-262-6501",
       "Suite D2-630, 2875 Laurier", "Quebec", "G1V 2M2"},
      {"ez-vcard/thunderbird-MoreFunctionsForAddressBook-extension.vcf", "Doe", "John", "TheOrganization", "TheTitle", "doe.john@hotmail.com",
       "555-555-1111", "555-555-5555", "222 Broadway, Suite 100", "New York", "98765"},
      {"sabre/issue153.vcf", "Benutzer", "Test", "", "", "", "", "", "", "", ""},
      {"vobject/radicale-1587.vcf", "Family", "Given Additional", "", "", "", "", "", "", "", ""},
  });
  for (const Wanted& one : wanted) {
    CAPTURE(one.file);
    MemorySession m;
    auto import = imported(m, data_file("vcard/" + std::string(one.file)));
    const auto contacts = m.all<Contact>();
    REQUIRE_FALSE(contacts.empty());
    const Contact& contact = contacts[0];
    CHECK(contact.last_name == one.last);
    CHECK(contact.first_name == one.first);
    CHECK((contact.account_id.empty() ? std::string() : m.get(contact.account_id).name) == one.company);
    CHECK(contact.title == one.title);
    CHECK(contact.email == one.email);
    CHECK(contact.phone == one.phone);
    CHECK(contact.mobile == one.mobile);
    if (one.street) CHECK(contact.street == one.street);
    CHECK(contact.city == one.city);
    CHECK(contact.postal_code == one.postal_code);
  }
}

TEST_CASE("data: Android's cards, all in quoted-printable, come one by one" * needs_data()) {
  MemorySession m;
  auto import = imported(m, data_file("vcard/ez-vcard/John_Doe_ANDROID.vcf"));
  const auto contacts = m.all<Contact>();
  REQUIRE(contacts.size() == 6);
  CHECK(contacts[0].email == "john.doe@company.com");
  CHECK(contacts[2].last_name == "Ñ Ñ Ñ Ñ");
  CHECK(contacts[3].mobile == "3456789");
  CHECK(contacts[4].first_name == "Ñ Ñ Ñ");
  CHECK(contacts[5].email == "henry@company.com");
  CHECK(contacts[5].mobile == "55556666");
}
