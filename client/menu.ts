import { holds, isNamedIn, may, session } from './session.ts';
import type { shellWords } from './words/shell.ts';

export interface MenuItem {
  readonly href: string;
  readonly word: Extract<
    keyof (typeof shellWords)['zh'],
    | 'todo'
    | 'inbox'
    | 'conduct'
    | 'backups'
    | 'relations'
    | 'pilots'
    | 'initiatives'
    | 'publicNotices'
    | 'exemptions'
    | 'corrections'
    | 'system'
    | 'exports'
    | 'years'
    | 'ledger'
    | 'roster'
    | 'imports'
    | 'meetings'
    | 'policy'
    | 'calendar'
    | 'accounts'
    | 'audit'
    | 'receipts'
    | 'myRecord'
  >;
  /** `g` and this letter go there. */
  readonly letter: string;
  readonly isOffered: () => boolean;
}

const ENTERS = [
  'roster.import',
  'account.batch',
  'appraisal.measure.enter',
  'constraint.enter',
  'inaction.record',
];

/** The pages one can go to, in the order of the menu. */
export const menu: readonly MenuItem[] = [
  { href: '/todo', word: 'todo', letter: 't', isOffered: () => may('todo.read') },
  { href: '/inbox', word: 'inbox', letter: 'n', isOffered: () => may('inbox.read') },
  {
    href: '/my-record',
    word: 'myRecord',
    letter: 'm',
    isOffered: () => typeof session.value?.cadreId === 'string',
  },
  {
    href: '/years',
    word: 'years',
    letter: 'y',
    isOffered: () => may('appraisal.read') && holds('leader', 'hr', 'hr_head', 'board'),
  },
  {
    href: '/ledger',
    word: 'ledger',
    letter: 'f',
    isOffered: () => may('appraisal.read') && holds('leader', 'hr', 'hr_head', 'board'),
  },
  {
    href: '/roster',
    word: 'roster',
    letter: 'r',
    isOffered: () => may('profile.read') && holds('supervisor', 'leader', 'hr', 'hr_head', 'board'),
  },
  {
    href: '/imports',
    word: 'imports',
    letter: 'i',
    isOffered: () => ENTERS.some(may) || may('appraisal.measure.confirm'),
  },
  {
    href: '/conduct',
    word: 'conduct',
    letter: 'j',
    // One's own records are on the own page.
    isOffered: () =>
      may('inaction.read') &&
      holds('supervisor', 'inspector', 'leader', 'hr', 'hr_head', 'board', 'appeal_body'),
  },
  {
    href: '/exemptions',
    word: 'exemptions',
    letter: 'x',
    // Everybody who may be named in one, or is while his office has ended; the person concerned comes from his own record.
    isOffered: () =>
      holds('hr', 'hr_head', 'inspector', 'supervisor', 'leader', 'board', 'appeal_body') ||
      isNamedIn('exemption'),
  },
  {
    href: '/initiatives',
    word: 'initiatives',
    letter: 'z',
    isOffered: () => ['initiative.read', 'initiative.challenge'].some(may),
  },
  { href: '/public-notices', word: 'publicNotices', letter: 'k', isOffered: () => may('notice.object') },
  { href: '/pilots', word: 'pilots', letter: 's', isOffered: () => may('pilot.read') },
  {
    href: '/corrections',
    word: 'corrections',
    letter: 'o',
    isOffered: () => ['profile.update', 'profile.correction.answer'].some(may),
  },
  {
    href: '/meetings',
    word: 'meetings',
    letter: 'h',
    // A leader sits in a panel by being named in its file.
    isOffered: () => holds('hr_head', 'board', 'appeal_body') || isNamedIn('exemption', 'panel'),
  },
  { href: '/relations', word: 'relations', letter: 'l', isOffered: () => may('relation.confirm') },
  {
    href: '/exports',
    word: 'exports',
    letter: 'e',
    isOffered: () => may('export.create') && holds('hr', 'hr_head', 'board'),
  },
  { href: '/policy', word: 'policy', letter: 'p', isOffered: () => may('rule.read') },
  { href: '/calendar', word: 'calendar', letter: 'd', isOffered: () => may('calendar.write') },
  {
    href: '/accounts',
    word: 'accounts',
    letter: 'a',
    isOffered: () => ['account.create', 'account.role.propose', 'account.role.grant'].some(may),
  },
  { href: '/receipts', word: 'receipts', letter: 'c', isOffered: () => may('account.own') },
  { href: '/system', word: 'system', letter: 'w', isOffered: () => may('system.config') },
  { href: '/backups', word: 'backups', letter: 'b', isOffered: () => may('backup.run') },
  { href: '/audit', word: 'audit', letter: 'u', isOffered: () => may('audit.read') && holds('auditadmin') },
];

export const offered = (): readonly MenuItem[] => menu.filter((item) => item.isOffered());
