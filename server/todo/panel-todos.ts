// What somebody named in a file decides with others: he reads it before the meeting. Nothing of it is done alone.
import { onRunningAgenda } from '../../db/queries/meetings.ts';
import { filesNaming } from '../../db/queries/naming.ts';
import { cadreNames } from '../../db/queries/procedure-people.ts';
import { BODY_WORDS, eventsOpenTo, waitingStates } from '../meetings/bodies.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { rightTo } from '../procedures/rights.ts';
import { standingIfVisible } from '../procedures/standing.ts';
import { item, type Item, type Source } from './todo-item.ts';

/** Members of these are named file by file; the board sits by its office and reads its agenda. */
const NAMED_BODIES = ['panel', 'appeal_body'] as const;

const idOf = ({ id }: { readonly id: string }): string => id;
const said = (...parts: readonly string[]): string => parts.filter(Boolean).join(' · ');

export const filesToDecide =
  (kinds: ReadonlyMap<string, FileKind>): Source =>
  async ({ store, actor }) => {
    const { read: db, tables } = store;
    const machines = [...kinds.values()].map(({ machine }) => machine);
    const items: Item[] = [];
    for (const body of NAMED_BODIES) {
      const wanted = waitingStates(body, machines);
      const named = { accountId: actor.accountId, principal: body, wanted };
      const files = await filesNaming(db, tables, named);
      const planned = await onRunningAgenda(db, tables, files.map(idOf));
      const names = await cadreNames(
        db,
        tables,
        files.flatMap(({ cadreId }) => cadreId ?? []),
      );
      for (const file of files) {
        const kind = kinds.get(file.machine)!;
        const standing = await standingIfVisible({ db, tables, actor }, kind, file);
        const events = eventsOpenTo(body, kind.machine, file.state);
        if (!standing || !events.some((event) => rightTo(event, standing).isOpen)) continue;
        const { zh, en } = BODY_WORDS[body];
        const heldOn = planned.get(file.id)?.heldOn ?? null;
        const who = names.get(file.cadreId ?? '') ?? '';
        const title = { zh: `会前阅卷：${file.title}`, en: `Read before the meeting: ${file.title}` };
        const detail = {
          zh: said(who, kind.title.zh, heldOn === null ? `${zh}集体决定` : `${zh} ${heldOn} 开会决定`),
          en: said(who, kind.title.en, heldOn === null ? `${en} decides` : `${en} meets on ${heldOn}`),
        };
        const found = item(`reading.${file.id}`, `${kind.page ?? ''}/${file.id}`, { title, detail });
        items.push({ ...found, dueOn: heldOn });
      }
    }
    return items;
  };
