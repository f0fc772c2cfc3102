import { useState } from 'preact/hooks';
import { type FieldProblem, ProblemError } from '../problem.ts';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { batchWords } from '../words/batches.ts';
import { importWords } from '../words/imports.ts';
import { tableName } from '../words/tables.ts';
import { type Batch, decideBatch, undoBatch } from './imports.api.ts';
import { blocksByTable } from './undo-blocks.ts';

export type BatchDeed = Batch['actions'][number];

/** A deed on a whole batch, with its consequence and a reason. */
export function BatchDialog(given: {
  batch: Batch;
  deed: BatchDeed;
  onDone: () => void;
  onClose: () => void;
}) {
  const words = say(batchWords);
  const [blocks, setBlocks] = useState<readonly FieldProblem[]>([]);
  const { batch, deed } = given;
  const said = wordsOf(batch, deed);

  async function act(reason: string) {
    try {
      await settle(batch, deed, reason);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.kind !== 'batch-in-use') throw error;
      setBlocks(error.fields);
      throw new ProblemError(error.status, error.message, { kind: error.kind });
    }
    announce(said.done);
    given.onDone();
  }

  return (
    <Dialog title={said.title} intro={said.intro} onClose={given.onClose}>
      <p class="note">{batch.fileName}</p>
      <Form
        submit={said.submit}
        check={(values) => unfilled(values, { reason: words.reason })}
        onSubmit={(values) => act(textOf(values, 'reason'))}
        onCancel={given.onClose}
      >
        {blocks.length > 0 && <Blocks blocks={blocks} />}
        <Field name="reason" label={words.reason} hint={words.reasonHint}>
          {(input) => <textarea {...input} />}
        </Field>
      </Form>
    </Dialog>
  );
}

const settle = ({ kind, id, version }: Batch, deed: BatchDeed, reason: string): Promise<Batch> =>
  deed === 'undo'
    ? undoBatch(kind, id, { version, reason })
    : decideBatch(kind, id, { event: deed, version, reason });

function wordsOf({ counts, pastDecisions }: Batch, deed: BatchDeed) {
  const words = say(batchWords);
  const rows = counts.added + counts.updated;
  const toBeTold = pastDecisions === 0 ? [] : [say(importWords).pastDecisions(pastDecisions)];
  return {
    confirm: {
      title: words.confirmTitle,
      intro: [words.confirmIntro(rows), ...toBeTold].join(say(importWords).between),
      submit: words.confirmDeed,
      done: words.confirmed,
    },
    reject: {
      title: words.rejectTitle,
      intro: words.rejectIntro,
      submit: words.rejectDeed,
      done: words.rejected,
    },
    undo: { title: words.undoTitle, intro: words.undoIntro, submit: words.undoDeed, done: words.undone },
  }[deed];
}

/** What stands in the way of an undo: how many of what, and which when opened. */
function Blocks({ blocks }: { blocks: readonly FieldProblem[] }) {
  const words = say(batchWords);
  return (
    <div class="blocks">
      <p>{words.blocked}</p>
      {blocksByTable(blocks).map(({ table, blocks: members }) => (
        <details key={table}>
          <summary>
            {tableName(table)} <span class="number">{words.items(members.length)}</span>
          </summary>
          <ul>
            {members.map(({ pointer, detail }) => (
              <li key={pointer + detail}>
                <code>{pointer.slice(1)}</code> <span class="note">{detail}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
