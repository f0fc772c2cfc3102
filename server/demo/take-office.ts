// The empty start, as in any school: three admins, the first head of personnel, and from there on grants in batch.
import type { Actor } from '../permissions/actor.ts';
import type { Services } from '../services.ts';
import type { SignedIn } from '../accounts/sessions.service.ts';
import { DEMO_PASSWORD, headOfPersonnel, newcomers, offices, personnelOfficer } from './logins.ts';
import { type DemoPerson, people } from './people.ts';

/** Who runs the demo school's appraisals. */
export interface Staff {
  readonly hr: Actor;
  readonly head: Actor;
  /** Confirms what HR hands in, as soon as there is somebody beside the head. */
  readonly confirming?: Actor;
}
interface Admins {
  readonly system: Actor;
  readonly security: Actor;
}

/** The three admins choose the demo's password instead of their one-time ones. */
export async function takeAdminOffice({ accounts, sessions, ownAccount }: Services): Promise<Admins> {
  const signedIn = new Map<string, SignedIn>();
  for (const { role, staffNo, password } of await accounts.createAdmins()) {
    const first = await sessions.signIn({ staffNo, password }, 'zh');
    await ownAccount.changePassword(first, { current: password, next: DEMO_PASSWORD });
    signedIn.set(role, first);
  }
  return { system: signedIn.get('sysadmin')!.actor, security: signedIn.get('secadmin')!.actor };
}

/** Makes everybody an account, and HR and its head able to act. */
export async function takePersonnelOffice(
  services: Services,
  { system, security }: Admins,
  today: string,
): Promise<Staff> {
  await services.accounts.create(system, { staffNos: people.map(({ staffNo }) => staffNo) });
  const { staffNo } = headOfPersonnel;
  const { slips } = await services.firstHead.grant(security, { staffNo, reason: '首任组织部负责人' });
  await activate(services, headOfPersonnel, slips[0]!.code);
  const head = await signIn(services, headOfPersonnel);
  const line = {
    role: 'hr',
    staffNo: personnelOfficer.staffNo,
    unitId: null,
    fromOn: today,
    untilOn: null,
  } as const;
  await grant(services, { proposer: head, decider: security }, [line]);
  await activateBySlip(services, head, [personnelOfficer]);
  return { head, hr: await signIn(services, personnelOfficer) };
}

/** Everybody else who has a role, once the units are there; and the ordinary cadre. */
export async function takeOtherOffices(
  services: Services,
  { security }: Admins,
  { hr, head }: Staff,
  today: string,
): Promise<void> {
  const { items: units } = await services.cadres.units(hr);
  const idOf = (code: string) => units.find((unit) => unit.code === code)!.id;
  const lines = offices.map(({ role, person, isForOwnUnit }) => ({
    role,
    staffNo: person.staffNo,
    unitId: isForOwnUnit ? idOf(person.post.unit.code) : null,
    fromOn: today,
    untilOn: null,
  }));
  await grant(services, { proposer: head, decider: security }, lines);
  await activateBySlip(services, head, newcomers);
}

type Lines = Parameters<Services['grantProposals']['propose']>[1]['lines'];

async function grant(
  { grantProposals }: Services,
  { proposer, decider }: { proposer: Actor; decider: Actor },
  lines: Lines,
): Promise<void> {
  const { id, version } = await grantProposals.propose(proposer, { reason: '岗位职责需要', lines });
  await grantProposals.decide(decider, { id, version, event: 'grant', reason: '与任职文件一致' });
}

async function activateBySlip(
  services: Services,
  head: Actor,
  bearers: readonly DemoPerson[],
): Promise<void> {
  const { slips } = await services.slips.print(head, { staffNos: bearers.map(({ staffNo }) => staffNo) });
  for (const { staffNo, code } of slips)
    await activate(
      services,
      bearers.find((person) => person.staffNo === staffNo)!,
      code,
    );
}

const activate = ({ ownAccount }: Services, { staffNo, citizenId }: DemoPerson, slipCode: string) =>
  ownAccount.activate({ staffNo, slipCode, citizenIdLast4: citizenId.slice(-4), password: DEMO_PASSWORD });

async function signIn({ sessions }: Services, { staffNo }: DemoPerson): Promise<Actor> {
  const { actor } = await sessions.signIn({ staffNo, password: DEMO_PASSWORD }, 'zh');
  return actor;
}

/** Somebody of the demo as whoever signs in with his account; signs in the first time he is asked for. */
export type As = (person: DemoPerson) => Promise<Actor>;
export function signingIn(services: Services, { head, hr }: Staff): As {
  const known = new Map([
    [headOfPersonnel, Promise.resolve(head)],
    [personnelOfficer, Promise.resolve(hr)],
  ]);
  return (person) => {
    const actor = known.get(person) ?? signIn(services, person);
    known.set(person, actor);
    return actor;
  };
}
