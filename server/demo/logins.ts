// Who can sign in to the demo: one person for each role, all with the one password that is printed at start.
import { ADMIN_ROLES, type Role } from '../permissions/matrix.ts';
import { type DemoPerson, holderOf } from './people.ts';
import { SCHOOL } from './units.ts';

/** Stands in this file for everybody to read: an account with it exists in the demo only. */
export const DEMO_PASSWORD = 'minghu-for-trying-out';

export interface DemoLogin {
  readonly role: Role | 'cadre';
  readonly staffNo: string;
  readonly password: string;
  readonly name: string;
  readonly unitName: string;
}

interface Office {
  readonly role: Exclude<Role, (typeof ADMIN_ROLES)[number]>;
  readonly person: DemoPerson;
  /** The role reaches over the own unit only. */
  readonly isForOwnUnit?: true;
}

export const headOfPersonnel = holderOf('组织部', '部长');
export const personnelOfficer = holderOf('组织部', '干部科科长');
export const OWN_COLLEGE = '信息工程学院';
/** An ordinary cadre of the leader's college. */
export const ordinaryCadre = holderOf(OWN_COLLEGE, '副院长');

export const offices: readonly Office[] = [
  { role: 'leader', person: holderOf(OWN_COLLEGE, '院长'), isForOwnUnit: true },
  { role: 'supervisor', person: holderOf('党委办公室', '督查科科长') },
  { role: 'inspector', person: holderOf('纪委办公室', '副主任') },
  { role: 'board', person: holderOf('党委办公室', '主任') },
  { role: 'appeal_body', person: holderOf('法学院', '党委书记') },
];

const loginOf = (role: DemoLogin['role'], { staffNo, name, post }: DemoPerson): DemoLogin => ({
  role,
  staffNo,
  password: DEMO_PASSWORD,
  name,
  unitName: post.unit.name,
});

export const demoLogins: readonly DemoLogin[] = [
  loginOf('hr', personnelOfficer),
  loginOf('hr_head', headOfPersonnel),
  ...offices.map(({ role, person }) => loginOf(role, person)),
  loginOf('cadre', ordinaryCadre),
  ...ADMIN_ROLES.map((role) => ({
    role,
    staffNo: role,
    password: DEMO_PASSWORD,
    name: '',
    unitName: SCHOOL,
  })),
];
