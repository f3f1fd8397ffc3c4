// The six damages as a field of a question.
import type { Field } from "@/components/Questions/types";
import { t } from "@/i18n";
import "./messages";

const damages = ["water", "mould", "sticking", "fading", "insects", "rodents"];
export const damagesField = (label: string): Field => ({ key: "damages", label, kind: "choices", options: damages.map((value) => ({ value, label: t(`damage.${value}`) })) });
