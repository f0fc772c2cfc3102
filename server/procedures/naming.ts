// For whom the next step of a file still waits: nobody is named who may do it, and who could be.
import { peopleBehind } from '../../db/queries/meetings.ts';
import { doneInFiles, type Named, namedInFiles, officesOn, satOnFiles } from '../../db/queries/naming.ts';
import { standBacksOf } from '../../db/queries/relations.ts';
import { holdersOf } from '../../db/queries/accounts.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import type { Role } from '../permissions/matrix.ts';
import type { FileKind } from './file-kind.ts';
import { type NamedStep, namedSteps } from './named-steps.ts';
import { rightTo, type Standing } from './rights.ts';
import { dutiesAmong } from './standings.ts';
import { complainantsIn } from './standing.ts';

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly today: Day;
}
export interface OfKind {
  readonly kind: FileKind;
  readonly file: Row<'files'>;
}
/** A step, and how many are still to be named for it. */
export interface Missing extends NamedStep {
  readonly missing: number;
}
interface Officer {
  readonly actor: Actor;
  readonly name: string | null;
  readonly formerUnits: ReadonlySet<string>;
}
export interface Candidate {
  readonly staffNo: string;
  readonly name: string | null;
  readonly principal: NamedStep['principals'][number];
}

const nobody: ReadonlySet<string> = new Set();

/** What is known of the files and of the people in them. */
export interface Staffing {
  /** What somebody is to a file, beside what he would be named as. */
  standing(of: OfKind, accountId: string, wouldBe?: string): Standing | null;
  /** What of the file's next steps nobody named in it may do. */
  missing(of: OfKind): Missing[];
  name(accountId: string): string | null;
}

async function officersOf(
  { db, tables, today }: Asked,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Officer>> {
  const people = await peopleBehind(db, tables, accountIds);
  const offices = await officesOn(db, tables, { accountIds, day: today });
  const cadreIds = people.flatMap(({ cadreId }) => (cadreId === null ? [] : [cadreId]));
  const backs = await standBacksOf(db, tables, cadreIds);
  return new Map(
    people.map(({ accountId, staffNo, name, cadreId }) => {
      const stands = cadreId === null ? undefined : backs.get(cadreId);
      // Who is named reaches the file by its name, whatever his units are.
      const roles = offices
        .filter((each) => each.accountId === accountId)
        .map(({ role }) => ({ role: role as Role, units: null }));
      const recused = stands?.people ?? nobody;
      const actor: Actor = { accountId, staffNo, cadreId, roles, recused, language: 'zh' };
      return [accountId, { actor, name, formerUnits: stands?.units ?? nobody }];
    }),
  );
}

/** Those accounts as the ones who would act, in every office they hold. */
export async function actorsBehind(
  asked: Asked,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Actor>> {
  const officers = await officersOf(asked, accountIds);
  return new Map([...officers].map(([id, { actor }]) => [id, actor]));
}

/** Reads it for all of them at once; `more` are accounts beside those named in the files. */
export async function staffingOf(
  asked: Asked,
  files: readonly Row<'files'>[],
  more: readonly string[] = [],
): Promise<Staffing> {
  const { db, tables } = asked;
  const ids = files.map(({ id }) => id);
  const named = Map.groupBy(await namedInFiles(db, tables, ids), ({ fileId }) => fileId);
  const done = Map.groupBy(await doneInFiles(db, tables, ids), ({ fileId }) => fileId);
  const sat = Map.groupBy(await satOnFiles(db, tables, ids), ({ fileId }) => fileId);
  const those = [...named.values()].flat().map(({ accountId }) => accountId);
  const officers = await officersOf(asked, [...new Set([...those, ...more])]);
  const namedAs = (fileId: string, accountId: string): readonly Named[] =>
    (named.get(fileId) ?? []).filter((each) => each.accountId === accountId);

  function standing({ kind, file }: OfKind, accountId: string, wouldBe?: string): Standing | null {
    const officer = officers.get(accountId);
    if (!officer) return null;
    const as = namedAs(file.id, accountId).map(({ principal }) => principal);
    const events = done.get(file.id) ?? [];
    return {
      actor: officer.actor,
      touched: {
        ...(file.cadreId !== null && { cadreId: file.cadreId }),
        unitId: file.unitId,
        assigned: new Set(wouldBe === undefined ? as : [...as, wouldBe]),
      },
      duties: dutiesAmong(accountId, events, sat.get(file.id) ?? []),
      formerUnits: officer.formerUnits,
      used: nobody,
      hasComplained: complainantsIn(kind, events).has(accountId),
    };
  }

  return {
    standing,
    name: (accountId) => officers.get(accountId)?.name ?? null,
    missing(of) {
      const accounts = [...new Set((named.get(of.file.id) ?? []).map(({ accountId }) => accountId))];
      return namedSteps(of.kind, of.file.state).flatMap((step) => {
        const able = accounts.filter((accountId) => {
          const stands = standing(of, accountId);
          return stands !== null && rightTo(step.event, stands).isOpen;
        });
        const missing = step.count - able.length;
        return missing > 0 ? [{ ...step, missing }] : [];
      });
    },
  };
}

/** Everybody who could be named for a step of a file now: holds the office, and nothing stands against him. */
export async function candidatesFor(asked: Asked, of: OfKind, step: NamedStep): Promise<Candidate[]> {
  const { db, tables, today } = asked;
  const held = [];
  for (const principal of step.principals)
    // Members of a panel hold no office by that name: they are chosen file by file.
    if (principal !== 'panel')
      for (const { accountId } of await holdersOf(db, tables, principal, today))
        held.push({ principal, accountId });
  const staffing = await staffingOf(
    asked,
    [of.file],
    held.map(({ accountId }) => accountId),
  );
  return held.flatMap(({ principal, accountId }) => {
    const now = staffing.standing(of, accountId);
    const then = staffing.standing(of, accountId, principal);
    const isNamed = now?.touched.assigned instanceof Set && now.touched.assigned.has(principal);
    if (then === null || isNamed || !rightTo(step.event, then).isOpen) return [];
    return [{ staffNo: then.actor.staffNo, name: staffing.name(accountId), principal }];
  });
}
