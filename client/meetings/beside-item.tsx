import { ExemptionBeside } from '../exemptions/exemption-beside.tsx';
import type { OutcomeCode } from '../exemptions/exemptions.api.ts';
import type { MeetingItem } from './meetings.api.ts';

/** Which outcome of an exemption each decision comes to. */
const OUTCOMES: Readonly<Record<string, OutcomeCode>> = {
  decide_exempt: 'exempt',
  decide_mitigate: 'mitigated',
  decide_refuse: 'refused',
};

/** What whoever records has to have before his eyes, by the kind of file. */
export function BesideItem({ item, event }: { item: MeetingItem; event: string }) {
  if (item.machine !== 'exemption' || item.isWithheld) return null;
  return <ExemptionBeside id={item.fileId} outcome={OUTCOMES[event] ?? null} />;
}
