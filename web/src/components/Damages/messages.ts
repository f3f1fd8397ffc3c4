// The six damages of paper, as inspections and returned loans know them.
import { defineMessages } from "@/i18n";

export default defineMessages("damage", {
  zh: { water: "水浸", mould: "霉变", sticking: "粘连", fading: "褪色", insects: "虫蛀", rodents: "鼠咬" },
  en: { water: "Water", mould: "Mould", sticking: "Sticking", fading: "Fading", insects: "Insects", rodents: "Rodents" },
});
