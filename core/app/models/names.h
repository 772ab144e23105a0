// Names of what records point to, looked up once per revision: owners, stages, and accounts or contacts as they are met.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/app/models/presentation.h"
#include "core/app/session.h"

namespace cohoi::app {

class Names {
 public:
  explicit Names(Session& session) : session_(session) {}

  [[nodiscard]] const std::vector<Owner>& owners();
  [[nodiscard]] const std::vector<Stage>& stages();  // of all pipelines, in order; won and lost last
  [[nodiscard]] const std::vector<Product>& products();
  [[nodiscard]] const std::vector<Choice>& choices();
  [[nodiscard]] std::string owner(OwnerId id);
  [[nodiscard]] const Stage* stage(StageId id);
  [[nodiscard]] Label stage_label(StageId id);
  [[nodiscard]] std::string account(AccountId id);
  [[nodiscard]] std::string contact(ContactId id);
  // Options of an editable list (sources, reasons …), retired ones left out. Value = the key of a built-in entry, else the name.
  [[nodiscard]] std::vector<Option> choice_options(ChoiceList list);
  // The text of a stored choice value: built-in keys are translated, anything else is as written.
  [[nodiscard]] Label choice_label(ChoiceList list, const std::string& stored);
  [[nodiscard]] std::vector<Option> owner_options();
  [[nodiscard]] std::vector<Option> stage_options();

  [[nodiscard]] std::string money(const std::optional<Money>& amount) const;
  [[nodiscard]] std::string date(const std::optional<Date>& date) const;
  [[nodiscard]] std::string when(const std::optional<Timestamp>& time) const;

 private:
  void refresh();
  Session& session_;
  std::uint64_t revision_ = ~std::uint64_t{0};
  std::vector<Owner> owners_;
  std::vector<Stage> stages_;
  std::vector<Product> products_;
  std::vector<Choice> choices_;
  std::unordered_map<Uuid, std::string> accounts_, contacts_;
};

}  // namespace cohoi::app
