import { z } from 'zod';
import { Bilingual, DayText, Id } from '../http/shared.contract.ts';

export const DocumentLine = z.strictObject({
  name: z.string(),
  title: Bilingual,
  /** The day of what it is about: the notice, the decision. */
  on: DayText,
});
/** The documents a file offers to whoever asks; none to others than the person concerned and the file's officers. */
export const DocumentList = z.strictObject({ items: z.array(DocumentLine) });
export const DocumentParams = z.strictObject({
  id: Id,
  name: z.string().regex(/^[a-z]+(?:-\d{1,6})?$/),
});
