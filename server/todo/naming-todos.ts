// What stands still until somebody is named for it: a line a file, or one for many of a kind.
import type { FileKind } from '../procedures/file-kind.ts';
import { filesToName } from '../procedures/files-to-name.ts';
import type { OfKind } from '../procedures/naming.ts';
import { item, type Item, type Source } from './todo-item.ts';

/** Beyond so many of a kind the list, where one officer is named for several at once, serves better. */
const MOST_ONE_BY_ONE = 3;

function oneOf({ kind, file }: OfKind): Item {
  const stands = kind.words.states[file.state] ?? { zh: file.state, en: file.state };
  return item(`naming.${file.id}`, `${kind.page ?? ''}/${file.id}`, {
    title: { zh: `指定承办人：${file.title}`, en: `Name an officer: ${file.title}` },
    detail: { zh: `${kind.title.zh} · ${stands.zh}`, en: `${kind.title.en} · ${stands.en}` },
  });
}

const manyOf = ({ machine, title, page = '' }: FileKind, count: number): Item =>
  item(`naming.${machine.name}`, `${page}?naming=open`, {
    title: { zh: `指定承办人：${title.zh} ${count} 件`, en: `Name officers: ${count} × ${title.en}` },
    detail: { zh: '下一步还没有人承办，可以一次指定多件', en: 'Nobody is named for their next step' },
    count,
  });

export const filesToStaff =
  (kinds: ReadonlyMap<string, FileKind>): Source =>
  async ({ store, actor, today }) => {
    const asked = { db: store.read, tables: store.tables, actor, today: today() };
    const waiting = await filesToName(asked, kinds.values());
    const byKind = Map.groupBy(waiting, ({ kind }) => kind);
    return [...byKind].flatMap(([kind, some]) =>
      some.length > MOST_ONE_BY_ONE ? [manyOf(kind, some.length)] : some.map(oneOf),
    );
  };
