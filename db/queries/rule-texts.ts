// Rules as they read while they were valid: the evidence of situation 2d.
import { eq } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

export async function ruleTextById(
  db: Db,
  { ruleTexts }: Tables,
  id: string,
): Promise<Row<'ruleTexts'> | undefined> {
  const [row] = await db.select().from(ruleTexts).where(eq(ruleTexts.id, id));
  return row;
}
