import type { Params } from '../paths.ts';
import { FilePanel } from '../procedures/file-panel.tsx';
import { session } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { correctionWords } from '../words/corrections.ts';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { shellWords } from '../words/shell.ts';
import { correctionForms } from './correction-events.tsx';
import { type Correction, correction } from './corrections.api.ts';

const ON_PAPER = ['ask_again'];

/** One correction: what stands there, what was asked, what the archive says. */
export default function OneCorrectionPage({ params }: { params: Params }) {
  const words = say(correctionWords);
  const asked = useAsked<Correction>(correction(params['id'] ?? ''));
  const found = asked.value;
  const isOwn = found?.person?.cadreId === session.value?.cadreId;
  return (
    <>
      <p class="back no-print">
        <a href={isOwn ? '/my-record/corrections' : '/corrections'}>
          ← {isOwn ? words.backToOwn : say(procedureWords).back}
        </a>
      </p>
      <Page
        title={found?.title ?? words.title}
        lead={found && `${found.person?.name ?? ''} · ${found.unit.name}`}
        actions={
          <button type="button" onClick={() => print()}>
            {say(shellWords).print}
          </button>
        }
      >
        <Answer of={asked}>
          {(file) => (
            <FilePanel
              file={file}
              page="corrections"
              forms={correctionForms()}
              onPaper={ON_PAPER}
              again={asked.again}
            >
              <Facts file={file} isOwn={isOwn} />
            </FilePanel>
          )}
        </Answer>
      </Page>
    </>
  );
}

const TONES = { wanted: 'ok', entry: 'plain', other: 'warn' } as const satisfies Record<string, Tone>;

function Facts({ file, isOwn }: { file: Correction; isOwn: boolean }) {
  const words = say(correctionWords);
  const { facts, label, isSealed } = file.correction;
  if (facts === null) return <p class="note">{words.hidden}</p>;
  const compared = { wanted: words.sameAsWanted, entry: words.sameAsEntry, other: words.other };
  return (
    <section>
      <h2>
        {words.facts} <span class="note">{labelOf(label)}</span>
      </h2>
      <dl class="said card">
        <Said name={words.entry} text={facts.entry === null ? words.nothing : labelOf(facts.entry)} />
        <Said name={words.wanted} text={labelOf(facts.wanted)} />
        <Said name={words.basis} text={facts.basis} />
        {facts.found !== null && (
          <>
            <div>
              <dt>{words.found}</dt>
              <dd>
                {labelOf(facts.found.value)}{' '}
                <Tag tone={TONES[facts.found.is]}>{compared[facts.found.is]}</Tag>
              </dd>
            </div>
            <Said name={words.foundIn} text={facts.found.document} />
          </>
        )}
      </dl>
      {isSealed && !isOwn && <p class="note">{words.masked}</p>}
    </section>
  );
}

const Said = ({ name, text }: { name: string; text: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{text}</dd>
  </div>
);
