// The board: one column per open stage of the pipeline, cards in the order of what is due next. Reads the cards that are looked at only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/app/models/names.h"
#include "core/app/models/record_list.h"

namespace cohoi::app {

struct BoardColumn {
  StageId id;
  StageKind kind = StageKind::open;
  Label name;
  std::int64_t count = 0;
  std::string sum, weighted;  // per currency, joined with " + "
};

struct BoardCard {
  OpportunityId id;
  std::string name, account, amount;
  Label days;         // in the stage
  Label next;         // next activity, or that there is none
  bool overdue = false;
  bool rots = false;  // P-4
};

class OpportunityBoard {
 public:
  OpportunityBoard(Session& session, Names& names) : session_(session), names_(names) {}
  // Runs the queries again when the request (search, owner) or the data changed.
  Status show(const ListRequest& request);
  [[nodiscard]] const std::vector<BoardColumn>& columns() const { return columns_; }  // open ones
  [[nodiscard]] const std::vector<BoardColumn>& ends() const { return ends_; }        // won, lost
  [[nodiscard]] const BoardCard& card(std::size_t column, std::size_t index);

 private:
  [[nodiscard]] BoardCard read_card(const Opportunity& opportunity, const Stage& stage);

  Session& session_;
  Names& names_;
  ListRequest request_;
  std::uint64_t revision_ = ~std::uint64_t{0};
  Language language_ = Language::vi;
  std::vector<BoardColumn> columns_, ends_;
  std::vector<std::vector<std::int64_t>> rows_;
  std::map<std::pair<std::size_t, std::size_t>, BoardCard> cards_;
};

}  // namespace cohoi::app
