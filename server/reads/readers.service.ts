// 谁看过我的档案: told to the person himself, and to nobody else.
import type { z } from 'zod';
import { accountLabels } from '../../db/queries/account-labels.ts';
import { readsOfCadre } from '../../db/queries/reads.ts';
import type { Store } from '../../db/store.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import type { ReaderPage, ReaderQuery } from './reads.contract.ts';

export function readersService({ store: { read: db, tables } }: { readonly store: Store }) {
  async function own(
    { cadreId }: Actor,
    { after, limit }: z.infer<typeof ReaderQuery>,
  ): Promise<z.infer<typeof ReaderPage>> {
    if (cadreId === null) throw new Refused(notFound);
    const page = await readsOfCadre(db, tables, { cadreId, after: after ?? null, limit });
    const readers = page.items.map(({ reader }) => reader);
    const labels = await accountLabels(db, tables, readers);
    return {
      items: page.items.map(({ id, at, what, duty, reason, reader }) => ({
        ...{ id, at, what, duty, reason },
        reader: labels.get(reader) ?? { staffNo: reader, name: null },
      })),
      next: page.next,
    };
  }

  return { own };
}
export type ReadersService = ReturnType<typeof readersService>;
