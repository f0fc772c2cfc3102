// Who is named in a file, and by whom; whoever stands back or is away is replaced by name, with the reason kept.
import type { z } from 'zod';
import { accountByStaffNo, grantsInForce } from '../../db/queries/accounts.ts';
import { assignmentsOf } from '../../db/queries/procedure-files.ts';
import { recusals } from '../../db/queries/relations.ts';
import { cadresByStaffNo } from '../../db/queries/roster.ts';
import type { Changed } from '../../db/audit-entry.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Label } from '../../scoring/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import { tellNamed } from '../notices/tell-file.ts';
import type { Actor } from '../permissions/actor.ts';
import { isAdminRole, PRINCIPALS } from '../permissions/matrix.ts';
import { reachingAs } from '../permissions/may.ts';
import { actorsBehind } from './naming.ts';
import { CLOSED_WORDS } from './closed-words.ts';
import type { FileKind } from './file-kind.ts';
import type { FilesNeed } from './files.service.ts';
import { toAllOrNone } from './many-files.ts';
import type { Assign, AssignMany, EndAssignment } from './procedures.contract.ts';
import { assigneeUnfit, eventUnknown, mayNotMove } from './procedures.problems.ts';
import type { Standing } from './rights.ts';
import { fileFor, isOfSuperior } from './standing.ts';

export interface AssignmentsService {
  /** The same person in many files: in all of them or in none, in one act. */
  readonly assignMany: (
    actor: Actor,
    kindOf: (id: string) => Promise<FileKind>,
    input: z.infer<typeof AssignMany>,
  ) => Promise<void>;
  readonly assign: (
    actor: Actor,
    kind: FileKind,
    input: z.infer<typeof Assign> & { id: string },
  ) => Promise<void>;
  readonly end: (
    actor: Actor,
    kind: FileKind,
    input: z.infer<typeof EndAssignment> & { id: string; assignmentId: string },
  ) => Promise<void>;
}

/** By which somebody names people in a file. */
export const ASSIGN = 'file.assign';
/** Guard 2: whoever has had a duty in the file does not choose its officers. */
export const mayAssign = ({ actor, touched, duties }: Standing): boolean =>
  duties.size === 0 && reachingAs(actor, ASSIGN, touched, PRINCIPALS).length > 0;

type Wanted = z.infer<typeof Assign>;
type ToFile = Wanted & { readonly id: string };

export function assignmentsService({ store, here }: FilesNeed): AssignmentsService {
  const { tables } = store;

  async function fileToStaff(tx: Tx, actor: Actor, kind: FileKind, id: string): Promise<Row<'files'>> {
    const { file, standing } = await fileFor({ db: tx, tables, actor }, kind, id);
    if (!mayAssign(standing)) {
      const because = standing.duties.size > 0 ? 'otherDuty' : 'notNamed';
      throw new Refused(mayNotMove, { detail: CLOSED_WORDS[because] });
    }
    if (kind.machine.terminal.includes(file.state)) throw new Refused(eventUnknown);
    return file;
  }

  /** The account, or what speaks against it. */
  async function fitAccount(
    tx: Tx,
    actor: Actor,
    file: Row<'files'>,
    wanted: Wanted,
  ): Promise<Row<'accounts'>> {
    const account = await accountByStaffNo(tx, tables, wanted.staffNo);
    if (!account || account.state === 'locked')
      throw unfit({ zh: '没有这个工号的可用账号', en: 'There is no account in use of this staff number' });
    if (account.id === actor.accountId)
      throw unfit({ zh: '不能指定自己，须由另一人指定', en: 'Nobody names himself: another person does' });
    const roles = (await grantsInForce(tx, tables, account.id, here.dayOf(here.now()))).map(
      ({ role }) => role,
    );
    const fits =
      wanted.principal === 'panel'
        ? roles.length > 0 && !roles.some(isAdminRole)
        : roles.includes(wanted.principal);
    if (!fits) throw unfit({ zh: '此人没有相应的角色', en: 'This person does not hold that role' });
    if (await isRelated(tx, file, wanted.staffNo))
      throw unfit({
        zh: '此人是当事人或与当事人有关联，须回避',
        en: 'This person is concerned or related, and must stand back',
      });
    if (await isOfTheirSuperior(tx, file, account.id))
      throw unfit({
        zh: '此人只任领导班子成员，级别低于当事人，看不到上级干部的案卷；请指定级别不低于当事人的人员',
        en: 'This leader ranks below the person concerned and never sees the files of superiors: name somebody of at least the same rank',
      });
    return account;
  }

  async function isRelated(tx: Tx, { cadreId }: Row<'files'>, staffNo: string): Promise<boolean> {
    if (cadreId === null) return false;
    const [cadre] = await cadresByStaffNo(tx, tables, [staffNo]);
    return (
      cadre !== undefined && (cadre.id === cadreId || (await recusals(tx, tables, cadreId)).has(cadre.id))
    );
  }

  /** Whoever could not see the file once he is named would be a dead end. */
  async function isOfTheirSuperior(tx: Tx, file: Row<'files'>, accountId: string): Promise<boolean> {
    const asked = { db: tx, tables, today: here.dayOf(here.now()) };
    const actor = (await actorsBehind(asked, [accountId])).get(accountId);
    return actor !== undefined && isOfSuperior({ db: tx, tables, actor }, file);
  }

  const running = async (tx: Tx, id: string) =>
    (await assignmentsOf(tx, tables, id)).filter(({ endedAt }) => endedAt === null);

  const entry = (actor: Actor, deed: string, id: string, reason: string) => ({
    actor: actor.accountId,
    duty: 'assigner',
    deed,
    subject: id,
    reason,
  });
  const over = (actor: Actor) => ({ endedAt: here.now(), endedBy: actor.accountId });

  /** Names somebody in one file, within the act it is given. */
  async function name(tx: Tx, changed: Changed, actor: Actor, kind: FileKind, { id, ...wanted }: ToFile) {
    const file = await fileToStaff(tx, actor, kind, id);
    const account = await fitAccount(tx, actor, file, wanted);
    const now = await running(tx, id);
    const replaced = now.find((each) => each.id === wanted.replaces);
    if (wanted.replaces !== undefined && !replaced) throw new Refused(notFound);
    if (now.some((each) => each.accountId === account.id && each.principal === wanted.principal))
      throw unfit({ zh: '此人已经承办这一事项', en: 'This person is named in it already' });
    if (replaced) await changeRow(tx, changed, tables.assignments, { before: replaced, set: over(actor) });
    const row: Row<'assignments'> = {
      id: here.newId('asg'),
      fileId: id,
      accountId: account.id,
      principal: wanted.principal,
      assignedBy: actor.accountId,
      assignedAt: here.now(),
      reason: wanted.reason,
      replaces: replaced?.accountId ?? null,
      endedAt: null,
      endedBy: null,
      version: 1,
    };
    await addRows(tx, changed, tables.assignments, [row]);
    await tellNamed({ tx, changed, tables, here, kind }, file, account.id);
  }

  return {
    async assign(actor, kind, input) {
      await store.write(entry(actor, 'file.assigned', input.id, input.reason), (tx, changed) =>
        name(tx, changed, actor, kind, input),
      );
    },

    async assignMany(actor, kindOf, { fileIds, ...wanted }) {
      // The act is about whoever is named: he finds it among what was done to him.
      const account = await accountByStaffNo(store.read, tables, wanted.staffNo);
      const subject = account?.id ?? wanted.staffNo;
      await store.write(entry(actor, 'files.assigned', subject, wanted.reason), (tx, changed) =>
        toAllOrNone(fileIds, async (id) => name(tx, changed, actor, await kindOf(id), { id, ...wanted })),
      );
    },

    async end(actor, kind, { id, assignmentId, reason }) {
      await store.write(entry(actor, 'file.assignment.ended', id, reason), async (tx, changed) => {
        await fileToStaff(tx, actor, kind, id);
        const before = (await running(tx, id)).find((each) => each.id === assignmentId);
        if (!before) throw new Refused(notFound);
        await changeRow(tx, changed, tables.assignments, { before, set: over(actor) });
      });
    },
  };
}

const unfit = (detail: Label): Refused =>
  new Refused(assigneeUnfit, { places: [{ pointer: '/staffNo', detail }] });
