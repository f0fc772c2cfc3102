// A browser's long name in the two words people know it by.

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/u, 'iOS'],
  [/Android/u, 'Android'],
  [/HarmonyOS/u, 'HarmonyOS'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'macOS'],
  [/Linux/u, 'Linux'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/u, 'WeChat'],
  [/Edg\//u, 'Edge'],
  [/Firefox\//u, 'Firefox'],
  [/Chrome\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
];

const first = (among: readonly (readonly [RegExp, string])[], agent: string): string | null =>
  among.find(([sign]) => sign.test(agent))?.[1] ?? null;

/** `Chrome · Windows`; the name itself where it is none of the known, null where there is none. */
export function deviceName(agent: string | null): string | null {
  if (agent === null || agent === '') return null;
  const known = [first(BROWSERS, agent), first(SYSTEMS, agent)].filter((part) => part !== null);
  return known.length > 0 ? known.join(' · ') : agent.slice(0, 40);
}
