import { instant } from '../numbers.ts';
import type { Params } from '../paths.ts';
import { FilePanel } from '../procedures/file-panel.tsx';
import { go } from '../router.ts';
import { session } from '../session.ts';
import { announceThere } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { useLater } from '../ui/later.tsx';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { initiativeFileWords } from '../words/initiative-file.ts';
import { initiativeWords } from '../words/initiatives.ts';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { shellWords } from '../words/shell.ts';
import { type Initiative, initiative } from './initiatives.api.ts';

/** What the steps ask for: fetched beside the record itself. */
const formsOfInitiatives = async () => (await import('./initiative-events.tsx')).initiativeForms;

const ON_PAPER = ['respond', 'appeal'];

/** One record: what it says, where it stands, what can be done. */
export default function OneInitiativePage({ params }: { params: Params }) {
  const words = say(initiativeFileWords);
  const shared = say(initiativeWords);
  const asked = useAsked<Initiative>(initiative(params['id'] ?? ''));
  const formsOf = useLater(formsOfInitiatives);
  const found = asked.value;
  const isMasked = found !== null && found.initiative.facts === null;
  return (
    <>
      <p class="back no-print">
        <BackLink file={found} />
      </p>
      <Page
        title={found?.title ?? shared.title}
        lead={found && `${found.person?.name ?? ''} · ${found.unit.name}`}
        actions={
          <>
            {found?.initiative.facts?.isMyDraft && (
              <a class="button" href={`/initiatives/${found.id}/edit`}>
                {words.edit}
              </a>
            )}
            <button type="button" onClick={() => print()}>
              {say(shellWords).print}
            </button>
          </>
        }
      >
        <Answer of={asked}>
          {(file) => (
            <FilePanel
              file={file}
              page="conduct"
              forms={formsOf === null ? null : formsOf()}
              onPaper={ON_PAPER}
              again={() => (isMasked ? leave(file) : asked.again())}
            >
              <Standing file={file} />
              <Facts file={file} />
              <SaidInIt file={file} />
            </FilePanel>
          )}
        </Answer>
      </Page>
    </>
  );
}

/** Whoever knew it from the public notice, or challenged it on that, does not see what becomes of it. */
function leave({ state, actions }: Initiative): void {
  const deed = actions.find(({ isOpen }) => isOpen);
  if (state === 'public_notice') announceThere(say(initiativeWords).objected);
  else if (deed) announceThere(say(procedureWords).acted(labelOf(deed.label)));
  go(state === 'public_notice' ? '/public-notices' : '/initiatives');
}

function BackLink({ file }: { file: Initiative | null }) {
  const words = say(initiativeFileWords);
  if (file?.initiative.facts === null && file.state === 'public_notice')
    return <a href="/public-notices">← {words.backToNotices}</a>;
  const isOwn = file?.person?.cadreId === session.value?.cadreId;
  return <a href={isOwn ? '/initiatives?own=1' : '/initiatives'}>← {say(procedureWords).back}</a>;
}

function Standing({ file }: { file: Initiative }) {
  const words = say(initiativeFileWords);
  const { facts } = file.initiative;
  if (facts?.isMyDraft)
    return (
      <p class="notice info">
        <b>{words.checkTitle}</b> {words.checkNote}
      </p>
    );
  if (file.state === 'submitted') return <p class="notice info">{words.submittedNote}</p>;
  if (file.state !== 'public_notice') return null;
  return (
    <p class="notice info">
      {words.noticeNote} {facts === null && words.maskedNote}
    </p>
  );
}

function Facts({ file }: { file: Initiative }) {
  const words = say(initiativeFileWords);
  const shared = say(initiativeWords);
  const { initiative: said } = file;
  const { facts } = said;
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [shared.kind, `${labelOf(said.qualityLabel)} · ${labelOf(said.areaLabel)}`],
    [shared.summary, said.summary],
    [shared.occurredOn, said.occurredOn],
    [shared.level, `${labelOf(said.levelLabel)} · ${labelOf(said.roleLabel)}`],
    [words.levelReason, facts?.levelReason],
    [words.roleReason, facts?.roleReason],
    [shared.documentNo, facts?.documentNo],
    [shared.factId, facts?.factId],
    [words.finding, facts && findingSaid(facts)],
  ];
  const hidden = (facts?.evidenceCount ?? 0) - file.evidence.length;
  return (
    <section>
      <h2>{words.facts}</h2>
      <dl class="said card">
        {lines.map(([name, text]) =>
          text == null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      {hidden > 0 && <p class="note">{words.hiddenEvidence(hidden)}</p>}
    </section>
  );
}

function findingSaid({ findingLabel, countsOn }: NonNullable<Initiative['initiative']['facts']>): string {
  const words = say(initiativeFileWords);
  return countsOn === null ? labelOf(findingLabel) : `${labelOf(findingLabel)} · ${words.countsOn(countsOn)}`;
}

/** What the person answered and appealed with; objections for those who look into them. */
function SaidInIt({ file }: { file: Initiative }) {
  const words = say(initiativeFileWords);
  const said = file.initiative.facts?.said ?? [];
  if (said.length === 0) return null;
  return (
    <section>
      <h2>{words.said}</h2>
      <ol class="file-list card">
        {said.map(({ event, label, at, text }) => (
          <li key={`${event}${at}`}>
            <p class="note">
              {instant(at)} · {labelOf(label)}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
