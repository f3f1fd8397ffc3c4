// Node 18 has no navigator, which the application asks for its language.
if (globalThis.navigator === undefined) Object.defineProperty(globalThis, "navigator", { value: { language: "en" } });
