import { Table } from '../ui/table.tsx';
import { say } from '../words/language.ts';
import { rosterWords } from '../words/roster.ts';
import type { CadreListItem } from './roster.api.ts';

export function PeopleTable({ people }: { people: readonly CadreListItem[] }) {
  const words = say(rosterWords);
  return (
    <Table
      class="people-table"
      caption={words.caption}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        { key: 'staffNo', head: words.staffNo, cell: ({ staffNo }) => <span class="number">{staffNo}</span> },
        {
          key: 'name',
          head: words.name,
          cell: ({ id, name }) => (
            <a class="name" href={`/roster/${encodeURIComponent(id)}`}>
              {name}
            </a>
          ),
        },
        { key: 'unit', head: words.unit, cell: ({ unitName }) => unitName },
        { key: 'post', head: words.post, cell: ({ postTitle }) => postTitle },
        { key: 'rank', head: words.rank, cell: ({ rank }) => rank ?? words.unknown },
        {
          key: 'template',
          head: words.template,
          cell: ({ template }) => (template === 'principal' ? words.principal : words.member),
          isSpare: true,
        },
        {
          key: 'since',
          head: words.cadreSince,
          cell: ({ cadreSince }) => <span class="number">{cadreSince ?? words.unknown}</span>,
          isSpare: true,
        },
      ]}
    />
  );
}
