import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { withQuery } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { deedName } from '../words/audit.ts';
import { say } from '../words/language.ts';
import { receiptWords } from '../words/receipts.ts';
import { roleName } from '../words/roles.ts';
import { RECEIPTS, type ReceiptLine, receiptOf, type ReceiptPage } from './receipts.api.ts';

/** 我的回执: what I did and what was done to me, each with a proof to keep. */
export default function ReceiptsPage() {
  const words = say(receiptWords);
  const cursors = useCursors(RECEIPTS);
  const asked = useAsked<ReceiptPage>(withQuery(RECEIPTS, { after: cursors.after }));
  return (
    <Page
      title={words.receipts}
      lead={words.receiptsLead}
      actions={
        <a class="button" href="/verify">
          {words.verify}
        </a>
      }
    >
      <Answer of={asked}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={words.noReceipts}>
              <p class="note">{words.noReceiptsHint}</p>
            </Empty>
          ) : (
            <>
              <Lines lines={items} />
              <PageTurner cursors={cursors} next={next} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function Lines({ lines }: { lines: readonly ReceiptLine[] }) {
  const words = say(receiptWords);
  const [problem, setProblem] = useState<string | null>(null);
  async function download({ entryId }: ReceiptLine): Promise<void> {
    setProblem(null);
    try {
      const receipt = await receiptOf(entryId);
      const file = new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: 'application/json' });
      saveFile(file, `${words.fileName}-${entryId}.json`);
      announce(words.downloaded);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.message);
    }
  }
  return (
    <>
      {problem !== null && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      <Table
        caption={words.receipts}
        rows={lines}
        keyOf={({ entryId }) => entryId}
        columns={[
          { key: 'at', head: words.at, cell: ({ at }) => <time>{instant(at)}</time> },
          { key: 'deed', head: words.deed, cell: ({ deed }) => deedName(deed) ?? <code>{deed}</code> },
          { key: 'who', head: words.who, cell: ({ isOwn }) => (isOwn ? words.byMe : words.onMe) },
          { key: 'duty', head: words.duty, cell: ({ duty }) => roleName(duty), isSpare: true },
          {
            key: 'deeds',
            head: words.receipt,
            cell: (line) => (
              <button
                type="button"
                aria-label={words.downloadOf(instant(line.at))}
                onClick={() => void download(line)}
              >
                {words.download}
              </button>
            ),
          },
        ]}
      />
    </>
  );
}
