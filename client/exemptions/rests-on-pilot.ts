/** Situations that a pilot registered beforehand speaks for (1a, 2a, 2b). */
const WITH_PILOT: readonly string[] = ['1a', '2a', '2b'];
export const restsOnPilot = (situation: string | null): boolean =>
  situation !== null && WITH_PILOT.includes(situation);
