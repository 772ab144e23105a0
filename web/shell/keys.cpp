#include "web/shell/impl.h"

namespace cohoi::shell {

namespace {

struct GoKey {
  const char* key;
  const char* address;
};
constexpr GoKey go_keys[] = {{"h", "#/"}, {"l", "#/leads"}, {"o", "#/opportunities"}, {"a", "#/accounts"}, {"c", "#/contacts"}};

}  // namespace

// Keys of UX.md outside text fields; what no screen wants stays the browser's.
void Shell::Impl::handle_keys() {
  auto& semantics = ui::semantics();
  const auto* key = semantics.key();
  if (!key) return;
  const auto take = [&] { semantics.consume_key(); };
  const auto name = key->key;
  if (key->ctrl && !key->alt && (name == "k" || name == "K")) {
    take();
    semantics.focus(search_id);
    return;
  }
  if (key->in_text) return;
  if (key->ctrl && (name == "z" || name == "Z")) {
    take();
    if (key->shift) sink.push(views::Redo{});
    else sink.push(views::Undo{});
    return;
  }
  if (key->ctrl && (name == "y" || name == "Y")) {
    take();
    sink.push(views::Redo{});
    return;
  }
  if (key->ctrl || key->alt || !dialogs.empty()) return;
  if (pending_go == "g") {
    pending_go.clear();
    for (const auto& go : go_keys)
      if (name == go.key) {
        take();
        sink.push(views::Navigate{go.address});
        return;
      }
  }
  if (name == "g") {
    take();
    pending_go = "g";
  } else if (name == "/") {
    take();
    semantics.focus(search_id);
  } else if (name == "n") {
    take();
    const auto entity = entity_of(place.screen).value_or(Entity::lead);
    sink.push(views::OpenDialog{views::DialogKind::new_record, {entity == Entity::activity ? Entity::lead : entity, {}}, {}, {}});
  }
}

}  // namespace cohoi::shell
