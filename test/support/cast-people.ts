// Who takes part in a file of the double ledger, from whoever finds something to the body that hears the appeal.
import { type Act, addRows, type Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { sessionTokens } from '../../server/adapters/session-token.ts';
import { ADMIN_ROLES, type Role } from '../../server/permissions/matrix.ts';
import { aCadre, aGrant, anAccount, NOON } from './rows.ts';

/** Name (the staff number too) → offices. */
export const CAST = {
  /** The cadre concerned, his kin in every office, and somebody without any. */
  subject: [],
  kin: ['hr', 'hr_head', 'inspector', 'appeal_body'],
  outsider: [],
  recorder: ['supervisor'],
  verifier: ['hr'],
  notifier: ['hr'],
  clerk: ['hr'],
  investigator1: ['inspector'],
  investigator2: ['hr'],
  redliner: ['inspector'],
  inspector: ['inspector'],
  /** Names the officers and keeps the minutes; judges nothing. */
  secretary: ['hr_head'],
  reviewer: ['hr_head'],
  reconsiderer: ['hr_head'],
  /** Two offices, and in any one file still one duty. */
  both: ['hr', 'hr_head', 'inspector'],
  dean: ['leader'],
  panel1: ['leader'],
  panel2: ['board'],
  panel3: ['supervisor'],
  appeal1: ['appeal_body'],
  appeal2: ['appeal_body'],
  appeal3: ['appeal_body'],
  board1: ['board'],
  board2: ['board'],
  board3: ['board'],
  requester: [],
  sysadmin: ['sysadmin'],
  secadmin: ['secadmin'],
  auditadmin: ['auditadmin'],
} as const satisfies Record<string, readonly Role[]>;
export type CastName = keyof typeof CAST;
export const everybody = Object.keys(CAST) as CastName[];
export const rolesOf = (name: CastName): readonly Role[] => CAST[name];
export const PANEL = ['panel1', 'panel2', 'panel3'] as const satisfies readonly CastName[];
export const APPEAL_BODY = ['appeal1', 'appeal2', 'appeal3'] as const satisfies readonly CastName[];
export const BOARD = ['board1', 'board2', 'board3'] as const satisfies readonly CastName[];

/** Not in the roster: the three admins, and whoever only asks. */
export const isInRoster = (name: CastName): boolean =>
  name !== 'requester' && !CAST[name].some((role) => (ADMIN_ROLES as readonly Role[]).includes(role));
/** Offices held for units; the cast holds them for the file’s own, or for the whole school. */
export const UNIT_SCOPED: readonly string[] = ['leader', 'hr', 'hr_head', 'supervisor', 'inspector'];
/** Of one college; everybody else serves the whole school. */
const OF_THE_UNIT: readonly CastName[] = ['recorder', 'notifier', 'dean', 'inspector'];

export interface Stage {
  readonly unitId: string;
  /** The person concerned, if the school has him already. */
  readonly subject?: { readonly cadreId: string; readonly staffNo: string };
}
const accountIdOf = (name: CastName): string => `acc_${name}`;
export const cadreIdIn = ({ subject }: Stage, name: CastName): string =>
  name === 'subject' && subject ? subject.cadreId : `cad_${name}`;
export const staffNoIn = ({ subject }: Stage, name: CastName): string =>
  name === 'subject' && subject ? subject.staffNo : name;

const seating: Act = { actor: 'acc_tester', duty: 'hr', deed: 'cast.seated', subject: 'cast', reason: null };

/** Accounts, offices and records of everybody, in one act. */
export async function seatCast(store: Store, stage: Stage): Promise<void> {
  const { tables } = store;
  const newcomers = everybody.filter(
    (name) => isInRoster(name) && !(name === 'subject' && stage.subject !== undefined),
  );
  const cadres = newcomers.map((name) =>
    aCadre({ id: `cad_${name}`, staffNo: name, name: `${name}·虚构`, unitId: stage.unitId, rank: '正科' }),
  );
  const accounts = everybody.map((name) =>
    anAccount({ id: accountIdOf(name), staffNo: staffNoIn(stage, name) }),
  );
  const grants = everybody.flatMap((name) =>
    CAST[name].map((role) =>
      aGrant({
        ...{ id: `gr_${name}_${role}`, accountId: accountIdOf(name), role },
        unitId: OF_THE_UNIT.includes(name) ? stage.unitId : null,
      }),
    ),
  );
  const kin: Row<'relations'> = {
    ...{ id: 'rel_kin', cadreId: 'cad_kin', kind: 'relative', otherCadreId: cadreIdIn(stage, 'subject') },
    ...{ namedStaffNo: null, namedAs: null, unitId: null, detail: '虚构', state: 'confirmed', version: 1 },
    ...{ declaredBy: 'acc_kin', declaredAt: NOON, decidedBy: null, decidedAt: null, decidedReason: null },
  };
  await store.write(seating, async (tx, changed) => {
    await addRows(tx, changed, tables.cadres, cadres);
    await addRows(tx, changed, tables.accounts, accounts);
    await addRows(tx, changed, tables.grants, grants);
    await addRows(tx, changed, tables.relations, [kin]);
    await addRows(tx, changed, tables.sessions, everybody.map(sessionOf));
  });
}

/** Years go by in these tests: nobody has to sign in again meanwhile. */
const FAR_AHEAD = NOON + 2000 * 366 * 86_400_000;
const sessionOf = (name: CastName): Row<'sessions'> => ({
  ...{ id: `ses_${name}`, accountId: accountIdOf(name), startedAt: NOON, expiresAt: FAR_AHEAD },
  ...{ endedAt: null, method: 'password', hasSecondFactor: true },
  ...{ address: null, agent: null, failuresBefore: null },
});

/** What the cookie of each holds. */
export function tokensWith(signingKey: string): (name: CastName) => string {
  const tokens = sessionTokens(signingKey);
  const times = { issuedAt: Math.floor(NOON / 1000), expiresAt: Math.floor(FAR_AHEAD / 1000) };
  return (name) =>
    tokens.sign({ sessionId: `ses_${name}`, accountId: accountIdOf(name), version: 1, ...times });
}
