import './years.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Job } from '../jobs.ts';
import { instant } from '../numbers.ts';
import { go, place } from '../router.ts';
import { countTodo } from '../todo-count.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { later } from '../ui/later.tsx';
import { Page } from '../ui/page.tsx';
import { ProgressBar, useJob } from '../ui/progress.tsx';
import { Figure } from '../ui/reason.tsx';
import { Answer } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { archiveWords } from '../words/archive.ts';
import { say } from '../words/language.ts';
import { summaryPath, type Summary, YEARS, type Years } from './appraisals.api.ts';
import { openTies } from './open-ties.ts';
import { learnPolicy } from './policy-in-force.ts';
import { YearNotices } from './year-notices.tsx';

const ArchiveDialog = later(async () => (await import('./archive-dialog.tsx')).ArchiveDialog);
const RunDialog = later(async () => (await import('./run-dialog.tsx')).RunDialog);

/** What the pages of a year stand on. */
export interface YearAtHand {
  readonly summary: Summary;
  /** Follows an evaluation that a deed has started. */
  readonly follow: (job: Job) => void;
  /** Grows with every evaluation that ends, so that lists ask anew. */
  readonly round: number;
}

/** The head that the pages of a year share: year, state, deeds, progress of an evaluation, tabs. */
export function YearFrame({
  year,
  children,
}: {
  year: string;
  children: (at: YearAtHand) => ComponentChildren;
}) {
  const words = say(appraisalWords);
  const summary = useAsked<Summary>(summaryPath(year));
  const [isRunning, setRunning] = useState(false);
  const [isArchiving, setArchiving] = useState(false);
  const [round, setRound] = useState(0);
  const { job, follow } = useJob(`run.${year}`, (ended) => {
    announce(ended.state === 'done' ? words.runDone : `${words.runFailed} ${ended.problem ?? ''}`);
    setRound((before) => before + 1);
    summary.again();
    void countTodo();
  });
  useEffect(() => void learnPolicy(), []);
  const isBusy = job?.state === 'running';
  const actions = summary.value?.actions ?? [];
  return (
    <Page
      title={words.title(Number(year))}
      lead={summary.value && <Lead summary={summary.value} />}
      actions={
        <>
          <YearSelect year={year} />
          {actions.includes('open') && (
            <a class="button" href="/years/new">
              {words.openYear}
            </a>
          )}
          {actions.includes('archive') && (
            <button type="button" disabled={isBusy} onClick={() => setArchiving(true)}>
              {say(archiveWords).archive}
            </button>
          )}
          {actions.includes('run') && (
            <button type="button" class="primary" disabled={isBusy} onClick={() => setRunning(true)}>
              {words.runYear}
            </button>
          )}
        </>
      }
    >
      {isBusy && (
        <div class="notice info">
          <ProgressBar label={words.running} done={job.done} total={job.total} />
        </div>
      )}
      <Answer of={summary}>
        {(value) => (
          <>
            <YearNotices summary={value} isBusy={isBusy} run={() => setRunning(true)} />
            <Tabs year={year} summary={value} />
            {children({ summary: value, follow, round })}
            {isArchiving && (
              <ArchiveDialog
                year={value.year.year}
                onClose={() => setArchiving(false)}
                onDone={() => {
                  announce(say(archiveWords).done(value.year.year));
                  summary.again();
                  void countTodo();
                }}
              />
            )}
            {isRunning && <RunDialog summary={value} onClose={() => setRunning(false)} onStarted={follow} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Lead({ summary: { year, enrolled, run } }: { summary: Summary }) {
  const words = say(appraisalWords);
  return (
    <>
      {year.state === 'archived' && <Tag tone="info">{say(archiveWords).archived}</Tag>}{' '}
      {words.people(enrolled)} · {words.asOf(year.asOf)} ·{' '}
      {run === null ? (
        words.notRun
      ) : (
        <Figure name={words.run} reason={() => <RunReason run={run} />}>
          {words.ranAt(instant(run.ranAt))}
        </Figure>
      )}
    </>
  );
}

function RunReason({ run }: { run: NonNullable<Summary['run']> }) {
  const words = say(appraisalWords);
  return (
    <>
      <dl class="check">
        <div>
          <dt>{words.runBy}</dt>
          <dd>{run.ranBy}</dd>
        </div>
        <div>
          <dt>{words.policyVersion}</dt>
          <dd>
            <a href="/policy">{run.policyVersion}</a>
          </dd>
        </div>
        <div>
          <dt>{words.resultHash}</dt>
          <dd>
            <code>{run.resultHash}</code>
          </dd>
        </div>
      </dl>
      <p class="note">{words.resultHashNote}</p>
    </>
  );
}

function YearSelect({ year }: { year: string }) {
  const words = say(appraisalWords);
  const years = useAsked<Years>(YEARS);
  const { path } = place.value;
  if (years.value === null || years.value.items.length < 2) return null;
  return (
    <select
      class="year-select"
      aria-label={words.year}
      value={year}
      onChange={(event) => go(path.replace(`/years/${year}`, `/years/${event.currentTarget.value}`))}
    >
      {years.value.items.map((item) => (
        <option key={item.year} value={String(item.year)}>
          {item.year}
        </option>
      ))}
    </select>
  );
}

function Tabs({ year, summary }: { year: string; summary: Summary }) {
  const words = say(appraisalWords);
  const { path } = place.value;
  const open = openTies(summary).length;
  const tabs = [
    { href: `/years/${year}`, text: words.tabResults, count: 0 },
    { href: `/years/${year}/quota`, text: words.tabQuota, count: open },
  ];
  return (
    <nav class="tabs" aria-label={words.title(Number(year))}>
      {tabs.map(({ href, text, count }) => (
        <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {text} {count > 0 && <span class="badge">{count}</span>}
        </a>
      ))}
    </nav>
  );
}
