import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import type { Asked } from '../ui/asked.ts';
import type { Cursors } from '../ui/pager.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { say } from '../words/language.ts';
import { batchWords } from '../words/batches.ts';
import { importWords } from '../words/imports.ts';
import { type BatchDeed, BatchDialog } from './batch-dialog.tsx';
import type { Batch, BatchPage, ImportKind } from './imports.api.ts';

interface Chosen {
  readonly batch: Batch;
  readonly deed: BatchDeed;
}

/** What was imported before, and what may be done with each batch. */
export function BatchHistory(given: {
  kind: ImportKind;
  batches: Asked<BatchPage>;
  cursors: Cursors;
  onChanged: () => void;
}) {
  const words = say(batchWords);
  const [chosen, choose] = useState<Chosen | null>(null);
  return (
    <section class="batch-history">
      <h2>{words.history}</h2>
      <Answer of={given.batches}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={words.noBatches}>
              <p class="note">{words.noBatchesHint}</p>
            </Empty>
          ) : (
            <>
              <Batches batches={items} onChoose={choose} />
              <PageTurner cursors={given.cursors} next={next} />
            </>
          )
        }
      </Answer>
      {chosen !== null && (
        <BatchDialog
          {...chosen}
          onDone={() => {
            choose(null);
            given.onChanged();
          }}
          onClose={() => choose(null)}
        />
      )}
    </section>
  );
}

function Batches({ batches, onChoose }: { batches: readonly Batch[]; onChoose: (chosen: Chosen) => void }) {
  const words = say(batchWords);
  const counts = say(importWords);
  return (
    <Table
      class="batch-table"
      caption={words.history}
      rows={batches}
      keyOf={({ id }) => id}
      columns={[
        { key: 'file', head: words.file, cell: (batch) => <File batch={batch} /> },
        { key: 'state', head: words.state, cell: (batch) => <State batch={batch} /> },
        { key: 'added', head: counts.added, cell: (batch) => batch.counts.added, isNumber: true },
        { key: 'updated', head: counts.updated, cell: (batch) => batch.counts.updated, isNumber: true },
        {
          key: 'unchanged',
          head: counts.unchanged,
          cell: (batch) => batch.counts.unchanged,
          isNumber: true,
          isSpare: true,
        },
        {
          key: 'by',
          head: words.appliedBy,
          cell: ({ appliedBy, appliedAt }) => <By who={appliedBy} at={appliedAt} />,
        },
        { key: 'settled', head: words.decidedBy, cell: (batch) => <Settled batch={batch} /> },
        {
          key: 'deeds',
          head: words.deeds,
          cell: (batch) => <Deeds batch={batch} onChoose={onChoose} />,
        },
      ]}
    />
  );
}

const File = ({ batch: { fileName, year } }: { batch: Batch }) => (
  <>
    {fileName}
    {year !== null && <span class="note"> · {say(batchWords).ofYear(year)}</span>}
  </>
);

function State({ batch: { state, needsConfirmation } }: { batch: Batch }) {
  const words = say(batchWords);
  const states: Readonly<Record<Batch['state'], readonly [Tone, string]>> = {
    applied: needsConfirmation ? ['warn', words.stateAwaiting] : ['ok', words.stateApplied],
    confirmed: ['ok', words.stateConfirmed],
    rejected: ['bad', words.stateRejected],
    undone: ['plain', words.stateUndone],
  };
  const [tone, name] = states[state];
  return <Tag tone={tone}>{name}</Tag>;
}

const By = ({ who, at }: { who: string; at: number }) => (
  <>
    {who} <time class="note">{instant(at)}</time>
  </>
);

function Settled({ batch }: { batch: Batch }) {
  const { confirmedBy, confirmedAt, undoneBy, undoneAt, reason } = batch;
  const isSettled = confirmedAt !== null || undoneAt !== null;
  if (!isSettled) return null;
  return (
    <>
      {confirmedAt !== null && <By who={confirmedBy ?? ''} at={confirmedAt} />}
      {undoneAt !== null && <By who={undoneBy ?? ''} at={undoneAt} />}
      {reason !== null && <p class="note">{reason}</p>}
    </>
  );
}

function Deeds({ batch, onChoose }: { batch: Batch; onChoose: (chosen: Chosen) => void }) {
  const words = say(batchWords);
  const names: Readonly<Record<BatchDeed, string>> = {
    confirm: words.confirm,
    reject: words.reject,
    undo: words.undo,
  };
  if (batch.actions.length === 0) return null;
  return (
    <span class="actions">
      {batch.actions.map((deed) => (
        <button key={deed} type="button" onClick={() => onChoose({ batch, deed })}>
          {names[deed]}
        </button>
      ))}
    </span>
  );
}
