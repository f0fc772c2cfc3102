import './todo.css';
import { instant } from '../numbers.ts';
import { holds } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { labelOf, say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { todoWords } from '../words/todo.ts';
import { dueState } from './due.ts';
import { FirstSteps } from './first-steps.tsx';
import { TODO, type TodoItem, type TodoList } from './todo.api.ts';

/** Home: what waits for this person, the most urgent as the server orders it. */
export default function TodoPage() {
  const words = say(todoWords);
  const todo = useAsked<TodoList>(TODO);
  return (
    <Page title={say(shellWords).todo} lead={todo.value && words.lead(todo.value.items.length)}>
      <Answer of={todo}>
        {({ items, next }) =>
          items.length === 0 ? <Empty title={labelOf(next)} /> : <Waiting items={items} />
        }
      </Answer>
      {holds('sysadmin', 'secadmin', 'auditadmin') && <FirstSteps />}
    </Page>
  );
}

function Waiting({ items }: { items: readonly TodoItem[] }) {
  const words = say(todoWords);
  return (
    <ol class="todo-list card" aria-label={words.list}>
      {items.map((item) => (
        <li key={item.kind + item.href}>
          <a href={item.href}>
            <span class="todo-deed">{labelOf(item.title)}</span>
            <span class="todo-detail">{labelOf(item.detail)}</span>
          </a>
          {item.dueOn !== null && <Due on={item.dueOn} />}
        </li>
      ))}
    </ol>
  );
}

const TONES = { overdue: 'bad', soon: 'warn', later: 'plain' } as const satisfies Record<string, Tone>;

function Due({ on }: { on: string }) {
  const words = say(todoWords);
  const state = dueState(on, instant(Date.now()).slice(0, 10));
  const told = { overdue: words.overdue, soon: words.soon, later: words.due }[state];
  return (
    <time dateTime={on}>
      <Tag tone={TONES[state]}>{told(on)}</Tag>
    </time>
  );
}
