#include "core/domain/lead_rules.h"

#include "core/domain/conversion.h"
#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;

TEST_CASE("L-1 accepts: a lead made from a contact is linked to it and to its account, and can be called and found") {
  Contact person = contact();
  person.email = "an@saomai.vn";
  person.mobile = "0903 123 456";
  person.do_not_email = true;
  const Lead made = lead_from_contact(person, account());
  CHECK(made.contact_id == person.id);
  CHECK(made.account_id == account().id);
  CHECK(made.last_name == "Nguyễn");
  CHECK(made.company == "Sao Mai");
  CHECK(made.phone == "0903 123 456");
  CHECK(made.do_not_email);
  CHECK(made.status == LeadStatus::fresh);
  CHECK(check_lead(made));
}

TEST_CASE("L-1 refuses: to copy what belongs to the contact and its account") {
  Contact person = contact();
  person.street = "12 Lê Lợi";
  person.notes = "Thích cà phê";
  person.tags = make_tags({"VIP"});
  Account firm = account();
  firm.tax_code = "0312345678";
  firm.website = "saomai.vn";
  const Lead made = lead_from_contact(person, firm);
  CHECK(made.street.empty());
  CHECK(made.notes.empty());
  CHECK(made.tags.items.empty());
  CHECK(made.tax_code.empty());
  CHECK(made.website.empty());
}

TEST_CASE("L-1: the lead of an individual has no company") {
  Account individual = account();
  individual.kind = AccountKind::individual;
  CHECK(lead_from_contact(contact(), individual).company.empty());
  CHECK(lead_from_contact(contact(), std::nullopt).account_id == contact().account_id);
}

TEST_CASE("A lead names a person or a company") {
  Lead nobody;
  nobody.email = "an@saomai.vn";
  CHECK_FALSE(check_lead(nobody));
  nobody.company = "Sao Mai";
  CHECK(check_lead(nobody));
}

TEST_CASE("Disqualifying asks a reason, and a note when the reason is Other; coming back clears both") {
  CHECK(with_status(lead(), LeadStatus::working)->status == LeadStatus::working);
  CHECK(with_status(lead(), LeadStatus::disqualified, "  ").error().code == ErrorCode::invalid);
  CHECK(with_status(lead(), LeadStatus::disqualified, "other").error().detail == "disqualify_note");
  const auto out = with_status(lead(), LeadStatus::disqualified, "other", "Đã giải thể");
  REQUIRE(out);
  CHECK(out->disqualify_note == "Đã giải thể");
  const auto back = with_status(*out, LeadStatus::nurturing);
  REQUIRE(back);
  CHECK(back->disqualify_reason.empty());
  CHECK(back->disqualify_note.empty());
}

TEST_CASE("C-10 accepts: a lead that is not converted takes any work status") {
  for (const LeadStatus status : {LeadStatus::fresh, LeadStatus::working, LeadStatus::nurturing}) CHECK(with_status(lead(), status));
}

TEST_CASE("C-10 refuses: to set Converted by hand, and to change the status of a converted lead") {
  CHECK(with_status(lead(), LeadStatus::converted).error().code == ErrorCode::refused);
  Lead converted = lead();
  converted.status = LeadStatus::converted;
  CHECK(with_status(converted, LeadStatus::working).error().code == ErrorCode::conflict);
}
