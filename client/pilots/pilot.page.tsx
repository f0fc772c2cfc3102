import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import type { Params } from '../paths.ts';
import { FilePanel } from '../procedures/file-panel.tsx';
import { nameOf } from '../procedures/person-name.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { pilotWords } from '../words/pilots.ts';
import { procedureWords } from '../words/procedures.ts';
import { shellWords } from '../words/shell.ts';
import { pilotForms } from './pilot-events.tsx';
import { PilotForm } from './pilot-form.tsx';
import { amendPilot, type Pilot, pilot } from './pilots.api.ts';

/** One pilot: what it says, where it is, what its author can do next. */
export default function PilotPage({ params }: { params: Params }) {
  const words = say(pilotWords);
  const asked = useAsked<Pilot>(pilot(params['id'] ?? ''));
  const [isEdited, edit] = useState(false);
  const found = asked.value;
  return (
    <>
      <p class="back no-print">
        <a href="/pilots">← {say(procedureWords).back}</a>
      </p>
      <Page
        title={found?.title ?? words.title}
        lead={found && `${found.unit.name} · ${words.fromTo(found.pilot.startsOn, found.pilot.endsOn)}`}
        actions={
          <>
            {found?.pilot.isMyDraft && (
              <button type="button" onClick={() => edit(true)}>
                {words.edit}
              </button>
            )}
            <button type="button" onClick={() => print()}>
              {say(shellWords).print}
            </button>
          </>
        }
      >
        <Answer of={asked}>
          {(file) => (
            <FilePanel file={file} page="pilots" forms={pilotForms()} again={asked.again}>
              <Standing file={file} />
              <Facts file={file} />
              <Reports file={file} />
            </FilePanel>
          )}
        </Answer>
      </Page>
      {isEdited && found && (
        <Dialog title={words.editTitle} intro={words.editIntro} onClose={() => edit(false)}>
          <PilotForm
            pilot={found}
            submit={words.save}
            onCancel={() => edit(false)}
            onWritten={async (written) => {
              await amendPilot(found.id, { ...written, version: found.version });
              announce(words.editDone);
              edit(false);
              asked.again();
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function Standing({ file }: { file: Pilot }) {
  const words = say(pilotWords);
  if (file.pilot.isMyDraft)
    return (
      <p class="notice info">
        <b>{words.checkTitle}</b> {words.checkNote}
      </p>
    );
  if (file.state !== 'submitted') return null;
  return (
    <p class="notice info">
      <b>{words.waiting}</b> {words.waitingNote}
    </p>
  );
}

function Facts({ file }: { file: Pilot }) {
  const words = say(pilotWords);
  const { purpose, decision, riskAssessment, limits, registeredAt } = file.pilot;
  const facts = [
    [words.purpose, purpose],
    [words.decision, decision],
    [words.risk, riskAssessment],
    [words.limits, limits],
  ] as const;
  return (
    <section>
      <h2>
        {words.facts}
        {registeredAt !== null && (
          <span class="note">{words.registeredOn(instant(registeredAt).slice(0, 10))}</span>
        )}
      </h2>
      <dl class="said card">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Reports({ file }: { file: Pilot }) {
  const words = say(pilotWords);
  if (file.pilot.registeredAt === null) return null;
  return (
    <section>
      <h2>{words.reports}</h2>
      {file.pilot.reports.length === 0 && <p class="note">{words.noReports}</p>}
      {file.pilot.reports.length > 0 && (
        <ol class="file-list card">
          {file.pilot.reports.map(({ at, by, text }) => (
            <li key={at + text}>
              <p class="note">
                {instant(at)} · {nameOf(by)}
              </p>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
