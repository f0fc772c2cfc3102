// Five hundred invented people, one in each post: no name, number or date belongs to anybody.
import { addMonths, type Day, type Rank } from '../../scoring/index.ts';
import { checkSignOf } from '../imports/citizen-id.ts';
import { type DemoPost, posts } from './posts.ts';
import { type Random, randomFor } from './random.ts';

export interface DemoPerson {
  readonly index: number;
  readonly staffNo: string;
  readonly name: string;
  readonly citizenId: string;
  readonly phone: string;
  readonly post: DemoPost;
  readonly isPrincipal: boolean;
  readonly retiresOn: Day;
  readonly isSpecialist: boolean;
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金单仇解';
const COMPOUND = ['欧阳', '上官', '司徒', '诸葛'];
const GIVEN =
  '文明建国志强海涛晓燕丽华秀英春雨思远子涵雅静俊杰嘉欣浩然宇轩若琳梦瑶博睿承泽安宁景行清和怀瑾书瑶致远乐天知行一鸣向阳立新永年德清慧敏佩兰雪松云帆长青明德守正';
const givenSigns = Array.from(GIVEN);
const surnameSigns = Array.from(SURNAMES);

function inventName(random: Random, taken: Set<string>): string {
  for (;;) {
    const surname = random.chance(2) ? random.pick(COMPOUND) : random.pick(surnameSigns);
    const second = random.chance(78) ? random.pick(givenSigns) : '';
    const name = `${surname}${random.pick(givenSigns)}${second}`;
    if (taken.has(name) || /(.)\1/u.test(name)) continue;
    taken.add(name);
    return name;
  }
}

const BORN: Readonly<Record<Rank, readonly [from: number, to: number]>> = {
  正厅: [1966, 1972],
  副厅: [1968, 1976],
  正处: [1967, 1980],
  副处: [1971, 1985],
  正科: [1978, 1991],
  副科: [1984, 1996],
  科员: [1990, 2000],
};
const WORKING_MONTHS = 60 * 12;

const two = (n: number): string => String(n).padStart(2, '0');

/** 440000 is no district's code: nobody has such a number. */
function inventCitizenId(birthday: Day, index: number): string {
  const digits = `440000${birthday.replaceAll('-', '')}${String(100 + (index % 900))}`;
  return `${digits}${checkSignOf(digits)}`;
}

function inventPeople(): DemoPerson[] {
  const names = randomFor('names');
  const dates = randomFor('birthdays');
  const taken = new Set<string>();
  return posts
    .filter(({ isHeld }) => isHeld)
    .map((post, index) => {
      const [from, to] = BORN[post.rank];
      const birthday = `${dates.between(from, to)}-${two(dates.between(1, 12))}-${two(dates.between(1, 28))}`;
      return {
        index,
        staffNo: String(100_001 + index),
        name: inventName(names, taken),
        citizenId: inventCitizenId(birthday, index),
        phone: `1990000${String(1000 + index)}`,
        post,
        isPrincipal: post.rank === '正处',
        retiresOn: addMonths(birthday, WORKING_MONTHS),
        isSpecialist: post.rank === '正科' && dates.chance(3),
      };
    });
}

export const people: readonly DemoPerson[] = inventPeople();
export const isMidLevel = ({ post }: DemoPerson): boolean => post.rank === '正处' || post.rank === '副处';

/** The holders of posts by that name in a unit: the first, or another of them. */
export const holderOf = (unit: string, postName: string, nth = 0): DemoPerson =>
  people.filter(({ post }) => post.unit.name === unit && post.name === postName)[nth]!;
