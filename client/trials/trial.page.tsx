import './trials.css';
import { useState } from 'preact/hooks';
import { recordHref } from '../appraisals/result-columns.tsx';
import { Watermark } from '../appraisals/watermark.tsx';
import type { Params } from '../paths.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Field, Form } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { labelOf, say } from '../words/language.ts';
import { trialWords } from '../words/trials.ts';
import { TrialResult } from './trial-result.tsx';
import {
  type Change,
  type Records,
  recordsPath,
  type Trial,
  type TrialRecord,
  tryFindings,
} from './trials.api.ts';

/** 试算: one person's year with other findings, for whoever looks and nobody else. */
export default function TrialPage({ params }: { params: Params }) {
  const words = say(trialWords);
  const { year = '', cadreId = '' } = params;
  const records = useAsked<Records>(recordsPath(year, cadreId));
  return (
    <>
      <Watermark />
      <p class="back no-print">
        <a href={recordHref(year, cadreId)}>← {words.back}</a>
      </p>
      <Answer of={records} title={words.plainTitle}>
        {(found) => (
          <Page title={words.title(found.name, found.year)} lead={words.lead}>
            {found.records.length === 0 ? (
              <Empty title={words.none}>
                <p class="note">{words.noneHint}</p>
              </Empty>
            ) : (
              <div class="trial-page">
                <TrialForm found={found} />
              </div>
            )}
          </Page>
        )}
      </Answer>
    </>
  );
}

const UNCHANGED = '';
const changesIn = (values: FormData, records: readonly TrialRecord[]): Change[] =>
  records.flatMap(({ id, choices }) => {
    const chosen = choices.find(({ finding }) => finding === values.get(id));
    return chosen ? [{ recordId: id, finding: chosen.finding }] : [];
  });

function TrialForm({ found }: { found: Records }) {
  const words = say(trialWords);
  const [trial, setTrial] = useState<Trial | null>(null);
  const { year, cadreId, records } = found;
  return (
    <>
      <Form
        submit={words.submit}
        check={(values) =>
          changesIn(values, records).length === 0 ? [{ pointer: '/changes', detail: words.chooseFirst }] : []
        }
        onSubmit={async (values) => {
          setTrial(await tryFindings({ year, cadreId, changes: changesIn(values, records) }));
          announce(words.computed);
        }}
      >
        <Field name="changes" label={words.caption}>
          {({ id, 'aria-describedby': described }) => (
            <div id={id} role="group" tabIndex={-1} aria-label={words.caption} aria-describedby={described}>
              <Table
                class="trial-records"
                caption={words.caption}
                rows={records}
                keyOf={({ id }) => id}
                columns={[
                  { key: 'record', head: words.record, cell: (record) => <RecordCell record={record} /> },
                  { key: 'day', head: words.occurredOn, cell: ({ occurredOn }) => occurredOn },
                  { key: 'finding', head: words.finding, cell: ({ findingLabel }) => labelOf(findingLabel) },
                  {
                    key: 'try',
                    head: words.tryAs,
                    // What was computed before does not belong to the new choice.
                    cell: (record) => <TryAs record={record} onChange={() => setTrial(null)} />,
                  },
                ]}
              />
            </div>
          )}
        </Field>
      </Form>
      {trial && <TrialResult trial={trial} records={records} />}
    </>
  );
}

function RecordCell({ record }: { record: TrialRecord }) {
  const words = say(trialWords);
  return (
    <>
      <b>{labelOf(record.title)}</b>{' '}
      <span class="note">
        {[record.documentNo, record.countsHere ? null : words.notThisYear].filter(Boolean).join(' · ')}
      </span>
      <br />
      {record.summary}
    </>
  );
}

function TryAs({ record, onChange }: { record: TrialRecord; onChange: () => void }) {
  const words = say(trialWords);
  return (
    <select
      name={record.id}
      aria-label={words.tryAsOf(labelOf(record.title), record.occurredOn)}
      onChange={onChange}
    >
      <option value={UNCHANGED}>{words.unchanged}</option>
      {record.choices
        .filter(({ finding }) => finding !== record.finding)
        .map(({ finding, label }) => (
          <option key={finding} value={finding}>
            {labelOf(label)}
          </option>
        ))}
    </select>
  );
}
