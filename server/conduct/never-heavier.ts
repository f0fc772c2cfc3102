// An appeal never makes it heavier: what is verified anew weighs no more than what was appealed against (四·问责).
import { eventsOfFile } from '../../db/queries/procedure-files.ts';
import type { Db } from '../../db/store.ts';
import type { Tables } from '../../db/tables/index.ts';
import { builtInBook, type Day, inForceOn, type ParameterId } from '../../scoring/index.ts';
import type { Bar } from '../procedures/file-kind.ts';
import { VerifyInaction } from './inaction-events.ts';

type Chosen = Pick<ReturnType<typeof VerifyInaction.parse>, 'severity' | 'responsibility'>;

/** Points of the severity × basis points of the responsibility: comparable on one day, no unit of its own. */
function weightOf({ severity, responsibility }: Chosen, on: Day): number {
  const valueOf = (id: ParameterId): number => inForceOn(builtInBook.parameters[id], on)!.value;
  return valueOf(`inaction.severity.${severity}`) * valueOf(`inaction.responsibility.${responsibility}`);
}

/** What had been verified when the appeal body sent it back; null where it never did. */
export async function remittedFrom(db: Db, tables: Tables, fileId: string): Promise<Chosen | null> {
  const events = await eventsOfFile(db, tables, fileId);
  const remitted = events.findLastIndex(({ event }) => event === 'remit');
  const appealed = events.slice(0, Math.max(remitted, 0)).findLast(({ event }) => event === 'verify');
  return appealed === undefined ? null : VerifyInaction.parse(appealed.data);
}

export const neverHeavier: Bar = async ({ db, tables, file, data, today }) => {
  const before = await remittedFrom(db, tables, file.id);
  if (before === null || weightOf(VerifyInaction.parse(data), today) <= weightOf(before, today)) return [];
  const detail = {
    zh: '申诉后重新核实，不得比申诉前更重',
    en: 'Verified anew after an appeal, it may not weigh more than before',
  };
  return [{ pointer: '/data/severity', detail }];
};
