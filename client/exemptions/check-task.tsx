import { useEffect, useRef, useState } from 'preact/hooks';
import { evidenceHref, moveOn } from '../procedures/file.api.ts';
import { type FieldProblem, ProblemError } from '../problem.ts';
import { go } from '../router.ts';
import { countTodo } from '../todo-count.ts';
import { announce } from '../ui/announce.tsx';
import { Form } from '../ui/form.tsx';
import { Tag } from '../ui/tag.tsx';
import { claimWords } from '../words/exemption-claim.ts';
import { labelOf, say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { type ClaimGiven, TASKS, type TaskName, taskHref, tasksOf } from './claim.ts';
import { TaskPage } from './task-page.tsx';

/** Which task a refused place belongs to. */
const taskAt = (pointer: string): TaskName | null =>
  TASKS.find((task) => pointer === `/${task}`) ?? (pointer === '/pilotId' ? 'basis' : null);

/** Everything once more, each part with the way back to it; then it goes to the office. */
export function CheckTask({ file, facts, again }: ClaimGiven) {
  const words = say(claimWords);
  const [refused, refuse] = useState<readonly FieldProblem[]>([]);
  return (
    <TaskPage title={words.taskCheck} lead={words.checkLead}>
      {refused.length > 0 && <RefusedTasks places={refused} />}
      <Written file={file} facts={facts} />
      <Form
        submit={words.submit}
        onCancel={() => go(taskHref(null))}
        cancel={words.backToTasks}
        onSubmit={async () => {
          refuse([]);
          try {
            await moveOn('exemptions', file.id, { event: 'submit', version: file.version });
          } catch (error) {
            if (!(error instanceof ProblemError) || !error.fields.some(({ pointer }) => taskAt(pointer)))
              throw error;
            return refuse(error.fields);
          }
          announce(words.submittedTold);
          go(taskHref(null));
          again();
          void countTodo();
        }}
      >
        <p class="note">{words.submitNote}</p>
      </Form>
    </TaskPage>
  );
}

/** What the server misses, each leading to the task where it is put right. */
function RefusedTasks({ places }: { places: readonly FieldProblem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [places]);
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <p>{say(shellWords).places(places.length)}</p>
      <ul>
        {places.map(({ pointer, detail }) => (
          <li key={pointer}>
            <a href={taskHref(taskAt(pointer))}>{detail}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Written({ file, facts }: Omit<ClaimGiven, 'again'>) {
  const words = say(claimWords);
  const { statement, process, situation, distinction, pilot } = facts;
  const parts = {
    statement: statement && <p class="as-written">{statement}</p>,
    process: process && <p class="as-written">{process}</p>,
    situation: situation && (
      <p>
        <b>
          {situation.code} {labelOf(situation.label)}
        </b>
        {distinction && <span class="note"> {labelOf(distinction)}</span>}
      </p>
    ),
    basis: (file.evidence.length > 0 || pilot !== null) && (
      <ul>
        {file.evidence.map(({ id, name }) => (
          <li key={id}>
            <a href={evidenceHref(file.id, id)} download>
              {name}
            </a>
          </li>
        ))}
        {pilot !== null && <li>{words.pilotNamed(pilot.title)}</li>}
      </ul>
    ),
  };
  return (
    <dl class="check card">
      {tasksOf(file, facts).map(({ name, title, isNeeded }) => (
        <div key={name}>
          <dt>
            {title}
            <a href={taskHref(name)} aria-label={words.changeTask(title)}>
              {words.change}
            </a>
          </dt>
          <dd>
            {parts[name] || (
              <Tag tone={isNeeded ? 'warn' : 'plain'}>{isNeeded ? words.unfilled : words.none}</Tag>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
