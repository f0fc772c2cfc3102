// What waits for somebody in files of due process, each leading to its page, with the day until which.
import { noticesFor, filesAwaitingSignature } from '../../db/queries/file-tasks.ts';
import { clocksRunning, fileById, pendingOf } from '../../db/queries/procedure-files.ts';
import { alarmsFor, cadreNames } from '../../db/queries/procedure-people.ts';
import { unitsRepresentedBy } from '../../db/queries/relations.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day, Label } from '../../scoring/index.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import type { Permission } from '../permissions/matrix.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { FileListService } from '../procedures/file-list.service.ts';
import { deadlineOf } from '../procedures/file-view.ts';
import { isAlarm } from '../procedures/clock-plan.ts';
import { eventOf } from '../procedures/machines.ts';
import { seesNamesOnly } from '../procedures/masked.ts';
import { signsAs } from '../procedures/pending.service.ts';
import { fileFor } from '../procedures/standing.ts';
import { type Asked, item, type Item, type Source } from './todo-item.ts';

interface Needed {
  readonly kinds: ReadonlyMap<string, FileKind>;
  readonly files: FileListService;
  readonly dayOf: (instant: number) => Day;
}

/** What somebody does about a file as his work; what is his right (to appeal, to challenge, to claim) is no task. */
const WORKED_ON_BY: Readonly<Record<string, readonly Permission[]>> = {
  pilot: ['pilot.submit'],
  correction: ['profile.correction.request', 'profile.update', 'profile.correction.answer'],
  initiative: [
    ...['initiative.submit', 'initiative.verify', 'initiative.publicise'],
    ...['initiative.respond', 'initiative.review'],
  ],
  inaction: [
    ...['inaction.record', 'inaction.verify', 'inaction.notify', 'inaction.respond'],
    ...['inaction.review', 'inaction.reconsider'],
  ],
  exemption: [
    ...['exemption.submit', 'exemption.accept', 'exemption.investigate', 'exemption.redline_check'],
    ...['exemption.serve', 'exemption.respond'],
  ],
};
/** Beyond so many the list would be read by nobody. */
const MOST = 100;
/** Beyond so many in the same state the list of the files says it better. */
const MOST_ONE_BY_ONE = 10;

const nameless: Label = { zh: '', en: '' };

export function fileTodos({ kinds, files, dayOf }: Needed): readonly Source[] {
  async function dueOn({ store }: Asked, fileId: string): Promise<Day | null> {
    const clocks = await clocksRunning(store.read, store.tables, fileId);
    const own = clocks.find(({ kind }) => !isAlarm(kind));
    return own ? deadlineOf(own, dayOf).lastDay : null;
  }

  /** Whom the file is about, where that is somebody else: two files about the same thing are told apart. */
  async function otherNamed({ store, actor }: Asked, { cadreId }: Row<'files'>): Promise<string> {
    if (cadreId === null || cadreId === actor.cadreId) return '';
    const name = (await cadreNames(store.read, store.tables, [cadreId])).get(cadreId);
    return name === undefined ? '' : `${name} · `;
  }

  async function itemOf(asked: Asked, file: Row<'files'>, why: string, deed: Label): Promise<Item> {
    const kind = kinds.get(file.machine);
    const title = kind?.title ?? nameless;
    const who = await otherNamed(asked, file);
    const said = {
      title: { zh: `${deed.zh}：${file.title}`, en: `${deed.en}: ${file.title}` },
      detail: {
        zh: `${who}${title.zh} · ${kind?.words.states[file.state]?.zh ?? file.state}`,
        en: `${who}${title.en} · ${kind?.words.states[file.state]?.en ?? file.state}`,
      },
    };
    const found = item(`${why}.${file.id}`, `${kind?.page ?? ''}/${file.id}`, said);
    return { ...found, dueOn: await dueOn(asked, file.id) };
  }

  /** Many that wait for the same step are one line, which leads to their list. */
  function manyOf(some: readonly Row<'files'>[]): Item {
    const { machine, state } = some[0]!;
    const { title, page = '', words } = kinds.get(machine)!;
    const count = some.length;
    const stands = words.states[state] ?? { zh: state, en: state };
    return item(`files.${machine}.${state}`, `${page}?state=${state}`, {
      title: { zh: `办理${title.zh}：${count} 件`, en: `Deal with: ${count} × ${title.en}` },
      detail: stands,
      count,
    });
  }

  const filesWaiting: Source = async (asked) => {
    const found = new Map<string, Row<'files'>>();
    for (const [machine, permissions] of Object.entries(WORKED_ON_BY)) {
      const kind = kinds.get(machine);
      for (const permission of kind ? permissions : [])
        for (const file of await files.waiting(asked.actor, kind!, permission)) found.set(file.id, file);
    }
    const deed = { zh: '办理', en: 'Deal with' };
    const alike = Map.groupBy(found.values(), ({ machine, state }) => `${machine}.${state}`);
    const items = [...alike.values()].map((some) =>
      some.length > MOST_ONE_BY_ONE
        ? Promise.resolve([manyOf(some)])
        : Promise.all(some.map((file) => itemOf(asked, file, 'file', deed))),
    );
    return (await Promise.all(items)).flat();
  };

  const noticesToSign: Source = async (asked) => {
    const { store, actor } = asked;
    if (actor.cadreId === null) return [];
    const { read, tables } = store;
    const unitIds = [...(await unitsRepresentedBy(read, tables, actor.cadreId))];
    const notices = await noticesFor(read, tables, { cadreId: actor.cadreId, unitIds });
    const deed = { zh: '签收通知', en: 'Sign for a notice' };
    return Promise.all(notices.map(({ file }) => itemOf(asked, file, 'notice', deed)));
  };

  const signaturesToGive: Source = async (asked) => {
    const { store, actor } = asked;
    const waiting = await filesAwaitingSignature(store.read, store.tables, MOST);
    const mine: Row<'files'>[] = [];
    for (const file of waiting) if (await maySign(asked, actor, file)) mine.push(file);
    const deed = { zh: '会签或核对', en: 'Sign as second person' };
    return Promise.all(mine.map((file) => itemOf(asked, file, 'signature', deed)));
  };

  async function maySign({ store }: Asked, actor: Actor, file: Row<'files'>): Promise<boolean> {
    const seen = await seenBy({ store, actor }, file.id, file.machine);
    if (!seen) return false;
    const pending = await pendingOf(store.read, store.tables, file.id);
    return pending.some((each) => {
      const event = eventOf(seen.kind.machine, seen.file.state, each.event);
      return event !== undefined && signsAs(each, event, seen.standing) !== null;
    });
  }

  /** The file as the actor sees it; null where he does not. */
  async function seenBy({ store, actor }: Pick<Asked, 'store' | 'actor'>, id: string, machine: string) {
    const kind = kinds.get(machine);
    if (!kind) return null;
    try {
      return { kind, ...(await fileFor({ db: store.read, tables: store.tables, actor }, kind, id)) };
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  /** Files that have been kept waiting, told to the office that keeps them or to its head. */
  const filesLate: Source = async (asked) => {
    const { store, actor } = asked;
    const audiences = actor.roles.map(({ role }) => role);
    if (audiences.length === 0) return [];
    const rung = new Set<string>();
    for (const { fileId } of await alarmsFor(store.read, store.tables, audiences))
      if (fileId !== null) rung.add(fileId);
    const late: Row<'files'>[] = [];
    for (const id of [...rung].slice(0, MOST)) {
      const { machine } = (await fileById(store.read, store.tables, id))!;
      const seen = await seenBy(asked, id, machine);
      if (seen && !seesNamesOnly(seen.kind, seen.file, seen.standing)) late.push(seen.file);
    }
    const deed = { zh: '已逾办理期限', en: 'Overdue' };
    return Promise.all(late.map((file) => itemOf(asked, file, 'late', deed)));
  };

  return [noticesToSign, signaturesToGive, filesLate, filesWaiting];
}

/** The clock stands still until sysadmin says that the time is right. */
export const clockToCheck: Source = async ({ store, actor }) => {
  if (!actor.roles.some(({ role }) => role === 'sysadmin')) return [];
  const alarms = await alarmsFor(store.read, store.tables, ['sysadmin']);
  if (!alarms.some(({ kind }) => kind === 'clockJumped')) return [];
  return [
    item('clockToCheck', '/system', {
      title: { zh: '核对服务器时间', en: 'Check the server’s clock' },
      detail: { zh: '时钟跳变，期限已停止计算', en: 'It jumped; time limits stand still' },
    }),
  ];
};
