import type { Rank, UnitKind } from '../../scoring/index.ts';
import { type DemoUnit, staffedUnits } from './units.ts';

export interface DemoPost {
  readonly code: string;
  readonly name: string;
  readonly unit: DemoUnit;
  readonly rank: Rank;
  readonly isChief: boolean;
  readonly isSensitive: boolean;
  readonly isSecretary: boolean;
  /** Whether somebody holds it now; posts of juniors only appear in careers. */
  readonly isHeld: boolean;
}

const SECTIONS: Readonly<Record<UnitKind, readonly string[]>> = {
  party: ['综合科', '干部科', '调研科', '联络科', '督查科'],
  administration: ['综合科', '管理科', '业务科', '信息科', '计划科'],
  college: ['党政办公室', '教学科研办公室', '学生工作办公室', '实验中心', '团委'],
  hospital: ['院办公室', '医务科', '护理部', '科教科', '人事科'],
  service: ['综合科', '服务科', '技术科', '采购科', '运行科'],
};
const DEPUTIES = 4;
/** 318 posts of sections over 34 units: every third unit has ten, the others nine. */
const sectionPosts = (index: number): number => (index % 3 === 0 ? 10 : 9);

const headOf = (section: string): string => (section.endsWith('科') ? '科长' : '主任');

function postsOf(unit: DemoUnit, index: number): DemoPost[] {
  const posts: Omit<DemoPost, 'code'>[] = [];
  const add = (name: string, rank: Rank, more: Partial<DemoPost> = {}) =>
    posts.push({
      name,
      unit,
      rank,
      isChief: false,
      isSensitive: unit.isSensitive,
      isSecretary: false,
      isHeld: true,
      ...more,
    });
  add(unit.chief!, '正处', { isChief: true });
  if (unit.hasSecretary) add('党委书记', '正处', { isChief: true, isSecretary: true });
  for (let i = 0; i < DEPUTIES; i += 1)
    add(unit.hasSecretary && i === DEPUTIES - 1 ? '党委副书记' : `副${unit.chief}`, '副处');
  const sections = SECTIONS[unit.kind];
  for (let i = 0; i < sectionPosts(index); i += 1) {
    const section = sections[i % sections.length]!;
    const isHead = i < sections.length;
    add(`${section}${isHead ? '' : '副'}${headOf(section)}`, isHead ? '正科' : '副科', { isChief: isHead });
  }
  add('科员', '科员', { isHeld: false, isSensitive: false });
  return posts.map((post, i) => ({ code: `${unit.code}-${String(i + 1).padStart(2, '0')}`, ...post }));
}

export const posts: readonly DemoPost[] = staffedUnits.flatMap(postsOf);
