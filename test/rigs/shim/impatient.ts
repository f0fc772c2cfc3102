// Loaded before the server (--import): what it would try again in half a minute it tries again in a second.
const PATIENCE_MS = 30_000;
const IMPATIENCE_MS = 1000;

globalThis.setTimeout = new Proxy(globalThis.setTimeout, {
  apply(patient, self, [work, delay, ...given]: [() => void, number?, ...unknown[]]) {
    return Reflect.apply(patient, self, [work, delay === PATIENCE_MS ? IMPATIENCE_MS : delay, ...given]);
  },
});
