// What belongs to the person beside the score: timeline, posts, effect periods, former years.
import { points } from '../numbers.ts';
import { Figure } from '../ui/reason.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { labelOf, say } from '../words/language.ts';
import { recordWords } from '../words/record.ts';
import { shellWords } from '../words/shell.ts';
import type { YearRecord } from './record.ts';
import { Sentence } from './record-reasons.tsx';

const newestFirst = ({ timeline }: YearRecord) => [...timeline].sort((a, b) => (a.on < b.on ? 1 : -1));

export function Timeline({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  return (
    <section>
      <h2>{words.timeline}</h2>
      {record.timeline.length === 0 ? (
        <p class="note">{words.noTimeline}</p>
      ) : (
        <ol class="timeline">
          {newestFirst(record).map(({ on, kind, label }, index) => (
            <li key={`${on}${index}`} class={kind}>
              <time dateTime={on}>{on}</time>
              <span>{labelOf(label)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const STATUS_TONES = { due: 'warn', soon: 'plain', notDue: 'plain', exempt: 'info' } as const satisfies {
  [Status in YearRecord['rotation']['posts'][number]['status']]: Tone;
};
const OF_ROTATION = ['rotation.limit', 'rotation.limitSensitive', 'rotation.soon', 'rotation.paperGap'];

export function Rotation({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  const shared = say(appraisalWords);
  const { posts, flags } = record.rotation;
  const names = { due: shared.due, soon: shared.soon, notDue: shared.notDue, exempt: shared.exemptRotation };
  return (
    <section>
      <h2>
        {words.rotation}{' '}
        {flags.map((flag) => (
          <Tag key={flag} tone="warn">
            {words[flag]}
          </Tag>
        ))}
      </h2>
      {posts.length === 0 && <p class="note">{words.noRotation}</p>}
      <ul class="course">
        {posts.map(({ postName, months, limit, status, because }) => (
          <li key={postName}>
            {postName} <Tag tone={STATUS_TONES[status]}>{names[status]}</Tag>
            <br />
            <Figure
              name={postName}
              class="note"
              reason={() => <Sentence text={labelOf(because)} record={record} ids={OF_ROTATION} />}
            >
              {words.months(months, limit)}
            </Figure>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Effects({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  if (record.effectPeriods.length === 0) return null;
  const names: Readonly<Record<string, string>> = {
    noPost: words.noPost,
    noHigher: words.noHigher,
    noPromotion: words.noPromotion,
  };
  return (
    <section>
      <h2>{words.effects}</h2>
      <ul class="course">
        {record.effectPeriods.map(({ effect, until, because }) => (
          <li key={effect}>
            {names[effect] ?? effect}{' '}
            <Figure
              name={names[effect] ?? effect}
              reason={() => <Sentence text={labelOf(because)} record={record} ids={[]} />}
            >
              {words.until(until)}
            </Figure>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function History({ record, hrefOf }: { record: YearRecord; hrefOf: (year: number) => string }) {
  const words = say(recordWords);
  if (record.history.length === 0) return null;
  return (
    <section>
      <h2>{words.history}</h2>
      <div class="sheet">
        <table class="compact">
          <caption class="hidden-text">{words.history}</caption>
          <thead>
            <tr>
              <th scope="col">{words.historyYear}</th>
              <th scope="col">{words.grade}</th>
              <th scope="col" class="number">
                {words.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {record.history.map(({ year, gradeLabel, total }) => (
              <tr key={year}>
                <th scope="row">{total === null ? year : <a href={hrefOf(year)}>{year}</a>}</th>
                <td>{labelOf(gradeLabel)}</td>
                <td class="number">
                  {total === null ? (
                    say(shellWords).none
                  ) : (
                    <a class="plain-link" href={`${hrefOf(year)}#origin`}>
                      {points(total)}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
