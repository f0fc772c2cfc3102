// Rules as they read while they were valid: the evidence of situation 2d.
import { and, asc, desc, eq, gte, isNotNull, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, type Page, pageOf, type PageRequest } from './page.ts';
import { textHas } from './person-search.ts';

export async function ruleTextById(
  db: Db,
  { ruleTexts }: Tables,
  id: string,
): Promise<Row<'ruleTexts'> | undefined> {
  const [row] = await db.select().from(ruleTexts).where(eq(ruleTexts.id, id));
  return row;
}

export interface RuleTextFilter {
  /** Each of them stands somewhere in the text. */
  readonly words: readonly string[];
  /** Valid on this day; null = whenever. */
  readonly on: string | null;
}

const holdsWord = ({ ruleTexts }: Tables, word: string): SQL | undefined =>
  or(
    textHas(word, ruleTexts.title),
    textHas(word, ruleTexts.documentNo),
    textHas(word, ruleTexts.issuer),
    textHas(word, ruleTexts.passage),
  );

const validOn = ({ ruleTexts }: Tables, on: string): SQL | undefined =>
  and(lte(ruleTexts.validFrom, on), or(isNull(ruleTexts.validTo), gte(ruleTexts.validTo, on)));

/** The texts that stand, the latest to come into force first. */
export async function ruleTextPage(
  db: Db,
  tables: Tables,
  { words, on, after, limit }: RuleTextFilter & PageRequest,
): Promise<Page<Row<'ruleTexts'>>> {
  const { ruleTexts } = tables;
  const key = keyAfter(after, ['string', 'string']);
  const beyond =
    key &&
    or(lt(ruleTexts.validFrom, key[0]), and(eq(ruleTexts.validFrom, key[0]), lt(ruleTexts.id, key[1])));
  const rows = await db
    .select()
    .from(ruleTexts)
    .where(
      and(
        isNull(ruleTexts.withdrawnAt),
        ...words.map((word) => holdsWord(tables, word)),
        on === null ? undefined : validOn(tables, on),
        beyond ?? undefined,
      ),
    )
    .orderBy(desc(ruleTexts.validFrom), desc(ruleTexts.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ validFrom, id }) => [validFrom, id]);
}

/** The texts that stand and have a number, the earliest first. */
export const ruleTextsNumbered = (db: Db, { ruleTexts }: Tables): Promise<Row<'ruleTexts'>[]> =>
  db
    .select()
    .from(ruleTexts)
    .where(and(isNull(ruleTexts.withdrawnAt), isNotNull(ruleTexts.documentNo)))
    .orderBy(asc(ruleTexts.validFrom), asc(ruleTexts.id));

/** Whether an exemption rests on a text. */
export async function isReliedOn(db: Db, { exemptions }: Tables, ruleTextId: string): Promise<boolean> {
  const rows = await db
    .select({ fileId: exemptions.fileId })
    .from(exemptions)
    .where(eq(exemptions.ruleTextId, ruleTextId))
    .limit(1);
  return rows.length > 0;
}
