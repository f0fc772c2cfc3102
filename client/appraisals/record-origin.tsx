import { useState } from 'preact/hooks';
import { Picture } from '../charts/picture.tsx';
import { kindOf, waterfallSteps } from '../charts/waterfall-steps.ts';
import { points, signedPoints } from '../numbers.ts';
import { BasisTag, Figure, openReason, valueOf } from '../ui/reason.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { labelOf, language, say } from '../words/language.ts';
import { recordWords } from '../words/record.ts';
import { baseFinding, type Line, type YearRecord } from './record.ts';
import { BaseReason, LineReason, TotalReason } from './record-reasons.tsx';

/** The score from the base to the total: a picture and, with the same figures, a table with every reason. */
export function ScoreOrigin({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  const [isDetailed, setDetailed] = useState(false);
  return (
    <section id="origin">
      <h2>
        {words.origin} <span class="note">{words.originNote}</span>
        {record.lines.length > 0 && (
          <button
            type="button"
            class="link no-print"
            aria-pressed={isDetailed}
            onClick={() => setDetailed(!isDetailed)}
          >
            {words.showParameters}
          </button>
        )}
      </h2>
      <div class="sheet">
        <Waterfall record={record} />
        <OriginTable record={record} isDetailed={isDetailed} />
      </div>
    </section>
  );
}

function Waterfall({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  const { base, total } = record;
  if (base === null || total === null) return <p class="state">{words.noChart}</p>;
  if (record.credits === 0 && record.deductions === 0) return <p class="state note">{words.nothingMoves}</p>;
  const steps = waterfallSteps(record, {
    base: words.base,
    total: words.total,
    initiative: words.initiativeShort,
    inaction: words.inactionShort,
    cap: words.capShort,
  });
  const told = steps
    .slice(1, -1)
    .map(({ label, from, to }) => `${label.join(' ')} ${signedPoints(to - from)}`);
  return (
    <Picture
      class="waterfall"
      of={JSON.stringify([language.value, steps])}
      label={words.chart(points(base), told.join('; '), points(total))}
      draw={(pen, canvas, colours) => pen.drawWaterfall(canvas, steps, colours)}
    />
  );
}

function OriginTable({ record, isDetailed }: { record: YearRecord; isDetailed: boolean }) {
  const words = say(recordWords);
  const base = baseFinding(record);
  return (
    <table class="origin">
      <caption class="hidden-text">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col" class="number">
            {words.points}
          </th>
          <th scope="col">{words.why}</th>
          <th scope="col">{words.clause}</th>
          <th scope="col">{words.evidence}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <Swatch kind="base" /> {words.base}
          </th>
          <td class="number" data-label={words.points}>
            <Figure name={words.base} reason={() => <BaseReason record={record} />}>
              {record.base === null ? words.missing : points(record.base)}
            </Figure>
          </td>
          <td data-label={words.why}>{base && labelOf(base.because)}</td>
          <td data-label={words.clause}>
            <Figure name={words.base} reason={() => <BaseReason record={record} />}>
              {base?.clause}
            </Figure>
          </td>
          <td />
        </tr>
        {record.lines.map((line, index) => (
          <LineRow key={`${line.rule}${index}`} line={line} number={index + 1} isDetailed={isDetailed} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <Swatch kind="total" /> {words.total}
          </th>
          <td class="number" data-label={words.points}>
            {record.total === null ? (
              words.noTotal
            ) : (
              <Figure name={words.total} reason={() => <TotalReason record={record} />}>
                {points(record.total)}
              </Figure>
            )}
          </td>
          <td colSpan={3} />
        </tr>
      </tfoot>
    </table>
  );
}

const REASON_TONES: Readonly<Record<string, Tone>> = { mitigated: 'info', exempt: 'info', open: 'warn' };

function LineRow({ line, number, isDetailed }: { line: Line; number: number; isDetailed: boolean }) {
  const words = say(recordWords);
  const kind = kindOf(line.rule);
  const names = {
    initiative: words.initiative,
    inaction: words.inaction,
    cap: words.cap,
    base: '',
    total: '',
  };
  const name = `${number} ${names[kind]}`;
  const open = () => openReason(name, () => <LineReason line={line} />);
  return (
    <tr>
      <th scope="row">
        <Swatch kind={line.reason === 'exempt' ? 'tolerance' : kind} /> {name}{' '}
        <ReasonTag reason={line.reason} />
      </th>
      <td class="number" data-label={words.points}>
        <Figure name={name} reason={() => <LineReason line={line} />}>
          {signedPoints(line.points)}
        </Figure>
      </td>
      <td data-label={words.why}>
        {labelOf(line.because)}
        {isDetailed && <Parameters line={line} />}
      </td>
      <td data-label={words.clause}>
        <button type="button" class="figure" aria-haspopup="dialog" onClick={open}>
          {line.clause}
        </button>
      </td>
      <td data-label={words.evidence} class="evidence">
        {line.evidence && (
          <button type="button" class="figure" aria-haspopup="dialog" onClick={open}>
            {line.evidence.documentNo || words.evidence}
          </button>
        )}
      </td>
    </tr>
  );
}

/** Why a record weighs as it does, where that is not simply that it counts. */
function ReasonTag({ reason }: { reason: string }) {
  const words = say(recordWords);
  const names: Readonly<Record<string, string>> = {
    mitigated: words.mitigated,
    open: words.open,
    dismissed: words.dismissed,
    conditionUnproven: words.conditionUnproven,
    exempt: words.exempt,
    sameFact: words.sameFact,
    diminished: words.diminished,
  };
  const name = names[reason];
  return name === undefined ? null : <Tag tone={REASON_TONES[reason] ?? 'plain'}>{name}</Tag>;
}

const Parameters = ({ line }: { line: Line }) => (
  <ul class="line-parameters">
    {line.parameters.map((parameter) => (
      <li key={parameter.id}>
        {labelOf(parameter.title)} <b class="number">{valueOf(parameter)}</b>{' '}
        <BasisTag basis={parameter.basis} /> {parameter.cite}
      </li>
    ))}
  </ul>
);

const Swatch = ({ kind }: { kind: string }) => <span class={`swatch ${kind}`} aria-hidden="true" />;
