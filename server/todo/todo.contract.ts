import { z } from 'zod';
import { Bilingual, DayText } from '../http/shared.contract.ts';

/** One thing to do: verb, whom or what it concerns, where, until when. */
export const TodoItem = z.strictObject({
  kind: z.string(),
  title: Bilingual,
  detail: Bilingual,
  href: z.string(),
  count: z.int(),
  dueOn: DayText.nullable(),
});
export const TodoList = z.strictObject({
  items: z.array(TodoItem),
  /** What comes next where nothing is to be done. */
  next: Bilingual,
});
