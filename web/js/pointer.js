// @ts-check
// Mouse and touch for ImGui's looks and drags; what a press does is the click of the mirror's element, never this.
mergeInto(LibraryManager.library, {
  $Pointer__deps: ['$Stage'],
  $Pointer: {
    /** @type {EventTarget | null} */ pressed: null,

    send: function (kind, event, button) {
      const box = Stage.element.getBoundingClientRect();
      const touch = event.pointerType === 'touch' ? 1 : 0;
      _cohoi_on_pointer(Stage.self, kind, (event.clientX - box.left) * Stage.scale, (event.clientY - box.top) * Stage.scale, button, touch);
    },

    /** The DOM counts the middle button as 1, ImGui the right one. */
    button: function (event) {
      return event.button === 1 ? 2 : event.button === 2 ? 1 : event.button;
    },

    down: function (event) {
      if (!event.isPrimary && event.pointerType !== 'mouse') return;
      Pointer.pressed = event.target;
      Pointer.send(1, event, Pointer.button(event));
    },

    up: function (event) {
      Pointer.pressed = null;
      Pointer.send(2, event, Pointer.button(event));
      if (event.pointerType === 'touch') Pointer.send(3, event, 0);
    },

    move: function (event) {
      if (!event.isPrimary) return;
      // Let go outside the window, where nobody told us.
      if (Pointer.pressed && event.buttons === 0) {
        Pointer.pressed = null;
        Pointer.send(2, event, 0);
      }
      Pointer.send(0, event, 0);
      // Capturing takes the click away, so it waits until leaving the pressed element has done that anyway.
      const pressed = Pointer.pressed;
      if (!(pressed instanceof Element) || event.pointerType !== 'mouse' || !(event.buttons & 1)) return;
      if (pressed.matches('input, textarea, select') || pressed.contains(document.elementFromPoint(event.clientX, event.clientY))) return;
      if (!Stage.element.hasPointerCapture(event.pointerId)) Stage.element.setPointerCapture(event.pointerId);
    },

    attach: function () {
      const stage = Stage.element;
      stage.addEventListener('pointerdown', Pointer.down);
      stage.addEventListener('pointermove', Pointer.move);
      stage.addEventListener('pointerup', Pointer.up);
      stage.addEventListener('pointercancel', function (event) { Pointer.pressed = null; Pointer.send(3, event, 0); });
      stage.addEventListener('pointerleave', function (event) { if (!Pointer.pressed) Pointer.send(3, event, 0); });
      window.addEventListener('blur', function () { Pointer.pressed = null; _cohoi_on_pointer(Stage.self, 3, 0, 0, 0, 0); });
      // A link or a picked word would be dragged by the browser instead of the card under it.
      stage.addEventListener('dragstart', function (event) {
        if (!(event.target instanceof Element && event.target.matches('input, textarea'))) event.preventDefault();
      });
    },
  },
});
