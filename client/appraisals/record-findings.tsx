import type { Bilingual } from '../../server/http/shared.contract.ts';
import type { View } from '../api.ts';
import { Tag } from '../ui/tag.tsx';
import { labelOf, say } from '../words/language.ts';
import { recordWords } from '../words/record.ts';
import { ceilingFindings, otherFindings, type YearRecord } from './record.ts';

interface Said {
  readonly clause: string;
  readonly because: View<typeof Bilingual>;
  readonly tag?: string;
}

function Sayings(given: { title: string; note?: string; items: readonly Said[] }) {
  if (given.items.length === 0) return null;
  return (
    <section>
      <h2>
        {given.title} {given.note && <span class="note">{given.note}</span>}
      </h2>
      <ul class="card sayings">
        {given.items.map(({ clause, because, tag }, index) => (
          <li key={`${because.zh}${index}`}>
            {tag && <Tag tone="bad">{tag}</Tag>} {labelOf(because)} <span class="note">{clause}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What holds the grade down, whatever the score. */
export const Ceilings = ({ record }: { record: YearRecord }) => (
  <Sayings title={say(recordWords).ceilings} items={ceilingFindings(record)} />
);

export function Reviews({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  return (
    <Sayings
      title={words.reviews}
      note={words.reviewsNote}
      items={record.reviews.map(({ clause, because, label }) => ({ clause, because, tag: labelOf(label) }))}
    />
  );
}

export const Findings = ({ record }: { record: YearRecord }) => (
  <Sayings title={say(recordWords).findings} items={otherFindings(record)} />
);
