import { useState } from 'preact/hooks';
import { saveFile } from '../ui/save-file.ts';
import { ProblemError } from '../problem.ts';
import { announce } from '../ui/announce.tsx';
import { Table } from '../ui/table.tsx';
import { labelOf, language, say } from '../words/language.ts';
import { importFaults } from '../words/import-faults.ts';
import { importWords } from '../words/imports.ts';
import { type CellProblem, type DryRun, markedCopy } from './imports.api.ts';
import { asTable, kindsOfProblem } from './problem-list.ts';

const AT_ONCE = 100;

/** Everything that is wrong with the file, cell by cell, and the ways to have it mended. */
export function Problems(given: { file: File; year: number | null; result: DryRun; onAnother: () => void }) {
  const words = say(importWords);
  const { result } = given;
  const [code, filter] = useState<string | null>(null);
  const [most, show] = useState(AT_ONCE);
  const wanted = result.problems.filter((problem) => code === null || problem.code === code);
  return (
    <section>
      <div class="notice bad">
        {words.hasProblems}
        <Deeds {...given} problems={wanted} />
      </div>
      <h2>
        {words.problems}{' '}
        <span class="note">
          {words.problemCount(wanted.length, result.problems.length + result.moreProblems)}
        </span>
      </h2>
      <KindChips problems={result.problems} code={code} onChoose={filter} />
      <ProblemTable problems={wanted.slice(0, most)} />
      {wanted.length > most && (
        <p class="actions more">
          <button type="button" onClick={() => show(most + AT_ONCE)}>
            {words.showMore(Math.min(AT_ONCE, wanted.length - most))}
          </button>
        </p>
      )}
      {result.moreProblems > 0 && <p class="note">{words.moreProblems(result.moreProblems)}</p>}
    </section>
  );
}

function Deeds(given: {
  file: File;
  year: number | null;
  result: DryRun;
  problems: readonly CellProblem[];
  onAnother: () => void;
}) {
  const words = say(importWords);
  const headers = [words.sheet, words.row, words.column, words.value, words.problem, words.suggestion];
  return (
    <span class="actions">
      <button type="button" onClick={given.onAnother}>
        {words.another}
      </button>
      <button type="button" onClick={() => void copy(asTable(headers, given.problems))}>
        {words.copy}
      </button>
      <button type="button" class="primary" onClick={() => void downloadMarked(given)}>
        {words.marked}
      </button>
    </span>
  );
}

async function copy(text: string): Promise<void> {
  const words = say(importWords);
  try {
    await navigator.clipboard.writeText(text);
    announce(words.copied);
  } catch {
    // Some browsers refuse, and plain http has no clipboard.
    announce(words.cannotCopy);
  }
}

async function downloadMarked({ file, year, result }: { file: File; year: number | null; result: DryRun }) {
  try {
    const name = file.name.replace(/\.[^.]+$/, '');
    saveFile(await markedCopy(result.kind, year, file), say(importWords).markedName(name));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    announce(error.message);
  }
}

function KindChips(given: {
  problems: readonly CellProblem[];
  code: string | null;
  onChoose: (code: string | null) => void;
}) {
  const words = say(importWords);
  return (
    <div class="filters">
      <div class="chips" role="group" aria-label={words.problemKinds}>
        <button type="button" aria-pressed={given.code === null} onClick={() => given.onChoose(null)}>
          {words.allProblems} <span class="number">{given.problems.length}</span>
        </button>
        {kindsOfProblem(given.problems).map(({ code, count }) => (
          <button
            key={code}
            type="button"
            aria-pressed={given.code === code}
            onClick={() => given.onChoose(code)}
          >
            {faultName(code)} <span class="number">{count}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

function faultName(code: string): string {
  const known = importFaults[code];
  return known === undefined ? code : labelOf(known);
}

function ProblemTable({ problems }: { problems: readonly CellProblem[] }) {
  const words = say(importWords);
  return (
    <Table
      class="problem-table"
      caption={words.problems}
      rows={problems}
      keyOf={({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`}
      columns={[
        { key: 'sheet', head: words.sheet, cell: ({ sheet }) => sheet },
        { key: 'row', head: words.row, cell: ({ row }) => row, isNumber: true },
        {
          key: 'column',
          head: words.column,
          cell: ({ column, header }) => (
            <>
              <b>{column}</b> {header}
            </>
          ),
        },
        {
          key: 'value',
          head: words.value,
          cell: ({ value }) =>
            value === '' ? <span class="note">{words.emptyCell}</span> : <code>{value}</code>,
        },
        { key: 'problem', head: words.problem, cell: (problem) => <Told problem={problem} /> },
        {
          key: 'suggestion',
          head: words.suggestion,
          cell: ({ suggestion }) => <span lang="zh-CN">{suggestion}</span>,
        },
      ]}
    />
  );
}

/** The server tells the problem of a cell in Chinese; in English its kind goes before. */
const Told = ({ problem: { code, problem } }: { problem: CellProblem }) => (
  <>
    {language.value === 'en' && <span>{faultName(code)} · </span>}
    <span lang="zh-CN">{problem}</span>
  </>
);
