import { EvidenceList } from '../procedures/evidence.tsx';
import { go } from '../router.ts';
import { announce } from '../ui/announce.tsx';
import { Form, Field, textOf } from '../ui/form.tsx';
import { claimWords } from '../words/exemption-claim.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { say } from '../words/language.ts';
import { type ClaimGiven, claimWith, taskHref } from './claim.ts';
import { writeClaim } from './exemptions.api.ts';
import { PilotChoice } from './pilot-choice.tsx';
import { restsOnPilot } from './rests-on-pilot.ts';
import { TaskPage } from './task-page.tsx';

/** What proves it: papers, and a pilot that was registered beforehand. */
export function BasisTask({ file, facts, again }: ClaimGiven) {
  const words = say(claimWords);
  const terms = say(exemptionTerms);
  return (
    <TaskPage title={words.taskBasis} lead={words.basisLead}>
      <div class="basis">
        <EvidenceList file={file} onDone={again} />
        {restsOnPilot(facts.situation?.code ?? null) ? (
          <Pilot file={file} facts={facts} again={again} />
        ) : (
          <section>
            <h2>{terms.pilot}</h2>
            <p class="note">{facts.situation === null ? words.pilotAfterSituation : words.pilotNotAsked}</p>
          </section>
        )}
        <p class="actions">
          <a class="button" href={taskHref(null)}>
            {words.backToTasks}
          </a>
        </p>
      </div>
    </TaskPage>
  );
}

function Pilot({ file, facts, again }: ClaimGiven) {
  const words = say(claimWords);
  const terms = say(exemptionTerms);
  const { occurredOn } = facts.record;
  return (
    <Form
      submit={words.savePilot}
      onSubmit={async (values) => {
        const pilotId = textOf(values, 'pilotId');
        await writeClaim(file.id, claimWith(file, facts, { pilotId: pilotId === '' ? null : pilotId }));
        announce(words.taskSaved(words.taskBasis));
        again();
        go(taskHref(null));
      }}
    >
      <Field name="pilotId" label={terms.pilot} hint={terms.pilotHint(occurredOn)}>
        {(input) => <PilotChoice input={input} on={occurredOn} chosen={facts.pilot} />}
      </Field>
    </Form>
  );
}
