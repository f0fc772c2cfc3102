import { Table } from '../ui/table.tsx';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';
import { roleName } from '../words/roles.ts';
import type { ProposedLine } from './add-people.tsx';
import { periodOf } from './proposal-card.tsx';

/** What will be submitted, line by line. */
export function ProposedLines(given: {
  lines: readonly ProposedLine[];
  onRemove: (line: ProposedLine) => void;
}) {
  const words = say(accountWords);
  if (given.lines.length === 0) return <p class="state card">{words.nobodyYet}</p>;
  return (
    <Table
      caption={words.toSubmit}
      rows={given.lines}
      keyOf={({ staffNo, role, unitId }) => `${staffNo} ${role} ${unitId}`}
      columns={[
        { key: 'staffNo', head: words.staffNo, cell: ({ staffNo }) => <span class="number">{staffNo}</span> },
        { key: 'role', head: words.role, cell: ({ role }) => roleName(role) },
        { key: 'unit', head: words.unit, cell: ({ unitName }) => unitName ?? words.wholeSchool },
        { key: 'period', head: words.period, cell: (line) => <span class="number">{periodOf(line)}</span> },
        {
          key: 'remove',
          head: words.remove,
          cell: (line) => (
            <button
              type="button"
              class="link"
              aria-label={words.removeOne(line.staffNo)}
              onClick={() => given.onRemove(line)}
            >
              {words.remove}
            </button>
          ),
        },
      ]}
    />
  );
}
