import { type SituationCode, SITUATIONS, situations } from '../../scoring/index.ts';
import { announce } from '../ui/announce.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { go } from '../router.ts';
import { claimWords } from '../words/exemption-claim.ts';
import { say } from '../words/language.ts';
import { type ClaimGiven, claimWith, taskHref } from './claim.ts';
import { pairOf, PAIRS } from './distinction-pairs.ts';
import { writeClaim } from './exemptions.api.ts';
import { factsAsked } from './facts-asked.ts';
import { restsOnPilot } from './rests-on-pilot.ts';
import { TaskPage } from './task-page.tsx';

/** Ten situations under three distinctions, each with what will have to be proven. */
export function SituationTask({ file, facts, again }: ClaimGiven) {
  const words = say(claimWords);
  return (
    <TaskPage title={words.taskSituation} lead={words.situationLead}>
      <Form
        submit={words.saveTask}
        check={(values) => unfilled(values, { situation: words.taskSituation })}
        onCancel={() => go(taskHref(null))}
        onSubmit={async (values) => {
          const situation = textOf(values, 'situation') as SituationCode;
          const dropsPilot = facts.pilot !== null && !restsOnPilot(situation);
          const more = { situation, ...(dropsPilot && { pilotId: null }) };
          await writeClaim(file.id, claimWith(file, facts, more));
          announce(dropsPilot ? words.pilotDropped : words.taskSaved(words.taskSituation));
          again();
          go(taskHref(null));
        }}
      >
        <p class="note">{words.askedOfAll}</p>
        <Field name="situation" label={words.chooseOne}>
          {({ id, name, 'aria-describedby': described }) => (
            <div id={id} role="group" tabIndex={-1} aria-label={words.chooseOne} aria-describedby={described}>
              {PAIRS.map((distinction) => (
                <fieldset key={distinction} class="situations">
                  <legend>{pairOf(distinction).asTitle}</legend>
                  {SITUATIONS.filter((code) => situations[code].distinction === distinction).map((code) => (
                    <Situation key={code} code={code} name={name} isChosen={facts.situation?.code === code} />
                  ))}
                </fieldset>
              ))}
            </div>
          )}
        </Field>
      </Form>
    </TaskPage>
  );
}

function Situation({ code, name, isChosen }: { code: SituationCode; name: string; isChosen: boolean }) {
  const words = say(claimWords);
  const { zh, en } = situations[code];
  const title = say({ zh, en });
  return (
    <div class="situation">
      <label>
        <input type="radio" name={name} value={code} defaultChecked={isChosen} />
        <span>
          <b>
            {code} {title}
          </b>
        </span>
      </label>
      <ul class="asked" aria-label={words.factsAsked(title)}>
        {factsAsked(code).map((asked) => (
          <li key={asked}>{asked}</li>
        ))}
      </ul>
    </div>
  );
}
