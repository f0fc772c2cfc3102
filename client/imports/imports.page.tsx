import './imports.css';
import type { Params } from '../paths.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Empty } from '../ui/states.tsx';
import { withQuery } from '../paths.ts';
import { countTodo } from '../todo-count.ts';
import { say } from '../words/language.ts';
import { importWords } from '../words/imports.ts';
import { shellWords } from '../words/shell.ts';
import { BatchHistory } from './batch-history.tsx';
import { isYearly, kindHolds, kindName, mayEnter, offeredKinds } from './import-kinds.ts';
import { ImportWizard } from './import-wizard.tsx';
import { type BatchPage, batchesOf, type ImportKind } from './imports.api.ts';
import { WithYear } from './year-choice.tsx';

/** One kind of import at a time: a file to try and import, and what was imported before. */
export default function ImportsPage({ params }: { params: Params }) {
  const offered = offeredKinds();
  const kind = offered.find((known) => known === params['kind']) ?? offered[0];
  return (
    <Page title={say(shellWords).imports} lead={kind && kindHolds(kind)}>
      {kind === undefined ? (
        <Empty title={say(shellWords).notAllowed} />
      ) : (
        <>
          <KindTabs kinds={offered} current={kind} />
          <OneKind key={kind} kind={kind} />
        </>
      )}
    </Page>
  );
}

const KindTabs = ({ kinds, current }: { kinds: readonly ImportKind[]; current: ImportKind }) => (
  <nav class="tabs" aria-label={say(importWords).kinds}>
    {kinds.map((kind) => (
      <a key={kind} href={`/imports/${kind}`} aria-current={kind === current ? 'page' : undefined}>
        {kindName(kind)}
      </a>
    ))}
  </nav>
);

function OneKind({ kind }: { kind: ImportKind }) {
  const list = batchesOf(kind);
  const cursors = useCursors(list);
  const batches = useAsked<BatchPage>(withQuery(list, { after: cursors.after }));
  const changed = () => {
    batches.again();
    void countTodo();
  };
  return (
    <>
      {mayEnter(kind) &&
        (isYearly(kind) ? (
          <WithYear>
            {(year, choice) => (
              <ImportWizard key={year} kind={kind} year={year} onApplied={changed}>
                {choice}
              </ImportWizard>
            )}
          </WithYear>
        ) : (
          <ImportWizard kind={kind} year={null} onApplied={changed} />
        ))}
      <BatchHistory kind={kind} batches={batches} cursors={cursors} onChanged={changed} />
    </>
  );
}
