import { z } from 'zod';
import { Bilingual, Id } from '../http/shared.contract.ts';
import { DeadlineView } from '../procedures/procedures.contract.ts';

/** A file about oneself: where it stands, what one may do about it, until when. */
export const OwnFile = z.strictObject({
  id: Id,
  machine: z.string(),
  machineLabel: Bilingual,
  title: z.string(),
  href: z.string(),
  stateLabel: Bilingual,
  isEnded: z.boolean(),
  enteredAt: z.int(),
  deadline: DeadlineView.nullable(),
  /** A notice that was not signed for yet: the time to answer runs from then. */
  hasNotice: z.boolean(),
  /** Waits for the person concerned: a notice to sign for, an answer; what may be done besides is no task. */
  isOpen: z.boolean(),
  /** What he may do now. */
  open: z.array(z.strictObject({ event: z.string(), label: Bilingual })),
});
/** What one may act on comes first, the most urgent before the rest. */
export const OwnFiles = z.strictObject({ items: z.array(OwnFile) });
