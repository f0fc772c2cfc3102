import '../appraisals/years.css';
import './ledger.css';
import { LineReason } from '../appraisals/record-reasons.tsx';
import { recordHref } from '../appraisals/result-columns.tsx';
import { Watermark } from '../appraisals/watermark.tsx';
import { instant, signedPoints } from '../numbers.ts';
import type { Params } from '../paths.ts';
import { query } from '../router.ts';
import { session } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Figure } from '../ui/reason.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { labelOf, say } from '../words/language.ts';
import { ledgerWords } from '../words/ledger.ts';
import { shellWords } from '../words/shell.ts';
import { personLedger, type PersonShown } from './ledger.api.ts';
import { Mirror } from './mirror.tsx';

type Line = PersonShown['records'][number];

/** One person's two ledgers; every point opens its record, every look at another person is logged. */
export default function PersonLedgerPage({ params }: { params: Params }) {
  const words = say(ledgerWords);
  const cadreId = params['cadreId'] ?? '';
  const year = query().get('year') ?? String(new Date().getFullYear());
  const asked = useAsked<PersonShown>(personLedger(year, cadreId));
  const found = asked.value;
  const isOwn = session.value?.cadreId === cadreId;
  const origin = isOwn ? `/my-record/${year}` : recordHref(year, cadreId);
  return (
    <>
      {!isOwn && found && <Watermark />}
      {!isOwn && (
        <p class="back no-print">
          <a href={`/ledger?year=${year}`}>← {words.back}</a>
        </p>
      )}
      <Page
        title={found ? words.ofPerson(found.person.name) : words.title}
        lead={found?.ranAt != null && words.personLead(found.person.unitName, instant(found.ranAt))}
        actions={
          <>
            <a class="button" href={origin}>
              {words.origin}
            </a>
            <button type="button" onClick={() => print()}>
              {say(shellWords).print}
            </button>
          </>
        }
      >
        <Answer of={asked}>
          {(ledger) => (
            <>
              <Mirror figures={ledger} />
              <p class="note">{words.weighs}</p>
              <section class="ledger-records">
                <h2>{words.recordsOf}</h2>
                <Records lines={ledger.records} />
              </section>
            </>
          )}
        </Answer>
      </Page>
    </>
  );
}

function Records({ lines }: { lines: readonly Line[] }) {
  const words = say(ledgerWords);
  if (lines.length === 0)
    return (
      <Empty title={words.noRecords}>
        <p class="note">{words.noRecordsHint}</p>
      </Empty>
    );
  return (
    <Table
      caption={words.recordsCaption}
      rows={lines.map((line, index) => ({ ...line, index }))}
      keyOf={({ index }) => String(index)}
      columns={[
        {
          key: 'record',
          head: words.record,
          cell: ({ evidence, label, ledger }) => (
            <>
              <span class={`${ledger}-ink`}>{words[ledger]}</span>{' '}
              {evidence?.fileHref ? <a href={evidence.fileHref}>{labelOf(label)}</a> : labelOf(label)}
            </>
          ),
        },
        { key: 'day', head: words.day, cell: ({ occurredOn }) => occurredOn ?? '' },
        {
          key: 'points',
          head: words.points,
          isNumber: true,
          cell: (line) => (
            <Figure name={labelOf(line.label)} reason={() => <LineReason line={line} />}>
              {signedPoints(line.points)}
            </Figure>
          ),
        },
      ]}
    />
  );
}
