import { effectScope } from "vue";
import { describe, expect, it, vi } from "vitest";
import { nameOf, useKeys } from "@/composables/useKeys";

const press = (key: string, extra: KeyboardEventInit = {}, target: EventTarget = document.body) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...extra });
  target.dispatchEvent(event);
  return event;
};
function within(keys: Parameters<typeof useKeys>[0], work: () => void) {
  const scope = effectScope();
  scope.run(() => useKeys(keys));
  work();
  scope.stop();
}

describe("the keyboard", () => {
  it("names keys as the help shows them", () => {
    const name = (key: string, extra: KeyboardEventInit = {}) => nameOf(new KeyboardEvent("keydown", { key, ...extra }));
    expect(name("j")).toBe("j");
    expect(name("?", { shiftKey: true })).toBe("?");
    expect(name("s", { ctrlKey: true })).toBe("Ctrl+S");
    expect(name("S", { ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+S");
    expect(name("J", { shiftKey: true })).toBe("Shift+J");
    expect(name("ArrowDown", { shiftKey: true })).toBe("Shift+ArrowDown");
    expect(name(" ")).toBe("Space");
  });
  it("leaves somebody who writes alone, but for keys that say otherwise", () => {
    const input = document.body.appendChild(document.createElement("input"));
    const plain = vi.fn();
    const save = vi.fn();
    within([{ keys: "j", label: "", run: plain }, { keys: "Ctrl+S", label: "", run: save, typing: true }], () => {
      press("j", {}, input);
      press("s", { ctrlKey: true }, input);
      press("j");
    });
    expect(plain).toHaveBeenCalledTimes(1);
    expect(save).toHaveBeenCalledTimes(1);
    input.remove();
  });
  it("gives the latest the precedence and forgets it when it is gone", () => {
    const below = vi.fn();
    const above = vi.fn();
    within([{ keys: "Enter", label: "", run: below }], () => {
      within([{ keys: "Enter", label: "", run: above }], () => press("Enter"));
      expect(below).not.toHaveBeenCalled();
      press("Enter");
    });
    expect(above).toHaveBeenCalledTimes(1);
    expect(below).toHaveBeenCalledTimes(1);
    expect(press("Enter").defaultPrevented).toBe(false);
  });
});
