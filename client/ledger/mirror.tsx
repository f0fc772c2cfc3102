import { points, signedPoints } from '../numbers.ts';
import { Figure } from '../ui/reason.tsx';
import { labelOf, say } from '../words/language.ts';
import { ledgerWords } from '../words/ledger.ts';
import type { Figures } from './ledger.api.ts';

type Area = Figures['areas'][number];
const HALF = 160;
const HEIGHT = 20;

/** The six areas side by side, on one scale, with the figures beside the picture. */
export function Mirror({ figures }: { figures: Figures }) {
  const words = say(ledgerWords);
  const { areas, capped, credits, deductions, balance } = figures;
  const most = Math.max(
    1,
    ...areas.flatMap(({ initiative, inaction }) => [initiative.points, -inaction.points]),
  );
  return (
    <div class="sheet">
      <table class="mirror">
        <caption class="hidden-text">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.area}</th>
            <th scope="col" class="number">
              {words.inaction}
            </th>
            <th scope="col" class="col-picture">
              <span class="hidden-text">{words.caption}</span>
            </th>
            <th scope="col" class="number">
              {words.initiative}
            </th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <AreaRow key={area.area} area={area} most={most} />
          ))}
          {(capped.initiative !== 0 || capped.inaction !== 0) && (
            <tr>
              <th scope="row">
                <Figure name={words.capped} reason={() => <p>{words.capWhy}</p>}>
                  {words.capped}
                </Figure>
              </th>
              <td class="number" data-label={words.inaction}>
                {signedPoints(capped.inaction)}
              </td>
              <td class="col-picture" />
              <td class="number" data-label={words.initiative}>
                {signedPoints(capped.initiative)}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td class="number inaction-ink" data-label={words.inaction}>
              {signedPoints(0 - deductions)}
            </td>
            <td class="col-picture note">
              {words.balance} {signedPoints(balance)}
            </td>
            <td class="number initiative-ink" data-label={words.initiative}>
              {signedPoints(credits)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function AreaRow({ area: { label, clause, initiative, inaction }, most }: { area: Area; most: number }) {
  const words = say(ledgerWords);
  const name = labelOf(label);
  const width = (hundredths: number): number => Math.round((HALF * Math.abs(hundredths)) / most);
  return (
    <tr>
      <th scope="row">
        {name} <span class="note">{clause}</span>
      </th>
      <td class="number" data-label={words.inaction}>
        {inaction.count > 0 && (
          <>
            <span class="inaction-ink">{signedPoints(inaction.points)}</span>{' '}
            <span class="note">{words.records(inaction.count)}</span>
          </>
        )}
      </td>
      <td class="col-picture">
        <svg
          viewBox={`0 0 ${HALF * 2} ${HEIGHT}`}
          width={HALF * 2}
          height={HEIGHT}
          role="img"
          aria-label={words.chart(name, points(initiative.points), points(inaction.points))}
        >
          <rect
            class="bar-inaction"
            x={HALF - width(inaction.points)}
            y="5"
            width={width(inaction.points)}
            height="10"
          />
          <rect class="bar-initiative" x={HALF} y="5" width={width(initiative.points)} height="10" />
          <line class="bar-centre" x1={HALF} x2={HALF} y1="0" y2={HEIGHT} />
        </svg>
      </td>
      <td class="number" data-label={words.initiative}>
        {initiative.count > 0 && (
          <>
            <span class="initiative-ink">{signedPoints(initiative.points)}</span>{' '}
            <span class="note">{words.records(initiative.count)}</span>
          </>
        )}
      </td>
    </tr>
  );
}
