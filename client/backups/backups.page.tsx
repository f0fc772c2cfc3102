import { useState } from 'preact/hooks';
import type { BackupBegun, BackupList } from '../../server/backups/backups.contract.ts';
import { act, type View } from '../api.ts';
import { instant } from '../numbers.ts';
import { ProblemError } from '../problem.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { ProgressBar, useJob } from '../ui/progress.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { say } from '../words/language.ts';
import { backupWords } from '../words/backups.ts';

type Backup = View<typeof BackupList>['items'][number];

const MEBIBYTE = 1024 * 1024;
const inMebibytes = (bytes: number): string => `${(bytes / MEBIBYTE).toFixed(1)} MiB`;

/** What is kept to come back to, and one more on request. */
export default function BackupsPage() {
  const words = say(backupWords);
  const backups = useAsked<View<typeof BackupList>>('/api/backups');
  const [problem, setProblem] = useState<string | null>(null);
  const { job, follow } = useJob('backup', ({ state }) => {
    if (state === 'done') announce(words.made);
    else setProblem(words.failed);
    backups.again();
  });
  const isRunning = job?.state === 'running';
  const start = async () => {
    setProblem(null);
    try {
      follow((await act<View<typeof BackupBegun>>('POST', '/api/backups')).job);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.message);
    }
  };
  const list = backups.value;
  const deed = list?.isConfigured === true && (
    <button type="button" class="primary" disabled={isRunning} onClick={() => void start()}>
      {words.now}
    </button>
  );
  const lead = list?.isConfigured === true ? words.lead(list.everyHours, list.keep) : undefined;
  return (
    <Page title={words.title} lead={lead} actions={deed}>
      {problem !== null && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      {isRunning && <ProgressBar label={words.making} done={job.done} total={job.total} />}
      <Answer of={backups}>{(value) => <Listed {...value} />}</Answer>
      <p class="note">{words.note}</p>
    </Page>
  );
}

function Listed({ isConfigured, items }: View<typeof BackupList>) {
  const words = say(backupWords);
  if (!isConfigured)
    return (
      <Empty title={words.off}>
        <p class="note">{words.offHow}</p>
      </Empty>
    );
  if (items.length === 0)
    return (
      <Empty title={words.none}>
        <p class="note">{words.noneHow}</p>
      </Empty>
    );
  const columns: Column<Backup>[] = [
    { key: 'at', head: words.at, cell: ({ madeAt }) => instant(madeAt) },
    { key: 'name', head: words.name, cell: ({ name }) => name, isSpare: true },
    { key: 'size', head: words.size, cell: ({ bytes }) => inMebibytes(bytes), isNumber: true },
    { key: 'rows', head: words.rows, cell: ({ rows }) => rows, isNumber: true },
    { key: 'entries', head: words.entries, cell: ({ entries }) => entries ?? '–', isNumber: true },
  ];
  return <Table caption={words.list} columns={columns} rows={items} keyOf={({ name }) => name} />;
}
