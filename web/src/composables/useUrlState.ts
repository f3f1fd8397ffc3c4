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

const same = (a: LocationQueryRaw, b: LocationQueryRaw) => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

// What the address says once the router is there: whoever writes meanwhile adds to it instead of taking it back.
let going: LocationQuery | undefined;

// The address of this screen, written only as long as one is there; `write` is over when it is written.
export function useAddress() {
  const route = useRoute();
  const router = useRouter();
  const here = route.name;
  const read = <S extends State>(defaults: S): S => readState(defaults, going ?? route.query);
  async function write<S extends State>(defaults: S, state: S) {
    if (route.name !== here) return;
    const query = writeState(defaults, state, going ?? route.query);
    if (same(query, going ?? route.query)) return;
    going = query as LocationQuery;
    await router.replace({ query });
    if (going === query) going = undefined;
  }
  return { read, write };
}

export function useUrlState<S extends State>(defaults: S): S {
  const route = useRoute();
  const { read, write } = useAddress();
  const here = route.name;
  const state = reactive(read(defaults)) as S;

  watch(
    () => route.query,
    (query) => {
      if (route.name === here) Object.assign(state, readState(defaults, query));
    },
  );
  watch(
    () => ({ ...state }),
    (now) => void write(defaults, now),
  );
  return state;
}
