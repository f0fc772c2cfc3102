// Files of one kind, and what waits for somebody among them.
import type { z } from 'zod';
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { filesPage, type FilesWanted } from '../../db/queries/file-pages.ts';
import { nextClocks } from '../../db/queries/procedure-files.ts';
import { cadreNames } from '../../db/queries/procedure-people.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { type Permission, PRINCIPALS } from '../permissions/matrix.ts';
import { scopeOf } from '../permissions/may.ts';
import { isAlarm } from './clock-plan.ts';
import type { FileKind } from './file-kind.ts';
import { actionsOf, deadlineOf } from './file-view.ts';
import type { FilesNeed } from './files.service.ts';
import { eventsFrom, isTask } from './machines.ts';
import type { FilePage, FileQuery } from './procedures.contract.ts';
import { authorsOnly, standingIfVisible } from './standing.ts';

type Page = z.infer<typeof FilePage>;
export interface FileListService {
  /** Those in the scope of `permission`, one's own, and those that name whoever asks. */
  page(actor: Actor, kind: FileKind, permission: Permission, query: z.infer<typeof FileQuery>): Promise<Page>;
  /** Files somebody may see, as lines of a list. */
  lines(kind: FileKind, files: readonly Row<'files'>[]): Promise<Page['items']>;
  /** Files that wait for the actor to move them on. */
  waiting(actor: Actor, kind: FileKind, permission: Permission): Promise<Row<'files'>[]>;
}

/** The units in which somebody is an officer of such files by his office. */
function officeOver(actor: Actor, { officeOf = [] }: FileKind): 'all' | readonly string[] {
  const scopes = officeOf.map((permission) => scopeOf(actor, permission));
  if (scopes.some(({ kind }) => kind === 'all')) return 'all';
  return scopes.flatMap((scope) => (scope.kind === 'units' ? [...scope.units] : []));
}

/** Beyond so many the to-do list only says that there are more. */
const MOST_LOOKED_AT = 100;

export function fileListService({ store, here }: FilesNeed): FileListService {
  const { tables, read } = store;

  function wantedBy(actor: Actor, kind: FileKind, permission: Permission): FilesWanted {
    const scope = scopeOf(actor, permission);
    return {
      machine: kind.machine.name,
      authorsOnly: authorsOnly(kind),
      states: null,
      within:
        scope.kind === 'all'
          ? null
          : {
              units: scope.kind === 'units' ? [...scope.units] : [],
              cadreId: actor.cadreId,
              accountId: actor.accountId,
              // Being named leads to a file only through an office that is still held, and that reads such files.
              namedAs: PRINCIPALS.filter((as) => kind.mayRead(actor, { assigned: new Set([as]) })),
            },
      by: actor.accountId,
      without: [...(actor.recused ?? [])],
      confidential: {
        states: kind.confidential ?? [],
        office: officeOver(actor, kind),
        accountId: actor.accountId,
        cadreId: actor.cadreId,
      },
      beforeNotice: kind.beforeNotice ?? [],
    };
  }

  async function lines(kind: FileKind, files: readonly Row<'files'>[]): Promise<Page['items']> {
    const unitNames = await unitNamesOf(
      read,
      tables,
      files.map(({ unitId }) => unitId),
    );
    const cadreIds = files.flatMap(({ cadreId }) => (cadreId === null ? [] : [cadreId]));
    const names = await cadreNames(read, tables, cadreIds);
    const clocks = await nextClocks(
      read,
      tables,
      files.map(({ id }) => id),
    );
    return files.map((file) => {
      const clock = clocks.get(file.id);
      return {
        id: file.id,
        title: file.title,
        state: file.state,
        stateLabel: kind.words.states[file.state] ?? { zh: file.state, en: file.state },
        isEnded: kind.machine.terminal.includes(file.state),
        unitName: unitNames.get(file.unitId) ?? '',
        personName: file.cadreId === null ? null : (names.get(file.cadreId) ?? ''),
        enteredAt: file.enteredAt,
        nextDeadline: clock && !isAlarm(clock.kind) ? deadlineOf(clock, here.dayOf) : null,
      };
    });
  }

  return {
    lines,

    async page(actor, kind, permission, { state, after, limit }) {
      const wanted = wantedBy(actor, kind, permission);
      const states = state === undefined ? null : [state];
      const page = await filesPage(read, tables, { ...wanted, states, after: after ?? null, limit });
      return { next: page.next, items: await lines(kind, page.items) };
    },

    async waiting(actor, kind, permission) {
      const { machine } = kind;
      const states = [...new Set(machine.events.map(({ from }) => from))].filter(
        (state) => !machine.terminal.includes(state),
      );
      const wanted = { ...wantedBy(actor, kind, permission), states };
      const { items } = await filesPage(read, tables, { ...wanted, after: null, limit: MOST_LOOKED_AT });
      const waiting: Row<'files'>[] = [];
      for (const file of items) {
        const standing = await standingIfVisible({ db: read, tables, actor }, kind, file);
        if (!standing) continue;
        const tasks = new Set(
          eventsFrom(machine, file.state)
            .filter(isTask)
            .map(({ event }) => event),
        );
        const open = actionsOf(kind, file.state, standing).filter(
          ({ isOpen, how }) => isOpen && how !== 'meeting',
        );
        if (open.some(({ event }) => tasks.has(event))) waiting.push(file);
      }
      return waiting;
    },
  };
}
