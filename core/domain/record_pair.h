// What people have said of two records of one kind: that they are different, or, by merging them, that they are one.
#pragma once

#include "core/base/ids.h"
#include "core/domain/enums.h"
#include "core/domain/fields.h"

namespace cohoi {

enum class PairKind : std::uint8_t { apart, merged };
template <>
struct EnumNames<PairKind> {
  static constexpr std::array<std::string_view, 2> names{"apart", "merged"};
};

struct RecordPair {
  static constexpr Entity entity = Entity::record_pair;

  Id<RecordPair> id;
  PairKind kind = PairKind::apart;
  RecordKind record_kind = RecordKind::lead;
  // Of a merge: the one that is gone, and the one it became part of. No links: the first of a merge points at nothing any more.
  Uuid first_id, second_id;
  std::string imported_from;  // of the one that is gone: the same file brings it no second time

  template <class Self, class Visitor>
  static void fields(Self& r, Visitor&& visit) {
    using enum FieldType;
    visit(FieldInfo{.key = "kind", .type = text, .written = Written::by_rule}, r.kind);  // never shown
    visit(FieldInfo{.key = "record_kind", .type = choice, .written = Written::by_rule, .choices = EnumNames<RecordKind>::names}, r.record_kind);
    visit(FieldInfo{.key = "first_id", .type = text, .written = Written::by_rule, .required = true}, r.first_id);
    visit(FieldInfo{.key = "second_id", .type = text, .written = Written::by_rule, .required = true}, r.second_id);
    visit(FieldInfo{.key = "imported_from", .type = text, .written = Written::by_rule}, r.imported_from);
  }
};

}  // namespace cohoi
