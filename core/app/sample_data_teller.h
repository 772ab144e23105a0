// The one who tells the sample story: seeded numbers, ids that repeat, and the records made so far. Internal to sample data.
#pragma once

#include <array>
#include <string>

#include "core/app/sample_data_story.h"
#include "core/app/sample_data_words.h"

namespace cohoi::app::sample {

class Teller {
 public:
  explicit Teller(const Ground& ground) : ground_(ground) {}
  [[nodiscard]] Story tell();

 private:
  // SplitMix64: equal on every platform, which the standard distributions are not.
  std::uint64_t random();
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random() % limit); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class T, std::size_t size>
  const T& any_of(const std::array<T, size>& list) { return list[below(size)]; }
  template <class T>
  const T& any_of(const std::vector<T>& list) { return list[below(list.size())]; }
  template <class T>
  Id<T> id();
  // An hour of the working day so many days ago (before now) or ahead.
  [[nodiscard]] Timestamp days_ago(int days);
  [[nodiscard]] Date day(Timestamp time) const { return time.date(ground_.utc_offset_minutes); }

  // sample_data_story.cpp
  void make_owners();
  void make_products();
  void make_accounts();
  void make_contacts();
  void make_opportunities();
  [[nodiscard]] bool english() const { return ground_.language == Language::en; }
  [[nodiscard]] std::string say(std::string_view vi, std::string_view en) const { return std::string(english() ? en : vi); }
  Contact person(const Account& account, bool foreign);
  OwnerId some_owner();
  [[nodiscard]] bool is_foreign(const Account& account) const { return account.country != "Việt Nam"; }
  [[nodiscard]] Money price_of(const Ware& ware, std::int64_t quantity, bool foreign) const;
  // sample_data_leads.cpp
  void make_leads();
  void make_open_lead(std::size_t number);
  // The lead an opportunity came from, with all that conversion asked.
  void make_converted_lead(Opportunity& opportunity, const Contact& contact, const Account& account, const Ware& ware, Timestamp converted);
  void answer(const Lead& lead, std::string_view criterion, Answer said, std::string_view evidence, Timestamp when);
  void plan_task(const Lead& lead, std::size_t number);
  // sample_data_deals.cpp
  void follow(Opportunity opportunity, const Contact& contact, const Account& account, const Ware& ware, std::size_t target, bool from_lead);
  void fill_for(Opportunity& opportunity, std::size_t stage, bool foreign, Timestamp begun);
  void talk(ActivityKind kind, std::string subject, Timestamp done, const Opportunity& opportunity, ContactId contact, OwnerId owner);
  void plan_next(const Opportunity& opportunity, ContactId contact);

  Ground ground_;
  Story story_;
  std::uint64_t seed_ = 0x0C0401;
  std::int64_t made_ = 0;
};

template <class T>
Id<T> Teller::id() {
  // Their own far past, so that none meets an id made at work; rising, as all ids do.
  constexpr std::int64_t first_ms = 1'000'000'000'000;
  ++made_;
  return Id<T>{make_uuid_v7(first_ms + made_, 0, static_cast<std::uint64_t>(made_) * 0x9E3779B97F4A7C15ULL)};
}

}  // namespace cohoi::app::sample
