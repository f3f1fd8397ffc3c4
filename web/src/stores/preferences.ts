// How this browser likes to see the application.
import { ref, watch } from "vue";
import { recall, remember } from "@/stores/memory";

export const menuFolded = ref(recall("menu") === "folded");
watch(menuFolded, (folded) => remember("menu", folded ? "folded" : "open"));
