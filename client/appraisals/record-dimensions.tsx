import { Picture } from '../charts/picture.tsx';
import { points } from '../numbers.ts';
import { Figure } from '../ui/reason.tsx';
import { labelOf, language, say } from '../words/language.ts';
import { recordWords } from '../words/record.ts';
import type { YearRecord } from './record.ts';
import { Sentence } from './record-reasons.tsx';

const OF_DIMENSION = ['ballot.minimumGroup'];

/** 德能勤绩廉 beside the median of the rank: a picture and its table. */
export function Dimensions({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  const { dimensions } = record;
  if (dimensions.length === 0) return null;
  const spokes = dimensions.map(({ label, value, rankMedian }) => ({
    name: labelOf(label),
    value,
    median: rankMedian,
  }));
  return (
    <section class="dimensions">
      <h2>{words.dimensions}</h2>
      <div class="sheet">
        <Picture
          class="radar"
          of={JSON.stringify([language.value, spokes])}
          label={words.radar(spokes.map(({ name, value }) => `${name} ${points(value)}`).join(', '))}
          draw={(pen, canvas, colours) => pen.drawRadar(canvas, spokes, colours)}
        />
        <table class="compact">
          <caption class="hidden-text">{words.dimensions}</caption>
          <thead>
            <tr>
              <th scope="col">{words.dimension}</th>
              <th scope="col" class="number">
                <span class="key own" aria-hidden="true" /> {words.self}
              </th>
              <th scope="col" class="number">
                <span class="key median" aria-hidden="true" /> {words.median}
              </th>
            </tr>
          </thead>
          <tbody>
            {spokes.map(({ name, value, median }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">
                  <Figure
                    name={name}
                    reason={() => <Sentence text={words.dimensionWhy} record={record} ids={OF_DIMENSION} />}
                  >
                    {points(value)}
                  </Figure>
                </td>
                <td class="number">
                  {median === null ? (
                    words.noMedian
                  ) : (
                    <Figure
                      name={`${name} ${words.median}`}
                      reason={() => <Sentence text={words.medianWhy} record={record} ids={[]} />}
                    >
                      {points(median)}
                    </Figure>
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
