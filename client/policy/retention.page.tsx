import type { RetentionList, RetentionView } from '../../server/retention/retention.contract.ts';
import type { View } from '../api.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { BasisTag } from '../ui/reason.tsx';
import { Answer } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { labelOf, say } from '../words/language.ts';
import { retentionWords } from '../words/retention.ts';

type Kept = View<typeof RetentionView>;
const MONTHS_A_YEAR = 12;

/** How long what is kept, and why. */
export default function RetentionPage() {
  const words = say(retentionWords);
  const asked = useAsked<View<typeof RetentionList>>('/api/retention');
  return (
    <Page title={words.title} lead={words.lead}>
      <Answer of={asked}>
        {({ items, afterwards }) => (
          <>
            <p class="notice info">{labelOf(afterwards)}</p>
            <KeptTable kept={items} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function howLong({ months }: Kept): string {
  const words = say(retentionWords);
  if (months === null) return words.whileNeeded;
  if (months === 0) return words.atOnce;
  return months % MONTHS_A_YEAR === 0 ? words.years(months / MONTHS_A_YEAR) : words.months(months);
}

function KeptTable({ kept }: { kept: readonly Kept[] }) {
  const words = say(retentionWords);
  return (
    <Table
      caption={words.title}
      rows={kept}
      keyOf={({ id }) => id}
      columns={[
        { key: 'record', head: words.record, cell: ({ record }) => labelOf(record) },
        { key: 'keep', head: words.keep, cell: howLong },
        { key: 'from', head: words.from, cell: ({ from }) => labelOf(from) },
        { key: 'basis', head: words.basis, cell: ({ basis }) => <BasisTag basis={basis} /> },
        { key: 'cite', head: words.cite, cell: ({ cite }) => labelOf(cite) },
        { key: 'certainty', head: words.certainty, cell: ({ certainty }) => words[certainty] },
      ]}
    />
  );
}
