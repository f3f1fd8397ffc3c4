// The state of a list or a screen in the address, so that a link, a reload and "back" bring it again. What is as by default is not written.
import { reactive, watch } from "vue";
import { useRoute, useRouter, type LocationQuery, type LocationQueryRaw } from "vue-router";

export type State = Record<string, string>;

export function readState<S extends State>(defaults: S, query: LocationQuery): S {
  const state = { ...defaults };
  for (const key of Object.keys(defaults) as (keyof S & string)[]) {
    const value = query[key];
    const one = Array.isArray(value) ? value[0] : value;
    if (typeof one === "string") state[key] = one as S[keyof S & string];
  }
  return state;
}

export function writeState<S extends State>(defaults: S, state: S, query: LocationQuery): LocationQueryRaw {
  const written: LocationQueryRaw = { ...query };
  for (const key of Object.keys(defaults)) {
    if (state[key] === defaults[key]) delete written[key];
    else written[key] = state[key];
  }
  return written;
}

export function useUrlState<S extends State>(defaults: S): S {
  const route = useRoute();
  const router = useRouter();
  const here = route.name;
  const state = reactive(readState(defaults, route.query)) as S;
  const same = (a: LocationQueryRaw, b: LocationQueryRaw) => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

  watch(
    () => route.query,
    (query) => {
      if (route.name === here) Object.assign(state, readState(defaults, query));
    },
  );
  watch(
    () => ({ ...state }),
    (now) => {
      const query = writeState(defaults, now, route.query);
      if (route.name === here && !same(query, route.query)) void router.replace({ query });
    },
  );
  return state;
}
