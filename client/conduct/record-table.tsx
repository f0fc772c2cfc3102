import { Table } from '../ui/table.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { conductWords } from '../words/conduct.ts';
import { labelOf, say } from '../words/language.ts';
import type { RecordLine } from './conduct.api.ts';

interface Given {
  readonly items: readonly RecordLine[];
  /** Null where nobody ticks anything. */
  readonly ticks: {
    readonly ticked: ReadonlySet<string>;
    readonly onTick: (id: string, isTicked: boolean) => void;
  } | null;
}

export const toneOf = ({ state, isEnded }: Pick<RecordLine, 'state' | 'isEnded'>): Tone =>
  isEnded ? 'plain' : state === 'final' ? 'bad' : 'info';

export function RecordTable({ items, ticks }: Given) {
  const words = say(conductWords);
  const tick = ticks && {
    key: 'tick',
    head: words.tick,
    cell: ({ id, personName, said }: RecordLine) => (
      <input
        type="checkbox"
        aria-label={words.tickOne(personName ?? '', said ? labelOf(said.behaviour) : '')}
        checked={ticks.ticked.has(id)}
        onChange={(event) => ticks.onTick(id, event.currentTarget.checked)}
      />
    ),
  };
  return (
    <Table
      caption={words.caption}
      class="conduct"
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        ...(tick ? [tick] : []),
        {
          key: 'person',
          head: words.person,
          cell: ({ id, personName }) => (
            <a class="name" href={`/conduct/${id}`}>
              {personName}
            </a>
          ),
        },
        { key: 'unit', head: words.unit, cell: ({ unitName }) => unitName },
        {
          key: 'behaviour',
          head: words.behaviour,
          cell: ({ said }) =>
            said === null ? (
              '—'
            ) : (
              <>
                <span class="number">{said.code}</span> {labelOf(said.behaviour)}
              </>
            ),
        },
        {
          key: 'day',
          head: words.day,
          cell: ({ said }) => <span class="number">{said?.occurredOn ?? '—'}</span>,
        },
        {
          key: 'state',
          head: words.state,
          cell: (line) => <Tag tone={toneOf(line)}>{labelOf(line.stateLabel)}</Tag>,
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
