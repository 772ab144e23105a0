// What a field is. Every entity lists its fields once, in `template <class Self, class Visitor> static void fields(Self&, Visitor&&)`;
// table columns, change log, undo, import, export, forms and validation are all derived from that list.
//
// The visitor is called as visit(FieldInfo, member&) for each field, in a fixed order. `id` is no field.
// Member types: std::string, bool, std::int64_t, std::optional<std::int64_t>, std::optional<Money>, std::optional<Date>,
// std::optional<Month>, std::optional<Timestamp>, any enum with EnumNames, Id<T>, Uuid, Tags.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/domain/entity.h"

namespace cohoi {

enum class FieldType : std::uint8_t {
  text, long_text, email, phone, link, tax_code, money, integer, percent, date, month, timestamp, check, choice, tags, ref,
  decimal,  // a plain decimal of core/base/decimal.h
};

enum class Written : std::uint8_t {
  by_user,  // forms, import, inline edit
  by_rule,  // set only by the commands that own it: conversion links, stage, verdict marks …
};

struct FieldInfo {
  std::string_view key;  // column and text key ("field.<entity>.<key>" or "field.<key>")
  FieldType type = FieldType::text;
  Written written = Written::by_user;
  bool required = false;
  bool searchable = false;              // part of full-text search
  Entity ref = Entity::account;         // of a ref: what it points to
  std::span<const std::string_view> choices{};  // of a choice over a closed enum
  int max_length = 255;                 // UTF-16 units, text only
};

struct Tags {
  std::vector<std::string> items;  // tidy, unique by folding, in collation order
  bool operator==(const Tags&) const = default;
};

// A change to one field, as commands, import and sync carry it.
struct FieldValue {
  std::string key;
  Value value;
  bool operator==(const FieldValue&) const = default;
};

}  // namespace cohoi
