import './exemptions.css';
import type { Params } from '../paths.ts';
import { query } from '../router.ts';
import { session } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { later } from '../ui/later.tsx';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { exemptionWords } from '../words/exemptions.ts';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { shellWords } from '../words/shell.ts';
import { type Exemption, exemption } from './exemptions.api.ts';

// Who writes an application needs none of the case, and the other way round.
const ClaimTasks = later(async () => (await import('./claim-tasks.tsx')).ClaimTasks);
const CaseFile = later(async () => (await import('./case-file.tsx')).CaseFile);

/** One exemption: its draft as a list of tasks for whoever writes it, the case for everybody else. */
export default function ExemptionPage({ params }: { params: Params }) {
  const asked = useAsked<Exemption>(exemption(params['id'] ?? ''));
  const found = asked.value;
  const isOwn = found !== null && found.person?.cadreId === session.value?.cadreId;
  const isDraft = found?.exemption.facts?.mayWriteClaim === true;
  return (
    <div class="exemption">
      <BackLink isOwn={isOwn} />
      <Page
        title={titleOf(found)}
        lead={found && leadOf(found)}
        actions={
          found &&
          !isDraft && (
            <button type="button" onClick={() => print()}>
              {say(shellWords).print}
            </button>
          )
        }
      >
        <Answer of={asked}>
          {(file) => {
            const { facts } = file.exemption;
            return facts?.mayWriteClaim ? (
              <ClaimTasks file={file} facts={facts} again={asked.again} />
            ) : (
              <CaseFile file={file} isOwn={isOwn} again={asked.again} />
            );
          }}
        </Answer>
      </Page>
    </div>
  );
}

/** Back to where one came from: the meeting that decides it, one's own files, or the list. */
function BackLink({ isOwn }: { isOwn: boolean }) {
  const words = say(exemptionWords);
  const meeting = query().get('meeting');
  const [href, text] =
    meeting !== null
      ? [`/meetings/${encodeURIComponent(meeting)}`, words.backToMeeting]
      : isOwn
        ? ['/my-record/files', words.backToOwn]
        : ['/exemptions', say(procedureWords).back];
  return (
    <p class="back no-print">
      <a href={href}>← {text}</a>
    </p>
  );
}

/** In the reader’s language; whoever reads names only is told the kind. */
function titleOf(found: Exemption | null): string {
  const words = say(exemptionWords);
  const facts = found?.exemption.facts;
  return facts ? words.claimOf(labelOf(facts.record.behaviour)) : words.title;
}

function leadOf({ person, unit, exemption: { facts } }: Exemption): string {
  const words = say(exemptionWords);
  const about =
    facts && words.about(facts.record.code, labelOf(facts.record.behaviour), facts.record.occurredOn);
  return [person?.name, unit.name, about].filter(Boolean).join(' · ');
}
