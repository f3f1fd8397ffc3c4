import { createApp, defineComponent, h, nextTick } from "vue";
import { createMemoryHistory, createRouter, RouterView } from "vue-router";
import { describe, expect, it } from "vitest";
import { readState, useUrlState, writeState } from "@/composables/useUrlState";

const defaults = { q: "", year: "", sort: "relevance" };

describe("the state of a list in the address", () => {
  it("is read from it, and is as by default where it says nothing", () =>
    expect(readState(defaults, { q: "王府 合同", other: "x" })).toEqual({ q: "王府 合同", year: "", sort: "relevance" }));
  it("takes the first of several values", () => expect(readState(defaults, { year: ["2024", "2025"] }).year).toBe("2024"));
  it("writes only what differs from the default", () =>
    expect(writeState(defaults, { q: "押金", year: "", sort: "relevance" }, { year: "2024" })).toEqual({ q: "押金" }));
  it("keeps what others have written", () => expect(writeState(defaults, defaults, { tab: "rights" })).toEqual({ tab: "rights" }));
  it("comes back as it was", () => {
    const state = { q: "a&b=c", year: "2024", sort: "newest" };
    expect(readState(defaults, writeState(defaults, state, {}) as Record<string, string>)).toEqual(state);
  });
});

describe("two parts of a screen that write into the address in one turn", () => {
  it("keep what the other wrote", async () => {
    const states: Record<string, string>[] = [];
    const screen = defineComponent({ setup: () => (states.push(useUrlState({ tab: "map" }), useUrlState({ row: "" })), () => h("p")) });
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: "/", name: "here", component: screen }] });
    const app = createApp(RouterView).use(router);
    await router.push("/?row=7");
    app.mount(document.createElement("div"));
    Object.assign(states[0]!, { tab: "stocktakes" });
    Object.assign(states[1]!, { row: "" });
    await nextTick();
    Object.assign(states[1]!, { row: "9" });
    await expect.poll(() => router.currentRoute.value.query).toEqual({ tab: "stocktakes", row: "9" });
    app.unmount();
  });
});
