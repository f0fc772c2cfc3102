import { useEffect, useRef } from 'preact/hooks';
import { Table } from '../ui/table.tsx';
import { say } from '../words/language.ts';
import { importWords } from '../words/imports.ts';
import { needsSecond } from './import-kinds.ts';
import type { DryRun, ImportCounts } from './imports.api.ts';
import { Problems } from './problems.tsx';

interface Given {
  readonly file: File;
  readonly year: number | null;
  readonly result: DryRun;
  readonly onApply: () => void;
  readonly onAnother: () => void;
}

/** What the file would do, what is wrong with it, and the consequence before the deed. */
export function DryRunResult(given: Given) {
  const words = say(importWords);
  const { result } = given;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [result]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {words.tried(result.fileName)} <span class="note">{words.nothingWritten}</span>
      </h2>
      <Counts counts={result.counts} />
      {result.problems.length > 0 ? (
        <Problems file={given.file} year={given.year} result={result} onAnother={given.onAnother} />
      ) : (
        <Consequence {...given} />
      )}
      {result.sheets.length > 1 && <BySheet sheets={result.sheets} />}
    </>
  );
}

function Counts({ counts }: { counts: ImportCounts }) {
  const words = say(importWords);
  const shown = [
    [words.added, counts.added, ''],
    [words.updated, counts.updated, ''],
    [words.unchanged, counts.unchanged, ''],
    [words.failed, counts.failed, counts.failed > 0 ? 'failed-count' : ''],
  ] as const;
  return (
    <dl class="strip">
      {shown.map(([name, count, look]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b class={`number ${look}`}>{count}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Consequence({ result, onApply, onAnother }: Given) {
  const words = say(importWords);
  const { added, updated } = result.counts;
  const isSeconded = needsSecond(result.kind);
  const rows = added + updated;
  const deed = isSeconded ? words.applyForConfirmation(rows) : words.apply(rows);
  const toBeTold = result.pastDecisions === 0 ? [] : [words.pastDecisions(result.pastDecisions)];
  const when = isSeconded ? words.afterConfirmation : words.atOnce;
  const told = [words.willHappen(added, updated), when, ...toBeTold].join(words.between);
  return (
    <div class="notice info">
      <span>{rows === 0 ? words.nothingNew : told}</span>
      <span class="actions">
        <button type="button" onClick={onAnother}>
          {words.another}
        </button>
        {rows > 0 && (
          <button type="button" class="primary" onClick={onApply}>
            {deed}
          </button>
        )}
      </span>
    </div>
  );
}

function BySheet({ sheets }: { sheets: DryRun['sheets'] }) {
  const words = say(importWords);
  return (
    <section>
      <h2>{words.bySheet}</h2>
      <Table
        caption={words.bySheet}
        rows={sheets}
        keyOf={({ sheet }) => sheet}
        columns={[
          { key: 'sheet', head: words.sheet, cell: ({ sheet }) => sheet },
          { key: 'rows', head: words.rows, cell: ({ rows }) => rows, isNumber: true },
          { key: 'added', head: words.added, cell: ({ counts }) => counts.added, isNumber: true },
          { key: 'updated', head: words.updated, cell: ({ counts }) => counts.updated, isNumber: true },
          { key: 'unchanged', head: words.unchanged, cell: ({ counts }) => counts.unchanged, isNumber: true },
          { key: 'failed', head: words.failed, cell: ({ counts }) => counts.failed, isNumber: true },
        ]}
      />
    </section>
  );
}
