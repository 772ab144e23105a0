#include "web/ui/dialog.h"

#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/button.h"
#include "web/ui/display.h"
#include "web/ui/internals.h"
#include "web/ui/paint.h"
#include "web/ui/scroll.h"

namespace cohoi::ui {

namespace {

constexpr float dialog_pad = 24.0F;

// The close button, at the top right of a box, as the last of its controls so that it is not the first to be focused.
void close_button(const Rect& box, float css_pad) {
  Region corner;
  corner.width = control_height();
  corner.x = box.max.x - px(css_pad) - corner.width + px(6);
  corner.y = box.min.y + px(css_pad) - px(4);
  push_region(corner);
  static_cast<void>(icon_button("close", {.name = text::ui_close(), .icon = icon::x}));
  pop_region();
}

}  // namespace

struct Dialog::State {
  ImGuiID id = 0;
  Rect box;
  float pad = 0.0F, footer = 0.0F, fade_before = 1.0F;
  bool dismissed = false, has_footer = false;
  std::unique_ptr<Layer> layer;
  std::unique_ptr<IdScope> scope;
  std::unique_ptr<Scroll> body;
  std::unique_ptr<Inline> buttons;
};

Dialog::Dialog(std::string_view key, const DialogLook& look) : state_(std::make_unique<State>()) {
  State& in = *state_;
  Internals& all = internals();
  in.id = id_of(key);
  const bool on_top = ++all.dialogs >= all.dialogs_before;
  in.scope = std::make_unique<IdScope>(key);
  in.dismissed = semantics().activated(id_of("close")) || (on_top && all.popup.owner == 0 && take_key(0, "Escape"));

  const Theme& t = theme();
  const Rect page = page_rect();
  const bool sheet = is_phone();
  in.pad = px(sheet ? 16.0F : dialog_pad);
  const float width = sheet ? page.width() : std::min(px(look.wide ? 960.0F : 480.0F), page.width() - px(48));
  const float text_room = width - in.pad * 2.0F;
  const float sentence = look.sentence.empty() ? 0.0F : px(4) + wrapped_height(look.sentence, TextStyle::body, text_room);
  const float head = in.pad + metrics(TextStyle::section).line_height + sentence + px(gap_medium);
  const ImGuiID body = id_of("body");
  // Not measured yet: as high as it may be, so that focusing a field does not scroll it in a low box.
  const float measured = recall(sub_id(body, "content"), -1.0F);
  const float content = measured < 0.0F ? page.height() : measured;
  in.footer = recall(sub_id(in.id, "footer"), 0.0F);
  const float most = page.height() - px(sheet ? 32.0F : 64.0F);
  const float height = std::min(head + content + std::max(in.footer, in.pad - px(4)), most);
  const float x = std::round(page.centre().x - width * 0.5F);
  const float y = sheet ? page.max.y - height : std::round(std::max(px(32), (page.height() - height) * 0.42F));
  in.box = Rect{ImVec2(x, y), ImVec2(x + width, y + height)};

  in.layer = std::make_unique<Layer>(in.id, page);
  draw_dim();
  in.fade_before = all.fade;
  if (measured < 0.0F) all.fade = 0.0F;  // the first frame only measures
  soft_shadow(in.box, radius_card, 16.0F);
  fill(in.box, t.raised, radius_card, sheet ? ImDrawFlags_RoundCornersTop : 0);
  outline(in.box, t.border, radius_card);
  semantics().open(node_of(in.id, Role::dialog, look.title, in.box));

  const Rect title = Rect{ImVec2(in.box.min.x + in.pad, in.box.min.y + in.pad), ImVec2(in.box.max.x - in.pad - px(40), in.box.min.y + in.pad + metrics(TextStyle::section).line_height)};
  if (draw_text(title, look.title, TextStyle::section, t.text)) offer_tooltip(sub_id(in.id, "title"), title, look.title);
  Node heading = node_of(0, Role::heading, look.title, title);
  heading.level = 2;
  semantics().leaf(std::move(heading));
  if (sentence > 0.0F) {
    const Rect words{ImVec2(title.min.x, title.max.y + px(4)), ImVec2(title.min.x + text_room, title.max.y + sentence)};
    draw_wrapped(words, look.sentence, TextStyle::body, t.second);
    text_node(look.sentence, words);
  }
  const Rect view{ImVec2(in.box.min.x, in.box.min.y + head), ImVec2(in.box.max.x, in.box.max.y - std::max(in.footer, px(4)))};
  // Room for focus rings and shadows at the edges of the scrolled part.
  in.body = std::make_unique<Scroll>("body", view, in.pad / context().scale, 4.0F);
  region().gap = px(gap_large);
}

void Dialog::footer() {
  State& in = *state_;
  in.body.reset();
  in.has_footer = true;
  const float top = in.box.max.y - in.footer;
  const bool scrolls = recall(sub_id(id_of("body"), "content"), 0.0F) > top - in.box.min.y;
  if (scrolls) fill(Rect{ImVec2(in.box.min.x, top), ImVec2(in.box.max.x, top + hairline())}, theme().border);
  Region bar;
  bar.x = in.box.min.x + in.pad;
  bar.width = in.box.width() - in.pad * 2.0F;
  bar.y = top + px(gap_large);
  push_region(bar);
  in.buttons = std::make_unique<Inline>(Align::end);
}

Dialog::~Dialog() {
  State& in = *state_;
  in.body.reset();
  if (in.has_footer) {
    in.buttons.reset();
    const Region done = pop_region();
    remember(sub_id(in.id, "footer"), done.y - (in.box.max.y - in.footer) + in.pad);
  } else {
    remember(sub_id(in.id, "footer"), 0.0F);
  }
  close_button(in.box, is_phone() ? 16.0F : dialog_pad);
  in.scope.reset();
  draw_overlays();
  semantics().close();
  internals().fade = in.fade_before;
  in.layer.reset();
}

bool Dialog::dismissed() const { return state_->dismissed; }

struct SidePanel::State {
  Rect box;
  bool dismissed = false;
  std::unique_ptr<Clip> clip;
  std::unique_ptr<IdScope> scope;
  std::unique_ptr<Scroll> body;
};

float side_panel_width() { return px(420); }

SidePanel::SidePanel(std::string_view key, const std::string& title, const Rect& box, const std::string& href) : state_(std::make_unique<State>()) {
  State& in = *state_;
  in.box = box;
  const ImGuiID id = id_of(key);
  in.scope = std::make_unique<IdScope>(key);
  const KeyPress* press = semantics().key();
  const bool free = internals().popup.owner == 0 && internals().dialogs_before == 0 && press != nullptr && !press->in_text;
  in.dismissed = semantics().activated(id_of("close")) || (free && take_key(0, "Escape"));
  in.clip = std::make_unique<Clip>(in.box);
  fill(in.box, theme().surface);
  fill(in.box.left(hairline()), theme().border);
  semantics().open(node_of(id, Role::complementary, title, in.box));
  const float pad = px(gap_large);
  Region head;
  head.x = in.box.min.x + pad;
  head.y = in.box.min.y + pad;
  head.width = in.box.width() - pad * 2.0F;
  head.width -= control_height() + px(gap_small);  // the close button's
  push_region(head);
  if (href.empty()) {
    heading(title, 2);
  } else {
    Node name = node_of(id_of("title"), Role::heading, title, peek(metrics(TextStyle::section).line_height));
    name.level = 2;
    semantics().open(std::move(name));
    link("page", {.label = title, .href = href, .style = TextStyle::section});
    semantics().close();
  }
  const Region done = pop_region();
  const float top = std::max(done.y, in.box.min.y + pad + px(24)) + px(gap_small);
  in.body = std::make_unique<Scroll>("body", Rect{ImVec2(in.box.min.x + hairline(), top), in.box.max}, gap_large, gap_small);
}

SidePanel::~SidePanel() {
  State& in = *state_;
  in.body.reset();
  close_button(in.box, gap_large);
  semantics().close();
  in.scope.reset();
  in.clip.reset();
}

bool SidePanel::dismissed() const { return state_->dismissed; }

}  // namespace cohoi::ui
