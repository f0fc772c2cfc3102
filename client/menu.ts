import { holds, may, session } from './session.ts';
import type { shellWords } from './words/shell.ts';

export interface MenuItem {
  readonly href: string;
  readonly word: Extract<
    keyof (typeof shellWords)['zh'],
    'todo' | 'years' | 'roster' | 'imports' | 'policy' | 'accounts' | 'audit' | 'myRecord'
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
  { href: '/policy', word: 'policy', letter: 'p', isOffered: () => may('rule.read') },
  {
    href: '/accounts',
    word: 'accounts',
    letter: 'a',
    isOffered: () => ['account.create', 'account.role.propose', 'account.role.grant'].some(may),
  },
  { href: '/audit', word: 'audit', letter: 'u', isOffered: () => may('audit.read') && holds('auditadmin') },
];

export const offered = (): readonly MenuItem[] => menu.filter((item) => item.isOffered());
