// One event of one file: state and version compared and set, the event kept, clocks and notices in step.
// All of it happens in the transaction it is given, beside the audit entry.
import { evidenceOf, fileById, pendingOf } from '../../db/queries/procedure-files.ts';
import { addRows, changeRow, changeRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { tellAddressee, tellMoved } from '../notices/tell-file.ts';
import { Refused } from '../http/problem.ts';
import { startClocks, stopClocks, prolongClocks } from './clocks.ts';
import type { Deed, InTx } from './file-kind.ts';
import { dutyOfEvent, eventOf, serves } from './machines.ts';
import { closedByFacts } from './procedures.problems.ts';
import { ruleVersionOn } from './rule-version.ts';

/** Moves a file on by one event; whoever calls has made sure that it is open. */
export async function carry(within: InTx, before: Row<'files'>, deed: Deed): Promise<Row<'files'>> {
  const { tx, changed, tables, here, kind } = within;
  const { event } = deed;
  await refuseBarred(within, before, deed);
  const isMoving = event.to !== before.state;
  const file = await changeRow(tx, changed, tables.files, {
    before,
    set: { state: event.to, enteredAt: isMoving ? here.now() : before.enteredAt },
  });
  const kept = await keepEvent(within, { before, file, deed });
  await lapsePending(within, file.id);
  if (isMoving) await stopClocks(within, file.id);
  if (serves(event)) await serve(within, file, kept.id);
  const work = { ...within, file, event: kept };
  await kind.effects[event.event]?.(work);
  await kind.afterwards?.(work);
  if (isMoving) await startClocks(within, file, 'entry');
  if (event.event === 'extend') await prolongClocks(within, file);
  if (isMoving) await tellMoved(within, file, { ...deed, eventId: kept.id });
  return file;
}

/** What the file's own facts close stays closed, whoever asks for it. */
export async function refuseBarred(
  { tx, tables, here, kind }: InTx,
  file: Row<'files'>,
  { event, data, actor }: Pick<Deed, 'event' | 'data' | 'actor'>,
): Promise<void> {
  const places = await kind.bars?.[event.event]?.({
    ...{ db: tx, tables, file, data, by: actor },
    today: here.dayOf(here.now()),
  });
  if (places && places.length > 0) throw new Refused(closedByFacts, { places });
}

/** Another file's outcome moves this one on, in the same act. */
export async function follow(
  within: InTx,
  fileId: string,
  name: string,
  reason: string | null,
): Promise<void> {
  const { tx, tables, here } = within;
  const file = (await fileById(tx, tables, fileId))!;
  const kind = here.kinds.get(file.machine)!;
  const event = eventOf(kind.machine, file.state, name);
  if (!event?.by.includes('link')) throw new Error(`${file.machine}.${file.state} waits for no ${name}`);
  await carry({ ...within, kind }, file, { event, actor: 'link', principal: 'link', reason, data: {} });
}

async function keepEvent(
  { tx, changed, tables, here, kind }: InTx,
  { before, file, deed }: { before: Row<'files'>; file: Row<'files'>; deed: Deed },
): Promise<Row<'fileEvents'>> {
  const evidence = await evidenceOf(tx, tables, file.id);
  const kept = await kind.keeps?.[deed.event.event]?.({ db: tx, tables, file });
  const row: Row<'fileEvents'> = {
    id: here.newId('fev'),
    fileId: file.id,
    version: file.version,
    event: deed.event.event,
    fromState: before.state,
    toState: file.state,
    actor: deed.actor,
    principal: deed.principal,
    duty: dutyOfEvent(deed.event),
    countersignedBy: deed.countersignedBy ?? null,
    enteredBy: deed.enteredBy ?? null,
    meetingId: deed.meetingId ?? null,
    at: here.now(),
    reason: deed.reason,
    data: { ...deed.data, ...kept },
    evidenceHashes: evidence.map(({ sha256 }) => sha256),
    ruleVersion: ruleVersionOn(here.dayOf(here.now())),
  };
  await addRows(tx, changed, tables.fileEvents, [row]);
  return row;
}

/** What waited for a second signature waits for nothing once the file has moved on. */
export async function lapsePending({ tx, changed, tables, here }: InTx, fileId: string): Promise<void> {
  const open = await pendingOf(tx, tables, fileId);
  if (open.length === 0) return;
  await changeRows(tx, changed, tables.pendingEvents, {
    before: open,
    set: { state: 'lapsed', decidedAt: here.now() },
  });
}

/** A notice to the person concerned, or to the unit; it counts from the day it is signed for. */
export async function serve(within: InTx, file: Row<'files'>, eventId: string): Promise<void> {
  const { tx, changed, tables, here } = within;
  const delivery: Row<'deliveries'> = {
    id: here.newId('dlv'),
    fileId: file.id,
    eventId,
    cadreId: file.cadreId,
    unitId: file.cadreId === null ? file.unitId : null,
    servedAt: null,
    signedBy: null,
    paperOn: null,
    witness: null,
    recordedBy: null,
    createdAt: here.now(),
    version: 1,
  };
  await addRows(tx, changed, tables.deliveries, [delivery]);
  await tellAddressee(within, file);
}
