// The one table of screens: the side menu and the router read it. A screen is a row here and a folder in screens/.
import type { Component } from "vue";

export interface Screen {
  name: string; // of the route and of its folder; screen.NAME in shell/messages.ts
  path: string;
  group: "daily" | "archive" | "paper" | "decisions" | "oversight" | ""; // of the menu; "" is not in the menu
  icon: string; // shell/icons.ts
  actions: readonly string[]; // one of them must be allowed; none: everybody
  component: () => Promise<{ default: Component }>;
}

export const screens: readonly Screen[] = [
  { name: "workbench", path: "/", group: "daily", icon: "desk", actions: [], component: () => import("@/screens/workbench/Workbench.vue") },
  { name: "search", path: "/search", group: "daily", icon: "search", actions: ["read"], component: () => import("@/screens/search/Search.vue") },
  { name: "ingest", path: "/ingest", group: "archive", icon: "upload", actions: ["submit"], component: () => import("@/screens/ingest/Ingest.vue") },
  { name: "customers", path: "/customers", group: "archive", icon: "people", actions: ["describe"], component: () => import("@/screens/customers/Customers.vue") },
  { name: "customer", path: "/customers/:number", group: "", icon: "people", actions: [], component: () => import("@/screens/customer/Customer.vue") },
  { name: "cataloguing", path: "/cataloguing", group: "archive", icon: "grid", actions: ["file", "proofread", "request_change"], component: () => import("@/screens/cataloguing/Cataloguing.vue") },
  { name: "binder", path: "/binder", group: "archive", icon: "sort", actions: ["file"], component: () => import("@/screens/binder/Binder.vue") },
  { name: "filing", path: "/filing", group: "archive", icon: "inbox", actions: ["file", "proofread", "sign_as_handler", "sign_as_leader"], component: () => import("@/screens/filing/Filing.vue") },
  { name: "item", path: "/items/:number", group: "", icon: "page", actions: [], component: () => import("@/screens/item/Item.vue") },
  { name: "original", path: "/items/:number/original", group: "", icon: "page", actions: [], component: () => import("@/screens/original/Original.vue") },
  { name: "volume", path: "/volumes/:volume", group: "", icon: "page", actions: [], component: () => import("@/screens/volume/Volume.vue") },
  { name: "statistics", path: "/statistics", group: "oversight", icon: "chart", actions: ["see_registers"], component: () => import("@/screens/statistics/Statistics.vue") },
  { name: "approvals", path: "/approvals", group: "decisions", icon: "approve", actions: ["approve_loan", "consent_to_change", "confirm_removal", "restore_removed", "grant_access", "approve_disposition"], component: () => import("@/screens/approvals/Approvals.vue") },
  { name: "loans", path: "/loans", group: "paper", icon: "loan", actions: ["request_loan", "hand_out"], component: () => import("@/screens/loans/Loans.vue") },
  { name: "scan", path: "/scan", group: "paper", icon: "scan", actions: [], component: () => import("@/screens/scan/Scan.vue") },
  { name: "go", path: "/go/:code(.*)", group: "", icon: "scan", actions: [], component: () => import("@/screens/go/Go.vue") },
  { name: "shelf-map", path: "/shelf-map", group: "paper", icon: "shelf", actions: ["see_registers", "place"], component: () => import("@/screens/shelf-map/ShelfMap.vue") },
  { name: "upkeep", path: "/upkeep", group: "paper", icon: "care", actions: ["inspect", "rectify"], component: () => import("@/screens/upkeep/Upkeep.vue") },
  { name: "print", path: "/print", group: "paper", icon: "print", actions: ["print_forms"], component: () => import("@/screens/print/Print.vue") },
  { name: "disposition", path: "/disposition", group: "decisions", icon: "calendar", actions: ["close_year", "see_registers", "place_hold", "witness"], component: () => import("@/screens/disposition/Disposition.vue") },
  { name: "administration", path: "/administration", group: "oversight", icon: "gear", actions: ["manage_people", "maintain", "see_audit", "grant_access", "keep_own_things"], component: () => import("@/screens/administration/Administration.vue") },
];
