import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../ui/announce.tsx';
import { countTodo } from '../todo-count.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Table } from '../ui/table.tsx';
import { calendarWords } from '../words/calendar.ts';
import { say } from '../words/language.ts';
import { type DryRun, importYear } from './calendar.api.ts';
import { DaysTable } from './days-table.tsx';

interface Given {
  readonly result: DryRun;
  readonly onAnother: () => void;
  readonly onImported: () => void;
}

/** What the file says, what is wrong or odd in it, and the consequence before the deed. */
export function TriedYear(given: Given) {
  const words = say(calendarWords);
  const { result } = given;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [result]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {words.tried(result.fileName, result.year)} <span class="note">{words.nothingWritten}</span>
      </h2>
      <Counts {...result} />
      {result.oddDays.length > 0 && <p class="notice warn">{words.odd(result.oddDays.join('、'))}</p>}
      {result.problems.length > 0 ? <Wrong {...given} /> : <Confirm {...given} />}
    </>
  );
}

function Counts({ holidays, workdays, workingDays }: DryRun) {
  const words = say(calendarWords);
  const shown = [
    [words.holidays, holidays],
    [words.workdays, workdays],
    [words.workingDays, workingDays],
  ] as const;
  return (
    <dl class="strip">
      {shown.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b class="number">{count}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Wrong({ result, onAnother }: Given) {
  const words = say(calendarWords);
  return (
    <>
      <div class="notice bad" role="alert">
        {words.hasProblems}
        <span class="actions">
          <button type="button" onClick={onAnother}>
            {words.another}
          </button>
        </span>
      </div>
      <Table
        caption={words.wrong}
        rows={result.problems}
        keyOf={({ row, column, code }) => `${row} ${column} ${code}`}
        columns={[
          { key: 'row', head: words.row, cell: ({ row }) => row, isNumber: true },
          { key: 'cell', head: words.cell, cell: ({ column, header }) => `${column} ${header}` },
          { key: 'value', head: words.value, cell: ({ value }) => <code>{value}</code> },
          { key: 'problem', head: words.problem, cell: (each) => <span lang="zh-CN">{each.problem}</span> },
          {
            key: 'suggestion',
            head: words.suggestion,
            cell: ({ suggestion }) => <span lang="zh-CN">{suggestion}</span>,
          },
        ]}
      />
      {result.moreProblems > 0 && <p class="note">{words.moreProblems(result.moreProblems)}</p>}
    </>
  );
}

function Confirm({ result, onAnother, onImported }: Given) {
  const words = say(calendarWords);
  const { year, days, replaces } = result;
  return (
    <>
      <p class="notice info">
        {replaces === null ? words.becomesFirst(year) : words.replacesFormer(year)} {words.consequence}
      </p>
      <Form
        submit={words.apply(year)}
        cancel={words.another}
        onCancel={onAnother}
        check={(values) => unfilled(values, { source: words.source })}
        onSubmit={async (values) => {
          await importYear(year, { source: textOf(values, 'source'), days, replaces });
          announce(words.applied(year));
          void countTodo();
          onImported();
        }}
      >
        <Field name="source" label={words.source} hint={words.sourceHint}>
          {(input) => <input {...input} maxLength={200} />}
        </Field>
      </Form>
      <h3>{words.days}</h3>
      <DaysTable caption={words.days} days={days} />
    </>
  );
}
