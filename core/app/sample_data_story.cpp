#include "core/app/sample_data_story.h"

#include <algorithm>

#include "core/app/sample_data_teller.h"
#include "core/base/text.h"
#include "core/domain/record.h"

namespace cohoi::app::sample {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;

std::string mail_name(std::string_view first, std::string_view last) {
  const auto given = words(fold(first));
  const auto family = words(fold(last));
  return (given.empty() ? std::string("info") : given.back()) + "." + (family.empty() ? std::string("x") : family.back());
}

}  // namespace

std::uint64_t Teller::random() {
  seed_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = seed_;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

Timestamp Teller::days_ago(int days) {
  const auto hour = 8 + static_cast<int>(below(9));
  Timestamp time = Timestamp::at(Date{day(ground_.now).days - days}, hour * 60, ground_.utc_offset_minutes);
  // What is past stays past at any hour of today.
  if (days >= 0 && time.ms >= ground_.now.ms) time.ms = ground_.now.ms - hour_ms;
  return time;
}

OwnerId Teller::some_owner() {
  const std::size_t number = below(story_.owners.size() + 2);
  return number < story_.owners.size() ? story_.owners[number].id : ground_.me.id;
}

Money Teller::price_of(const Ware& ware, std::int64_t quantity, bool foreign) const {
  const auto usd = *Currency::parse("USD");
  if (!foreign) return {(ware.code == "WV" ? ware.price * 250 : ware.price) * quantity, Currency{}};
  return {(ware.code == "WV" ? ware.price : ware.price / 250) * quantity, usd};
}

void Teller::make_owners() {
  for (const char* name : {"Trần Minh Khôi", "Lê Thu Trang", "Sarah Collins"}) story_.owners.push_back({.id = id<Owner>(), .name = name});
}

void Teller::make_products() {
  for (const Ware& ware : wares) {
    Product product{.id = id<Product>(), .name = say(ware.name, ware.name_en), .code = std::string(ware.code), .series = say(ware.series, ware.series_en)};
    product.price = ware.code == "WV" ? Money{ware.price, *Currency::parse("USD")} : Money{ware.price, Currency{}};
    product.created_at = days_ago(400);
    story_.products.push_back(std::move(product));
  }
}

void Teller::make_accounts() {
  const auto add = [&](const Company& company, std::size_t number) {
    const bool foreign = company.country != "Việt Nam";
    Account account{.id = id<Account>(), .name = std::string(company.name)};
    account.website = company.domain;
    account.email = "info@" + std::string(company.domain);
    account.industry = company.industry;
    account.city = company.city;
    account.country = company.country;
    if (!foreign) {
      account.phone = "024 3" + std::to_string(100 + below(900)) + " " + std::to_string(1000 + below(9000));
      account.tax_code = "01" + std::to_string(10'000'000 + number * 137'911);
      account.street = std::to_string(1 + below(300)) + " Lê Lợi";
    }
    account.employees = static_cast<std::int64_t>(20 + below(900));
    account.founded = static_cast<std::int64_t>(1985 + below(36));
    account.owner_id = some_owner();
    account.source = any_of(sources);
    if (one_in(4)) account.tags = make_tags({say("miền Nam", "export")});
    account.created_at = days_ago(200 + static_cast<int>(below(200)));
    story_.accounts.push_back(std::move(account));
  };
  std::size_t number = 0;
  for (const Company& company : vietnamese_companies) add(company, number++);
  for (const Company& company : international_companies) add(company, number++);
  // Individuals buy, too.
  for (const char* name : {"Nguyễn Thị Hồng Hạnh", "Phạm Quốc Toản", "Đỗ Gia Hân", "Vũ Đình Lâm"}) {
    Account account{.id = id<Account>(), .name = name, .kind = AccountKind::individual};
    account.country = "Việt Nam";
    account.city = "Hà Nội";
    account.phone = "0912 " + std::to_string(100 + below(900)) + " " + std::to_string(100 + below(900));
    account.owner_id = some_owner();
    account.created_at = days_ago(150 + static_cast<int>(below(100)));
    story_.accounts.push_back(std::move(account));
  }
}

Contact Teller::person(const Account& account, bool foreign) {
  Contact contact{.id = id<Contact>()};
  contact.first_name = foreign ? any_of(foreign_firsts) : any_of(given_names);
  contact.last_name = foreign ? any_of(foreign_lasts) : any_of(family_names);
  contact.title = english() ? any_of(titles_en) : any_of(titles_vi);
  const std::string domain = account.website.empty() ? "example.vn" : account.website;
  contact.email = mail_name(contact.first_name, contact.last_name) + "@" + domain;
  contact.phone = foreign ? "+44 20 7946 0" + std::to_string(100 + below(900))
                          : "09" + std::to_string(10 + below(89)) + " " + std::to_string(100 + below(900)) + " " + std::to_string(100 + below(900));
  contact.account_id = account.id;
  contact.owner_id = account.owner_id;
  contact.source = account.source;
  contact.created_at = account.created_at;
  return contact;
}

void Teller::make_contacts() {
  for (const Account& account : story_.accounts) {
    if (account.kind == AccountKind::individual) {
      Contact contact = person(account, false);
      const auto space = account.name.find(' ');
      contact.last_name = account.name.substr(0, space);
      contact.first_name = account.name.substr(space + 1);
      contact.title.clear();
      contact.phone = account.phone;
      contact.email.clear();
      story_.contacts.push_back(std::move(contact));
      continue;
    }
    const std::size_t count = 1 + below(2);
    for (std::size_t i = 0; i < count; ++i) story_.contacts.push_back(person(account, is_foreign(account)));
  }
}

void Teller::make_opportunities() {
  // How many stand where: needs, proposal, negotiation, contract, won, lost.
  constexpr std::array<std::size_t, 6> counts{12, 12, 10, 6, 12, 8};
  std::size_t number = 0;
  for (std::size_t target = 0; target < counts.size(); ++target) {
    for (std::size_t i = 0; i < counts[target]; ++i, ++number) {
      const Contact contact = story_.contacts[number % story_.contacts.size()];
      const auto account = std::find_if(story_.accounts.begin(), story_.accounts.end(), [&](const Account& one) { return one.id == contact.account_id; });
      const Ware& ware = wares[number % wares.size()];
      Opportunity opportunity{.id = id<Opportunity>(), .name = account->name + " – " + say(ware.name, ware.name_en), .account_id = account->id};
      opportunity.owner_id = account->owner_id;
      opportunity.source = account->source;
      const Account copy = *account;
      follow(std::move(opportunity), contact, copy, ware, target, number % 5 < 2);
    }
  }
}

Story Teller::tell() {
  make_owners();
  make_products();
  make_accounts();
  make_contacts();
  make_opportunities();
  make_leads();
  return std::move(story_);
}

Story tell(const Ground& ground) { return Teller(ground).tell(); }

}  // namespace cohoi::app::sample
