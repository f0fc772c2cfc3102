import { later } from '../ui/later.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { recordFileWords, whyNothing } from '../words/conduct-file.ts';
import { labelOf, say } from '../words/language.ts';
import type { OpenRecord } from './conduct.api.ts';
import { Said } from './said.tsx';
import { Verified } from './verified.tsx';

// Nobody but the person concerned is told it.
const ToldToPerson = later(async () => (await import('./told-to-person.tsx')).ToldToPerson);

/** What a record says, in the order in which one asks: what now, what happened, what was found, what was said. */
export function RecordFile({ file, isOwn }: { file: OpenRecord; isOwn: boolean }) {
  const words = say(recordFileWords);
  const { facts } = file.inaction;
  return (
    <>
      {facts.isMyDraft && (
        <p class="notice info no-print">
          <b>{words.draftTitle}</b> {words.draftNote}
        </p>
      )}
      {isOwn && <ToldToPerson file={file} />}
      {!facts.isMyDraft && <Weighs file={file} />}
      <Said file={file} />
      <Content file={file} />
      <Verified facts={facts} state={file.state} />
    </>
  );
}

const TONES = { open: 'info', upheld: 'bad', mitigated: 'warn', exempt: 'ok', dismissed: 'plain' } as const;

const yearOf = (day: string): string => day.slice(0, 4);

/** Whether it counts now, and why (not). */
function Weighs({ file }: { file: OpenRecord }) {
  const words = say(recordFileWords);
  const { facts, occurredOn } = file.inaction;
  const { finding, findingLabel, countsOn, exemption } = facts;
  const isCounting = finding === 'upheld' || finding === 'mitigated';
  const why = isCounting
    ? [
        countsOn === null ? words.countsThen(yearOf(occurredOn)) : words.countsIn(yearOf(countsOn), countsOn),
        finding === 'mitigated' ? words.mitigated : '',
        facts.conditions.some(({ isProven }) => isProven === false) ? words.unproven : '',
        file.state === 'final_expired' ? labelOf(whyNothing(file.state)) + words.stop : '',
      ].join('')
    : labelOf(whyNothing(file.state)) + words.stop;
  return (
    <section>
      <h2>{words.weighs}</h2>
      <p class="card weighs">
        <Tag tone={TONES[finding] satisfies Tone}>{labelOf(findingLabel)}</Tag>
        <span>
          <b>{isCounting ? words.counts : words.weighsNothing}</b>
          {words.because(why)}
        </span>
        {exemption !== null && (
          <span>
            {words.exemption}：
            <a href={`/exemptions/${exemption.id}`}>
              {labelOf(exemption.stateLabel)} · {words.toExemption}
            </a>
          </span>
        )}
      </p>
    </section>
  );
}

function Content({ file }: { file: OpenRecord }) {
  const words = say(recordFileWords);
  const { inaction: said } = file;
  const { facts } = said;
  const lines: readonly (readonly [string, string | null])[] = [
    [words.behaviour, `${said.code} ${labelOf(said.behaviour)}`],
    [words.summary, facts.summary],
    [words.occurredOn, said.occurredOn],
    [words.source, labelOf(facts.sourceLabel)],
    [words.documentNo, facts.documentNo],
    [words.factId, facts.factId],
    [words.complainant, facts.complainant],
  ];
  return (
    <section>
      <h2>
        {words.facts} {facts.isPast && <span class="note">{words.isPast}</span>}
      </h2>
      <dl class="said card">
        {lines.map(([name, text]) =>
          text === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
