import type { Label } from './label.ts';

/** The closed ladder of ranks, highest first. */
export const RANKS = ['正厅', '副厅', '正处', '副处', '正科', '副科', '科员'] as const;
export type Rank = (typeof RANKS)[number];

export const ranks = {
  正厅: { zh: '正厅', en: 'chief of department level' },
  副厅: { zh: '副厅', en: 'deputy of department level' },
  正处: { zh: '正处', en: 'chief of division level' },
  副处: { zh: '副处', en: 'deputy of division level' },
  正科: { zh: '正科', en: 'chief of section level' },
  副科: { zh: '副科', en: 'deputy of section level' },
  科员: { zh: '科员', en: 'section member' },
} as const satisfies Record<Rank, Label>;

/** The next rank down the ladder; null below 科员. */
export const rankBelow = (rank: Rank): Rank | null => RANKS[RANKS.indexOf(rank) + 1] ?? null;

/** The level a rank belongs to, whatever its 正 or 副: 厅, 处, 科 or 员. */
export const levelOf = (rank: Rank): string => rank[1]!;

/** The next level down that has a chief; null at and below 科. */
export function levelBelow(rank: Rank): string | null {
  const level = levelOf(rank);
  return level === '厅' ? '处' : level === '处' ? '科' : null;
}
