import '../procedures/procedures.css';
import { Actions } from '../procedures/actions.tsx';
import { query } from '../router.ts';
import { countTodo } from '../todo-count.ts';
import { Tag } from '../ui/tag.tsx';
import { claimWords } from '../words/exemption-claim.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import { BasisTask } from './basis-task.tsx';
import { CheckTask } from './check-task.tsx';
import { type ClaimGiven, TASKS, taskHref, tasksOf } from './claim.ts';
import { exemptionForms } from './exemption-forms.tsx';
import { SituationTask } from './situation-task.tsx';
import { TextTask } from './text-task.tsx';

/** The application while it is written: tasks in any order, each saved by itself, then one page to check and submit. */
export function ClaimTasks(given: ClaimGiven) {
  const task = query().get('task');
  switch (TASKS.find((each) => each === task) ?? null) {
    case 'statement':
    case 'process':
      return <TextTask key={task} name={task as 'statement' | 'process'} {...given} />;
    case 'situation':
      return <SituationTask {...given} />;
    case 'basis':
      return <BasisTask {...given} />;
    case 'check':
      return <CheckTask {...given} />;
    case null:
      return <Overview {...given} />;
  }
}

function Overview({ file, facts, again }: ClaimGiven) {
  const words = say(claimWords);
  const terms = say(exemptionTerms);
  const tasks = tasksOf(file, facts);
  const missing = tasks.filter(({ isNeeded, isFilled }) => isNeeded && !isFilled).length;
  const [deadline] = file.deadlines;
  // Submitting has its own page, where everything is seen once more.
  const others = { ...file, actions: file.actions.filter(({ event }) => event !== 'submit') };
  return (
    <div class="columns">
      <div>
        <p class="notice info">
          <b>{missing === 0 ? words.readyToCheck : words.tasksLeft(missing)}</b>{' '}
          {deadline && words.draftUntil(deadline.lastDay)}
        </p>
        <section>
          <h2>{words.tasks}</h2>
          <ol class="task-list card">
            {tasks.map(({ name, title, told, isFilled, isNeeded }) => (
              <li key={name}>
                <div>
                  <a href={taskHref(name)}>{title}</a>
                  <p class="note">{told}</p>
                </div>
                <Tag tone={isFilled ? 'ok' : isNeeded ? 'warn' : 'plain'}>
                  {isFilled ? words.filled : isNeeded ? words.unfilled : words.optional}
                </Tag>
              </li>
            ))}
            <li>
              <div>
                <a href={taskHref('check')}>{words.taskCheck}</a>
                <p class="note">{words.taskCheckHint}</p>
              </div>
              <Tag tone={missing === 0 ? 'info' : 'plain'}>
                {missing === 0 ? words.canSubmit : words.cannotYet}
              </Tag>
            </li>
          </ol>
        </section>
      </div>
      <div class="stack">
        <section>
          <h2>{terms.recordAbout}</h2>
          <dl class="said card">
            <div>
              <dt>{terms.behaviour}</dt>
              <dd>
                {facts.record.code} {labelOf(facts.record.behaviour)}（{facts.record.occurredOn}）
              </dd>
            </div>
            <div>
              <dt>{terms.recordSummary}</dt>
              <dd>{facts.record.summary}</dd>
            </div>
          </dl>
          <p class="note">{words.recordWaits}</p>
        </section>
        <Actions
          file={others}
          page="exemptions"
          forms={exemptionForms(file)}
          onDone={() => {
            again();
            void countTodo();
          }}
        />
      </div>
    </div>
  );
}
