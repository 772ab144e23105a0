#include "core/store/records_json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "core/store/change_log_json.h"

namespace cohoi::store {
namespace {

constexpr std::string_view head = R"({"format":"cohoi","version":)";
constexpr std::string_view head_end = R"(,"records":[)";
constexpr std::string_view version = "1";
constexpr std::string_view foot = "]}";
constexpr std::string_view kind_mark = R"({"kind":")", id_mark = R"(","id":")", values_mark = R"(","values":)";

Status damaged(std::size_t line, std::string detail) {
  return fail(ErrorCode::corrupt, msg("store.json_line", std::to_string(line)), std::move(detail));
}

// The text up to `mark`, and what follows it.
std::optional<std::string_view> take_until(std::string_view& rest, std::string_view mark) {
  const std::size_t at = rest.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(at + mark.size());
  return taken;
}

std::optional<RawRecord> record_of(std::string_view line) {
  if (line.ends_with(',')) line.remove_suffix(1);
  if (!line.starts_with(kind_mark) || !line.ends_with('}')) return std::nullopt;
  line = line.substr(kind_mark.size(), line.size() - kind_mark.size() - 1);
  const auto kind = take_until(line, id_mark);
  const auto id = take_until(line, values_mark);
  if (!kind || !id) return std::nullopt;
  const auto entity = entity_named(*kind);
  const auto uuid = Uuid::parse(*id);
  auto values = values_from_json(line);
  if (!entity || !uuid || !values) return std::nullopt;
  return RawRecord{*entity, *uuid, *std::move(values)};
}

}  // namespace

Status write_records_json(Database& db, const std::function<Status(std::string_view)>& sink) {
  COHOI_CHECK(sink(std::string(head) + std::string(version) + std::string(head_end)));
  std::string before = "\n";
  for (const std::string_view kind : entity_names) {
    const Entity entity = *entity_named(kind);
    COHOI_CHECK(each_raw(db, entity, [&](const RawRecord& record) {
      std::vector<Value> values;
      for (const FieldValue& value : record.values) values.push_back(value.value);
      std::string line = before + std::string(kind_mark) + std::string(kind) + std::string(id_mark) + record.id.to_string();
      line += std::string(values_mark) + values_to_json(fields_of(entity), values) + "}";
      before = ",\n";
      return sink(line);
    }));
  }
  return sink("\n" + std::string(foot) + "\n");
}

std::string json_text(std::string_view text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  return {buffer.GetString(), buffer.GetSize()};
}

bool is_records_json(std::string_view file) { return file.starts_with('{'); }

Status read_records_json(std::string_view file, Database& db, WriteContext& context) {
  if (!file.starts_with(head)) return fail(ErrorCode::corrupt, msg("store.foreign_file"), "head");
  COHOI_TRY(auto transaction, Transaction::begin(db, context, msg("done.restored"), TransactionKind::import));
  for (std::size_t number = 1; !file.empty(); ++number) {
    std::string_view line = file.substr(0, file.find('\n'));
    file.remove_prefix(std::min(file.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (number == 1) {
      if (line != std::string(head) + std::string(version) + std::string(head_end))
        return fail(ErrorCode::corrupt, msg("store.newer_file"), std::string(line.substr(0, 100)));
    } else if (line == foot) {
      COHOI_CHECK(transaction.commit());
      return {};
    } else {
      const auto record = record_of(line);
      if (!record) return damaged(number, std::string(line.substr(0, 100)));
      if (const Status put = transaction.insert_imported(*record); !put) return damaged(number, put.error().detail);
    }
  }
  return fail(ErrorCode::corrupt, msg("store.cut_off"), "no last line");
}

}  // namespace cohoi::store
