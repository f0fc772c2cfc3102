// 纠错: exempt or mitigated, and asked to put something right; he reports on it himself.
import { mistakesToPutRight } from '../../db/queries/put-right.ts';
import { item, type Source } from './todo-item.ts';

export const toPutRight: Source = async ({ store, actor }) => {
  if (actor.cadreId === null) return [];
  const found = await mistakesToPutRight(store.read, store.tables, actor.cadreId);
  return found.map(({ fileId, title, correctBy }) => ({
    ...item(`putRight.${fileId}`, `/exemptions/${fileId}`, {
      title: { zh: `报告改正情况：${title}`, en: `Report what you put right: ${title}` },
      detail: { zh: '容错认定 · 纠错', en: 'Exemption · put right' },
    }),
    dueOn: correctBy,
  }));
};
