// The closed choices of the domain. Each enum has its names once, in order; the names are stored and are the tails of text keys
// ("part.buyer"), so they are never renamed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cohoi {

enum class Answer : std::uint8_t { unknown, yes, no };
enum class Verdict : std::uint8_t { incomplete, qualified, unqualified };
enum class LeadStatus : std::uint8_t { fresh, working, nurturing, disqualified, converted };
// Which part a person plays in a purchase (of a lead, or as a contact role, P-8).
enum class Part : std::uint8_t { unknown, buyer, decision_maker, advisor, employee, influencer };
enum class AccountKind : std::uint8_t { company, individual };
enum class AccountStatus : std::uint8_t { prospect, customer, former };
enum class ActivityKind : std::uint8_t { task, call, meeting, email, note };
enum class StageKind : std::uint8_t { open, won, lost };
enum class ForecastCategory : std::uint8_t { pipeline, best_case, commit, closed, omitted };  // P-9
enum class CriterionKind : std::uint8_t { essential, signal };
// Is the customer's present supplier out of the way?
enum class SupplierDropped : std::uint8_t { unknown, no, yes, none };
enum class ChoiceList : std::uint8_t { source, loss_reason, disqualify_reason, industry, tag };
enum class CustomType : std::uint8_t { text, number, money, date, choice, multi_choice, check, link };
// The kinds of records that may have fields of the user's own.
enum class RecordKind : std::uint8_t { lead, opportunity, account, contact };

template <class E>
struct EnumNames;  // specialised below: `names`

#define COHOI_ENUM_NAMES(Type, count, ...) \
  template <>                              \
  struct EnumNames<Type> {                 \
    static constexpr std::array<std::string_view, count> names{__VA_ARGS__}; \
  }
COHOI_ENUM_NAMES(Answer, 3, "unknown", "yes", "no");
COHOI_ENUM_NAMES(Verdict, 3, "incomplete", "qualified", "unqualified");
COHOI_ENUM_NAMES(LeadStatus, 5, "new", "working", "nurturing", "disqualified", "converted");
COHOI_ENUM_NAMES(Part, 6, "unknown", "buyer", "decision_maker", "advisor", "employee", "influencer");
COHOI_ENUM_NAMES(AccountKind, 2, "company", "individual");
COHOI_ENUM_NAMES(AccountStatus, 3, "prospect", "customer", "former");
COHOI_ENUM_NAMES(ActivityKind, 5, "task", "call", "meeting", "email", "note");
COHOI_ENUM_NAMES(StageKind, 3, "open", "won", "lost");
COHOI_ENUM_NAMES(ForecastCategory, 5, "pipeline", "best_case", "commit", "closed", "omitted");
COHOI_ENUM_NAMES(CriterionKind, 2, "essential", "signal");
COHOI_ENUM_NAMES(SupplierDropped, 4, "unknown", "no", "yes", "none");
COHOI_ENUM_NAMES(ChoiceList, 5, "source", "loss_reason", "disqualify_reason", "industry", "tag");
COHOI_ENUM_NAMES(CustomType, 8, "text", "number", "money", "date", "choice", "multi_choice", "check", "link");
COHOI_ENUM_NAMES(RecordKind, 4, "lead", "opportunity", "account", "contact");
#undef COHOI_ENUM_NAMES

template <class E>
[[nodiscard]] constexpr std::string_view name_of(E value)
  requires requires { EnumNames<E>::names; }
{
  return EnumNames<E>::names[static_cast<std::size_t>(value)];
}

template <class E>
[[nodiscard]] constexpr std::optional<E> enum_named(std::string_view name) {
  for (std::size_t i = 0; i < EnumNames<E>::names.size(); ++i)
    if (EnumNames<E>::names[i] == name) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace cohoi
