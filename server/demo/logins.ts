// Who can sign in to the demo, all with the one password that is printed at start: one person for each role, and as many
// more as due process needs different people for.
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
/** Whoever has confirmed or reviewed something names nobody for it: the head names, one deputy confirms, one reviews. */
export const confirmingDeputy = holderOf('组织部', '副部长');
export const reviewingDeputy = holderOf('组织部', '副部长', 1);
export const secondOfficer = holderOf('组织部', '综合科科长');
export const supervisor = holderOf('党委办公室', '督查科科长');
export const inspector = holderOf('纪委办公室', '副主任');
export const redLineInspector = holderOf('纪委办公室', '副主任', 1);
export const verifyingInspector = holderOf('纪委办公室', '副主任', 3);
export const OWN_COLLEGE = '信息工程学院';
export const dean = holderOf(OWN_COLLEGE, '院长');
/** Who sits on panels: chosen file by file, from whoever holds an office. */
export const panel = [dean, holderOf('科研处', '处长'), holderOf('研究生院', '院长')];
export const board = [holderOf('党委办公室', '主任'), holderOf('宣传部', '部长'), holderOf('统战部', '部长')];
export const appealBody = [
  holderOf('法学院', '党委书记'),
  holderOf('文学院', '党委书记'),
  holderOf('马克思主义学院', '党委书记'),
];

/** An ordinary cadre of the leader's college. */
export const ordinaryCadre = holderOf(OWN_COLLEGE, '副院长');
/** Those who ask for exemption: before the panel, exempt, refused and under appeal. */
export const applicants = {
  beforePanel: holderOf('网络信息中心', '副主任'),
  exempt: holderOf('基本建设处', '副处长'),
  refused: holderOf('资产管理处', '副处长', 1),
} as const;
const cadres = [ordinaryCadre, ...Object.values(applicants)];

const everyOne = (role: Office['role'], people: readonly DemoPerson[]): Office[] =>
  people.map((person) => ({ role, person }));

export const offices: readonly Office[] = [
  ...everyOne('hr', [secondOfficer]),
  ...everyOne('hr_head', [confirmingDeputy, reviewingDeputy]),
  ...panel.map((person): Office => ({ role: 'leader', person, isForOwnUnit: true })),
  ...everyOne('supervisor', [supervisor]),
  ...everyOne('inspector', [inspector, redLineInspector, verifyingInspector]),
  ...everyOne('board', board),
  ...everyOne('appeal_body', appealBody),
];
/** Everybody who gets a slip to activate an account, beside HR and its head. */
export const newcomers: readonly DemoPerson[] = [...offices.map(({ person }) => person), ...cadres];
/** Whoever has a part in the demo's files; nothing was ever found against them. */
export const cast: ReadonlySet<DemoPerson> = new Set([personnelOfficer, headOfPersonnel, ...newcomers]);

const loginOf = (role: DemoLogin['role'], { staffNo, name, post }: DemoPerson): DemoLogin => ({
  role,
  staffNo,
  password: DEMO_PASSWORD,
  name,
  unitName: post.unit.name,
});
const loginsAs = (role: Office['role']): DemoLogin[] =>
  offices.filter((office) => office.role === role).map(({ person }) => loginOf(role, person));

/** The first of each role is who to try it with. */
export const demoLogins: readonly DemoLogin[] = [
  ...[loginOf('hr', personnelOfficer), ...loginsAs('hr')],
  ...[loginOf('hr_head', headOfPersonnel), ...loginsAs('hr_head')],
  ...(['leader', 'supervisor', 'inspector', 'board', 'appeal_body'] as const).flatMap(loginsAs),
  ...cadres.map((person) => loginOf('cadre', person)),
  ...ADMIN_ROLES.map((role) => ({
    role,
    staffNo: role,
    password: DEMO_PASSWORD,
    name: '',
    unitName: SCHOOL,
  })),
];
