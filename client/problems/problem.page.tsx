import type { ProblemPage as Told } from '../../server/http/problem-pages.contract.ts';
import type { View } from '../api.ts';
import { session } from '../session.ts';
import { Entrance } from '../sign-in/entrance.tsx';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { language, labelOf, say } from '../words/language.ts';
import { problemWords } from '../words/problems.ts';

/** Where the address in a refusal leads: what it means and what to do, for everybody. */
export default function ProblemPage({ params }: { params: Readonly<Record<string, string>> }) {
  const name = params['name'] ?? '';
  const told = useAsked<View<typeof Told>>(`/api/problems/${encodeURIComponent(name)}`);
  const title = told.value === null ? say(problemWords).noSuch : told.value.title[language.value];
  const body = <Answer of={told}>{(problem) => <Meaning problem={problem} />}</Answer>;
  if (session.value) return <Page title={title}>{body}</Page>;
  return <Entrance title={title}>{body}</Entrance>;
}

function Meaning({ problem }: { problem: View<typeof Told> }) {
  const words = say(problemWords);
  return (
    <>
      <h2>{words.whatToDo}</h2>
      <p>{labelOf(problem.cure)}</p>
      <p class="note">
        {words.code} {problem.name} · {words.status(problem.status)}
      </p>
      {!session.value && (
        <p class="actions">
          <a class="button" href="/sign-in">
            {words.signIn}
          </a>
        </p>
      )}
    </>
  );
}
