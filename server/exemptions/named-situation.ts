import { type Label, type SituationCode, situations } from '../../scoring/index.ts';

/** A situation as it is shown: its code, its name, the distinction it belongs to. */
export function namedSituation(code: SituationCode): {
  code: SituationCode;
  label: Label;
  distinction: 1 | 2 | 3;
} {
  const { zh, en, distinction } = situations[code];
  return { code, label: { zh, en }, distinction };
}
