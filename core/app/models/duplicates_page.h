// The page of duplicates: the pass over all records, a slice per frame; its groups; and the records of one group beside each other, to be
// made one.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/app/models/names.h"
#include "core/store/duplicates.h"

namespace cohoi::app {

class DuplicatesPage {
 public:
  static constexpr std::array<Entity, 3> kinds{Entity::lead, Entity::contact, Entity::account};

  struct Member {
    Uuid id;
    std::string title, address, second;  // what else tells it from the others
    bool converted = false;              // C-10: stays as it is
  };
  struct Group {
    std::vector<Member> members;
    std::vector<Message> reasons;        // strongest first
    std::string compare;                 // the address where it is compared
  };
  struct Line {
    std::string key;
    Label label;
    std::vector<Label> values;           // of those that take part, in their order
    std::size_t from = 0;                // whose it will be
    Label result;                        // of what nobody has to choose
    bool differs = false;
  };
  struct Comparison {
    std::vector<Member> part, out;       // who takes part, who was left out
    std::size_t survivor = 0;            // a place in `part`
    std::vector<Message> reasons;
    std::vector<Line> lines;
    std::optional<Error> refused;
  };

  // Both are borrowed and outlive the page.
  DuplicatesPage(Session& session, Names& names) : session_(session), names_(names) {}

  // The pass.
  void start();
  void cancel();
  void step(int budget_ms);
  [[nodiscard]] bool working() const { return scan_.has_value() && running_; }
  [[nodiscard]] bool ran() const { return scan_.has_value() && !running_; }
  [[nodiscard]] std::int64_t done_count() const { return scan_ ? scan_->done() : 0; }
  [[nodiscard]] std::int64_t total_count() const { return scan_ ? scan_->total() : 0; }
  [[nodiscard]] std::int64_t rows_per_second() const;
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  // Groups that still stand, the first `limit` of one kind; how many there are of it.
  [[nodiscard]] const std::vector<Group>& groups(Entity kind, std::size_t limit);
  [[nodiscard]] std::int64_t count(Entity kind);

  // Comparing. What was chosen stands as long as the same records are compared.
  void compare(Entity kind, const std::vector<Uuid>& ids);
  [[nodiscard]] const Comparison& comparison();  // fewer than two take part: they are gone
  void keep(const Uuid& id);
  void choose(const std::string& key, const Uuid& from);
  void take_part(const Uuid& id, bool takes);
  [[nodiscard]] MergeRecords merge() const;
  [[nodiscard]] KeepApart keep_apart() const;

 private:
  struct Shown {
    std::uint64_t revision = 0;
    Language language = Language::vi;
    std::size_t limit = 0;
    std::int64_t fallen = 0;  // groups that stand no more, as far as was looked
    std::vector<Group> groups;
  };
  [[nodiscard]] std::vector<store::RawRecord> records_of(Entity kind, const std::vector<Uuid>& ids);
  [[nodiscard]] Member member(const store::RawRecord& record);
  [[nodiscard]] std::vector<Message> reasons(const std::vector<store::RawRecord>& records);
  [[nodiscard]] Shown& shown(Entity kind, std::size_t limit);
  [[nodiscard]] Line line(const MergePart& part, const std::vector<RecordValues>& values, const RecordValues& merged, const std::vector<std::size_t>& places);
  [[nodiscard]] Label value(const MergePart& part, const RecordValues& values);
  void build();

  Session& session_;
  Names& names_;
  std::optional<store::DuplicateScan> scan_;
  bool running_ = false;
  double seconds_ = 0;
  std::optional<Error> error_;
  std::array<Shown, kinds.size()> shown_;

  Entity kind_ = Entity::lead;
  std::vector<Uuid> ids_, out_;
  std::optional<Uuid> survivor_;
  std::map<std::string, Uuid> chosen_;
  std::uint64_t built_revision_ = 0;  // 0: to be built
  Language built_language_ = Language::vi;
  Comparison comparison_;
};

// "#/duplicates?kind=lead&ids=…": records of any origin beside each other.
[[nodiscard]] std::string address_of_comparison(Entity kind, const std::vector<Uuid>& ids);
// The ids of such an address; at most 20.
[[nodiscard]] std::vector<Uuid> ids_in(std::string_view text);
// Where a merged record went; nothing when it was none, or is there.
[[nodiscard]] std::optional<Uuid> merged_into(Session& session, Entity entity, const Uuid& id);

}  // namespace cohoi::app
