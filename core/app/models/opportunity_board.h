// The board: one column per stage, in lanes by owner when asked for. One pass over the open opportunities gives counts, sums and order;
// the words of a card are read when it is looked at, so that thousands of cards cost no more than those in sight.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/app/models/names.h"
#include "core/app/models/record_list.h"
#include "core/store/opportunity_rows.h"

namespace cohoi::app {

struct BoardRequest {
  ListRequest filter;                   // as in the list of opportunities
  std::string sort = "next_activity";   // or "amount", "days", "close_date": the order inside a column
  bool closed = false;                  // the won and lost ones of the last 90 days as columns too
  bool by_owner = false;                // a lane for each owner
  std::string pipeline;                 // id; empty = the first
  bool operator==(const BoardRequest&) const = default;
};

struct BoardFigures {
  std::int64_t count = 0;
  std::string sum, weighted;  // per currency, joined with " + "
};

struct BoardColumn {
  StageId id;
  StageKind kind = StageKind::open;
  Label name;
  BoardFigures figures;
};

struct BoardLane {
  OwnerId owner;               // empty: nobody's, or all when there are no lanes
  std::string name;
  BoardFigures figures;
  std::vector<std::vector<std::uint32_t>> cells;  // by column: indexes of rows, in order
};

struct BoardPlace {
  std::size_t lane = 0, column = 0, index = 0;
};

struct BoardCard {
  OpportunityId id;
  std::string name, account, amount, owner;
  Label days;         // in the stage; of a closed one the day it was closed
  Label next;         // next activity, or that there is none
  std::optional<ActivityKind> next_kind;
  bool overdue = false;
  bool closed = false;
  bool rots = false;  // P-4
};

class OpportunityBoard {
 public:
  OpportunityBoard(Session& session, Names& names) : session_(session), names_(names) {}
  // Runs again what the change of the request or of the data made stale.
  Status show(const BoardRequest& request);
  [[nodiscard]] const std::vector<BoardColumn>& columns() const { return columns_; }
  [[nodiscard]] const std::vector<BoardLane>& lanes() const { return lanes_; }  // one without a name when there are no lanes
  [[nodiscard]] const std::vector<Stage>& stages() const { return stages_; }    // of the pipeline, won and lost last
  [[nodiscard]] const std::vector<Option>& pipelines() const { return pipelines_; }
  [[nodiscard]] std::int64_t total() const { return total_; }                   // cards on the board
  [[nodiscard]] std::uint64_t version() const { return version_; }              // another one when any card may be another
  [[nodiscard]] const BoardCard& card(const BoardPlace& place);
  [[nodiscard]] std::optional<BoardPlace> place_of(OpportunityId id) const;
  [[nodiscard]] std::optional<StageKind> kind_of(StageId id) const;

 private:
  [[nodiscard]] Status read_rows();
  void read_stages();
  void arrange(const std::vector<bool>* shown);
  [[nodiscard]] BoardCard read_card(const Opportunity& opportunity, const store::OpportunityRow& row);

  Session& session_;
  Names& names_;
  BoardRequest request_;
  std::uint64_t revision_ = ~std::uint64_t{0};
  std::uint64_t version_ = 0;
  Date day_;
  Language language_ = Language::vi;
  bool with_closed_ = false;
  std::vector<store::OpportunityRow> rows_;
  std::vector<Stage> stages_;
  std::vector<Option> pipelines_;
  std::vector<BoardColumn> columns_;
  std::vector<BoardLane> lanes_;
  std::int64_t total_ = 0;
  std::unordered_map<std::uint32_t, BoardCard> cards_;  // by row
};

}  // namespace cohoi::app
