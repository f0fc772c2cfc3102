import type { Role } from '../session.ts';
import { labelOf } from './language.ts';

const roles: Readonly<
  Record<Role | 'cadre' | 'panel' | 'self' | 'system', { readonly zh: string; readonly en: string }>
> = {
  supervisor: { zh: '督查人员', en: 'Supervisor' },
  inspector: { zh: '纪检人员', en: 'Inspector' },
  leader: { zh: '领导班子成员', en: 'Leader' },
  hr: { zh: '组织部工作人员', en: 'HR officer' },
  hr_head: { zh: '组织部负责人', en: 'Head of HR' },
  board: { zh: '党委会成员', en: 'Board member' },
  appeal_body: { zh: '申诉受理机构', en: 'Appeal body' },
  sysadmin: { zh: '系统管理员', en: 'System admin' },
  secadmin: { zh: '安全保密管理员', en: 'Security admin' },
  auditadmin: { zh: '审计管理员', en: 'Audit admin' },
  cadre: { zh: '干部本人', en: 'Cadre' },
  panel: { zh: '容错认定小组成员', en: 'Member of the panel' },
  self: { zh: '本人', en: 'Own account' },
  system: { zh: '系统', en: 'System' },
};

/** What a role or duty is called; one of tomorrow keeps its code. */
export function roleName(code: string): string {
  const known = (roles as Readonly<Record<string, { readonly zh: string; readonly en: string }>>)[code];
  return known === undefined ? code : labelOf(known);
}

/** Everything a role may be called in a sheet: its code, its names; in lower case. */
export const namesOfRole = (code: Role): readonly string[] =>
  [code, roles[code].zh, roles[code].en].map((name) => name.toLowerCase());

/** What hr_head may propose. */
export const GRANTABLE = [
  'hr',
  'hr_head',
  'leader',
  'board',
  'inspector',
  'supervisor',
  'appeal_body',
] as const;
