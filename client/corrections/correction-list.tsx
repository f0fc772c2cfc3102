import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { correctionWords } from '../words/corrections.ts';
import { labelOf, say } from '../words/language.ts';
import type { Corrections } from './corrections.api.ts';

/** Corrections as lines; one's own name is left out. */
export function CorrectionList(given: { items: Corrections['items']; isOwn?: boolean }) {
  const words = say(correctionWords);
  const person = {
    key: 'person',
    head: words.person,
    cell: ({ personName }: Corrections['items'][number]) => personName,
  };
  return (
    <Table
      caption={words.caption}
      rows={given.items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: words.item,
          cell: ({ id, title }) => (
            <a class="name" href={`/corrections/${id}`}>
              {title}
            </a>
          ),
        },
        ...(given.isOwn ? [] : [person]),
        { key: 'unit', head: words.unit, cell: ({ unitName }) => unitName, isSpare: true },
        {
          key: 'state',
          head: words.state,
          cell: ({ stateLabel, isEnded }) => (
            <Tag tone={isEnded ? 'plain' : 'info'}>{labelOf(stateLabel)}</Tag>
          ),
        },
        {
          key: 'until',
          head: words.until,
          cell: ({ nextDeadline }) => <span class="number">{nextDeadline?.lastDay ?? '—'}</span>,
        },
      ]}
    />
  );
}
