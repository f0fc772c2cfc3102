import './meetings.css';
import { useState } from 'preact/hooks';
import { go, query, setQuery } from '../router.ts';
import { countTodo } from '../todo-count.ts';
import { announceThere } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import { AgendaChoice } from './agenda-choice.tsx';
import { type Body, candidatesPath, type Candidates, planMeeting } from './meetings.api.ts';

const BODIES: readonly Body[] = ['board', 'panel', 'appeal_body'];
const bodyOf = (name: string | null): Body => BODIES.find((body) => body === name) ?? 'board';

/** Which body, which day, which of the files that wait for it. */
export default function PlanPage() {
  const words = say(meetingWords);
  const body = bodyOf(query().get('body'));
  const candidates = useAsked<Candidates>(candidatesPath(body));
  return (
    <>
      <p class="back">
        <a href="/meetings">← {words.back}</a>
      </p>
      <Page title={words.planTitle} lead={words.planLead}>
        <div class="chips meeting-bodies" role="group" aria-label={words.whichBody}>
          {BODIES.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === body}
              onClick={() => setQuery({ body: each })}
            >
              {words[each]}
            </button>
          ))}
        </div>
        <Answer of={candidates}>
          {(found) =>
            found.items.length === 0 ? (
              <Empty title={words.noCandidates}>
                <p class="note">{words.noCandidatesHint}</p>
              </Empty>
            ) : (
              <PlanForm key={body} body={body} candidates={found} />
            )
          }
        </Answer>
      </Page>
    </>
  );
}

function PlanForm({ body, candidates }: { body: Body; candidates: Candidates }) {
  const words = say(meetingWords);
  // A to-do may name the file that it is about.
  const named = query().get('file');
  const [chosen, choose] = useState<ReadonlySet<string>>(
    new Set(candidates.items.map(({ fileId }) => fileId).filter((id) => id === named)),
  );
  return (
    <Form
      submit={words.submitPlan}
      check={(values) => [
        ...unfilled(values, { title: words.nameLabel, heldOn: words.heldOn }),
        ...(chosen.size === 0 ? [{ pointer: '/agenda', detail: words.addFirst }] : []),
      ]}
      onSubmit={async (values) => {
        const agenda = candidates.items.map(({ fileId }) => fileId).filter((id) => chosen.has(id));
        const title = textOf(values, 'title');
        const { id } = await planMeeting({ body, title, heldOn: textOf(values, 'heldOn'), agenda });
        announceThere(words.planned_);
        void countTodo();
        go(`/meetings/${id}`);
      }}
    >
      <div class="plan-head">
        <Field name="title" label={words.nameLabel} hint={words.nameHint(words[body])}>
          {(input) => <input {...input} maxLength={120} />}
        </Field>
        <Field name="heldOn" label={words.heldOn}>
          {(input) => <input {...input} type="date" />}
        </Field>
      </div>
      <Field name="agenda" label={`${words.agenda} · ${words.chosen(chosen.size)}`}>
        {({ id, 'aria-describedby': described }) => (
          <div id={id} role="group" tabIndex={-1} aria-label={words.agenda} aria-describedby={described}>
            <AgendaChoice candidates={candidates} chosen={chosen} onChoose={choose} />
          </div>
        )}
      </Field>
    </Form>
  );
}
