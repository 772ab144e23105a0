#include "core/app/models/list_request.h"

#include <algorithm>
#include <charconv>

#include "core/app/models/filter_text.h"

namespace cohoi::app {

namespace {

constexpr std::string_view version = "1";

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void read_columns(Entity entity, std::string_view text, ListRequest& request) {
  for (const auto item : split_at(text, ',')) {
    const auto parts = split_at(item, ':');
    const ListField* field = list_field(entity, unescaped(parts.front()).value_or(""));
    if (!field || !field->column) continue;
    const auto width = parts.size() > 1 ? std::clamp<std::int64_t>(number_in(parts[1]), 0, 2000) : 0;
    request.columns.push_back({field->key, static_cast<float>(width)});
  }
}

void read_order(Entity entity, std::string_view text, ListRequest& request) {
  for (auto item : split_at(text, ',')) {
    const bool descending = item.starts_with('-');
    if (descending) item.remove_prefix(1);
    const ListField* field = list_field(entity, unescaped(item).value_or(""));
    if (field && field->sortable) request.order.push_back({field->key, descending});
  }
}

}  // namespace

void sort_by(ListRequest& request, const std::string& key, bool add) {
  auto& order = request.order;
  const auto found = std::find_if(order.begin(), order.end(), [&](const store::OrderKey& one) { return one.key == key; });
  const bool known = found != order.end() && (add || order.size() == 1);
  if (!known) {
    if (add) order.push_back({key, false});
    else order = {{key, false}};
  } else if (!found->descending) {
    found->descending = true;
  } else {
    order.erase(found);
  }
}

std::string to_text(const ListRequest& request) {
  std::string text(version);
  const auto part = [&](char name, const std::string& value) {
    if (!value.empty()) text += std::string(";") + name + "=" + value;
  };
  const auto joined = [](const auto& items, const auto& write) {
    std::string list;
    for (const auto& item : items) list += (list.empty() ? "" : ",") + write(item);
    return list;
  };
  part('t', escaped(request.text));
  if (!request.filter.empty()) part('f', to_text(request.filter));
  part('o', joined(request.order, [](const store::OrderKey& key) { return (key.descending ? "-" : "") + escaped(key.key); }));
  part('c', joined(request.columns, [](const ColumnChoice& column) {
         return escaped(column.key) + (column.width > 0 ? ":" + std::to_string(static_cast<int>(column.width)) : "");
       }));
  part('g', escaped(request.group_by));
  part('x', joined(request.collapsed, [](const std::string& key) { return escaped(key) + "!"; }));
  return text;
}

ListRequest request_from_text(Entity entity, std::string_view text) {
  ListRequest request;
  const auto parts = split_at(text, ';');
  if (parts.empty() || parts.front() != version) return request;
  for (const auto part : parts) {
    if (part.size() < 2 || part[1] != '=') continue;
    const auto value = part.substr(2);
    switch (part[0]) {
      case 't': request.text = unescaped(value).value_or(""); break;
      case 'f': request.filter = filter_from_text(entity, value).value_or(FilterGroup{}); break;
      case 'o': read_order(entity, value, request); break;
      case 'c': read_columns(entity, value, request); break;
      case 'g':
        if (const ListField* field = list_field(entity, unescaped(value).value_or("")); field && field->groupable) request.group_by = field->key;
        break;
      case 'x':
        for (auto item : split_at(value, ','))
          if (item.ends_with('!'))
            if (auto key = unescaped(item.substr(0, item.size() - 1))) request.collapsed.push_back(*std::move(key));
        break;
      default: break;
    }
  }
  return request;
}

}  // namespace cohoi::app
