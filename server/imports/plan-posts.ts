import { visiblePosts } from '../../db/queries/roster.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Rank } from '../../scoring/index.ts';
import { fault } from './fault.ts';
import { nearestWord } from './nearest-word.ts';
import type { Planning } from './planning.ts';
import { type KnownUnits, OUT_OF_SCOPE } from './plan-units.ts';
import type { Sheets } from './read-book.ts';
import type { rosterSheets } from './sheets-of-roster.ts';

type PostSheet = Sheets<typeof rosterSheets>['posts'];

export interface KnownPost {
  readonly id: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly rank: Rank | null;
  readonly isSensitive: boolean;
}
/** By code; null where the file's own row of the post is at fault, which is said there already. */
export type KnownPosts = ReadonlyMap<string, KnownPost | null>;

export async function planPosts(
  planning: Planning,
  sheet: PostSheet,
  units: KnownUnits,
): Promise<KnownPosts> {
  const stored = new Map<string, Row<'posts'>>();
  const posts = new Map<string, KnownPost | null>();
  const unitCodes = new Map([...units.stored.values()].map(({ id, code }) => [id, code]));
  for (const post of await visiblePosts(planning.here.db, planning.here.tables)) {
    stored.set(post.code, post);
    posts.set(post.code, { ...post, unitCode: unitCodes.get(post.unitId) ?? '' });
  }
  for (const code of sheet.known('code')) if (!posts.has(code)) posts.set(code, null);
  for (const row of sheet.sound) {
    const { code, name, unitCode, rank, isChief, isSensitive } = row.values;
    const unitId = units.idOf(unitCode);
    const before = stored.get(code);
    const homes = [unitCode, ...(before ? [unitCodes.get(before.unitId) ?? ''] : [])];
    if (unitId === null) sheet.refuse(row, 'unitCode', units.unknown(unitCode));
    else if (!homes.every((home) => units.isReached(home))) sheet.refuse(row, 'unitCode', OUT_OF_SCOPE);
    else {
      const id = before?.id ?? planning.here.newId('po');
      const said = { name, unitId, rank, isChief, isSensitive };
      row.outcome = before ? planning.change('posts', before, said) : 'added';
      const settled = {
        rank: rank ?? before?.rank ?? null,
        isChief: isChief ?? before?.isChief ?? false,
        isSensitive: isSensitive ?? before?.isSensitive ?? false,
      };
      if (!before) planning.add('posts', { id, code, name, unitId, ...settled, version: 1 });
      posts.set(code, { id, unitId, unitCode, rank: settled.rank, isSensitive: settled.isSensitive });
    }
  }
  return posts;
}

export function unknownPost(code: string, posts: KnownPosts) {
  const near = nearestWord(code, [...posts.keys()]);
  return fault(
    'unknownPost',
    `没有编码为“${code}”的岗位`,
    near === null ? '先在“岗位”表中加上它' : `是否“${near}”`,
  );
}
