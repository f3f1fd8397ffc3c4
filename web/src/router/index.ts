import { createRouter, createWebHistory } from "vue-router";
import AppShell from "@/shell/AppShell.vue";
import { loadSession, session } from "@/stores/session";
import { screens } from "./screens";

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: "/login", name: "login", component: () => import("@/screens/login/Login.vue") },
    { path: "/first-run", name: "first-run", component: () => import("@/screens/login/FirstRun.vue") },
    {
      path: "/",
      component: AppShell,
      children: [
        ...screens.map(({ name, path, component }) => ({ name, path, component })),
        { path: "/:rest(.*)*", name: "nowhere", component: () => import("@/screens/Nowhere.vue") },
      ],
    },
  ],
});

router.beforeEach(async (to) => {
  if (!session.known) {
    // The screen comes while the server is asked who is there.
    screens.find(({ name }) => name === to.name)?.component().catch(() => undefined);
    await loadSession();
  }
  if (session.firstRun) return to.name === "first-run" || { name: "first-run" };
  if (session.session) return to.name === "login" || to.name === "first-run" ? { name: "workbench" } : true;
  return to.name === "login" || { name: "login", query: to.fullPath === "/" ? {} : { then: to.fullPath } };
});
