// Files of one kind, and what waits for somebody among them.
import type { z } from 'zod';
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { type FileFilter, filesPage, type FilesWanted } from '../../db/queries/file-pages.ts';
import { nextClocks } from '../../db/queries/procedure-files.ts';
import { cadreNames } from '../../db/queries/procedure-people.ts';
import type { Row } from '../../db/tables/index.ts';
import { superiorRanks } from '../cadres/visible-cadres.ts';
import type { Actor } from '../permissions/actor.ts';
import { guardsOf, type Permission, PRINCIPALS } from '../permissions/matrix.ts';
import { isOffered, maskedScopeOf, scopeOf } from '../permissions/may.ts';
import { isAlarm } from './clock-plan.ts';
import type { FileKind } from './file-kind.ts';
import { deadlineOf } from './file-view.ts';
import type { FilesNeed } from './files.service.ts';
import { isTask, needsMeeting } from './machines.ts';
import { seesNamesOnly, titleTold } from './masked.ts';
import type { FilePage, FileQuery } from './procedures.contract.ts';
import { moversOf, rightTo } from './rights.ts';
import { authorsOnly, isAuthor, mayOpen } from './standing.ts';
import { standingsOf } from './standings.ts';

type Page = z.infer<typeof FilePage>;
export interface FileListService {
  /** Those in the scope of `permission`, one's own, and those that name whoever asks. */
  page(
    actor: Actor,
    kind: FileKind,
    permission: Permission,
    query: z.infer<typeof FileQuery> & { readonly filter?: FileFilter },
  ): Promise<Page>;
  /** Which files such a list is made of, for what else is asked of them: how many there are. */
  wanted(actor: Actor, kind: FileKind, permission: Permission): Promise<FilesWanted>;
  /** Files the actor may see, as lines of a list. */
  lines(actor: Actor, kind: FileKind, files: readonly Row<'files'>[]): Promise<Page['items']>;
  /** Files that wait for the actor to move them on by what this permission is for. */
  waiting(actor: Actor, kind: FileKind, permission: Permission): Promise<Row<'files'>[]>;
}

/** The units in which somebody is an officer of such files by his office. */
function officeOver(actor: Actor, { officeOf = [] }: FileKind): 'all' | readonly string[] {
  const scopes = officeOf.map((permission) => scopeOf(actor, permission));
  if (scopes.some(({ kind }) => kind === 'all')) return 'all';
  return scopes.flatMap((scope) => (scope.kind === 'units' ? [...scope.units] : []));
}

/** Beyond so many nobody counts them. */
const MOST_LOOKED_AT = 500;

export function fileListService({ store, here }: FilesNeed): FileListService {
  const { tables, read } = store;

  async function wantedBy(actor: Actor, kind: FileKind, permission: Permission): Promise<FilesWanted> {
    const scope = scopeOf(actor, permission);
    const standsBack = guardsOf(permission).includes('R');
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
      author: mayOpen(actor, kind) ? actor.accountId : null,
      without: standsBack ? [...(actor.recused ?? [])] : [],
      notOfRanks: await superiorRanks({ db: read, tables, actor, permission }),
      confidential: {
        states: kind.confidential ?? [],
        office: officeOver(actor, kind),
        accountId: actor.accountId,
        cadreId: actor.cadreId,
      },
      beforeNotice: kind.beforeNotice ?? [],
      masked: maskedScopeOf(actor, permission),
    };
  }

  async function lines(actor: Actor, kind: FileKind, files: readonly Row<'files'>[]): Promise<Page['items']> {
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
    const standings = kind.isMasked && (await standingsOf({ db: read, tables, actor }, kind, files));
    return files.map((file) => {
      const isMasked = standings !== undefined && seesNamesOnly(kind, file, standings.get(file.id)!);
      const clock = isMasked && kind.titleTells ? undefined : clocks.get(file.id);
      return {
        id: file.id,
        title: titleTold(kind, file, isMasked),
        isMasked,
        state: file.state,
        stateLabel: kind.words.states[file.state] ?? { zh: file.state, en: file.state },
        isEnded: kind.machine.terminal.includes(file.state),
        unitName: unitNames.get(file.unitId) ?? '',
        personName: file.cadreId === null ? null : (names.get(file.cadreId) ?? ''),
        enteredAt: file.enteredAt,
        nextDeadline:
          clock && !isAlarm(clock.kind)
            ? deadlineOf(clock, here.dayOf, file.state === kind.machine.start)
            : null,
      };
    });
  }

  return {
    wanted: wantedBy,
    lines,

    async page(actor, kind, permission, { state, after, limit, filter }) {
      const wanted = await wantedBy(actor, kind, permission);
      const states = state === undefined ? null : [state];
      const page = await filesPage(read, tables, {
        ...{ ...wanted, states, filter },
        ...{ after: after ?? null, limit },
      });
      return { next: page.next, items: await lines(actor, kind, page.items) };
    },

    async waiting(actor, kind, permission) {
      const { machine } = kind;
      // What another permission opens in the same state may be a choice (to claim an exemption): no task of this one.
      const tasks = machine.events.filter(
        (event) =>
          event.permission === permission &&
          isTask(event) &&
          !needsMeeting(event) &&
          !kind.complaints?.includes(event.event),
      );
      if (!tasks.some((event) => isOffered(actor, permission, moversOf(event)))) return [];
      const states = [...new Set(tasks.map(({ from }) => from))];
      const { within, ...wanted } = { ...(await wantedBy(actor, kind, permission)), states };
      // Whether an office in which he is named reads this very file is asked of each below.
      const named = within && { ...within, namedAs: PRINCIPALS };
      const { items } = await filesPage(read, tables, {
        ...{ ...wanted, within: named },
        ...{ after: null, limit: MOST_LOOKED_AT },
      });
      const standings = await standingsOf({ db: read, tables, actor }, kind, items);
      return items.filter((file) => {
        const standing = standings.get(file.id)!;
        const isSeen = isAuthor(actor, kind, file) || kind.mayRead(actor, standing.touched, file.state);
        if (!isSeen) return false;
        return tasks.some((event) => event.from === file.state && rightTo(event, standing).isOpen);
      });
    },
  };
}
