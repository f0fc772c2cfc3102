import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { PersonChoice } from '../roster/person-choice.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { later } from '../ui/later.tsx';
import { leadWords, SOURCES } from '../words/conduct-lead.ts';
import { labelOf, say } from '../words/language.ts';
import { personChoiceWords } from '../words/person-choice.ts';
import { BehaviourField } from './behaviour-field.tsx';
import type { Facts, Lead, OpenRecord, Source } from './conduct.api.ts';

const EvidenceField = later(async () => (await import('../procedures/own-evidence.tsx')).EvidenceField);

interface Given {
  /** The draft that is changed; without it a new lead is written. */
  readonly record?: OpenRecord;
  /** Where such a recorder's leads come from. */
  readonly source?: Source | undefined;
  readonly submit: string;
  readonly onCancel: () => void;
  readonly onWritten: (lead: Lead, values: FormData) => Promise<void>;
}

function leadIn(values: FormData): Lead {
  const orNull = (name: string) => textOf(values, name) || null;
  return {
    code: textOf(values, 'code') as Lead['code'],
    occurredOn: textOf(values, 'occurredOn'),
    source: textOf(values, 'source') as Source,
    summary: textOf(values, 'summary'),
    documentNo: orNull('documentNo'),
    factId: orNull('factId'),
    complainant: orNull('complainant'),
  };
}

/** Who, which of the 45 behaviours, when, where from, and what happened: five fields; the rest may stay empty. */
export function LeadForm({ record, source: usual, ...given }: Given) {
  const words = say(leadWords);
  const said = record?.inaction;
  const [source, from] = useState<Source | ''>(said?.facts.source ?? usual ?? '');
  const needed = {
    ...(!record && { staffNo: words.person }),
    ...{ code: words.behaviour, occurredOn: words.occurredOn, source: words.source, summary: words.summary },
  };
  return (
    <Form
      submit={given.submit}
      check={(values) => unfilled(values, needed)}
      onCancel={given.onCancel}
      onSubmit={(values) => given.onWritten(leadIn(values), values)}
    >
      {!record && (
        <Field name="staffNo" label={words.person} hint={words.personHint}>
          {(input) => <PersonChoice input={input} change={say(personChoiceWords).changePerson} />}
        </Field>
      )}
      <BehaviourField chosen={said?.code} />
      <Field name="occurredOn" label={words.occurredOn}>
        {(input) => (
          <input
            type="date"
            {...input}
            max={instant(Date.now()).slice(0, 10)}
            defaultValue={said?.occurredOn}
          />
        )}
      </Field>
      <Field name="source" label={words.source}>
        {(input) => (
          <select
            {...input}
            value={source}
            onChange={(event) => from(event.currentTarget.value as Source | '')}
          >
            <option value="">{words.choose}</option>
            {(Object.keys(SOURCES) as Source[]).map((each) => (
              <option key={each} value={each}>
                {labelOf(SOURCES[each])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="summary" label={words.summary} hint={words.summaryHint}>
        {(input) => <textarea {...input} maxLength={2000} defaultValue={said?.facts.summary} />}
      </Field>
      <More facts={said?.facts ?? null} isComplaint={source === 'complaint'} mayHandIn={!record} />
    </Form>
  );
}

function More(given: { facts: Facts | null; isComplaint: boolean; mayHandIn: boolean }) {
  const words = say(leadWords);
  const { facts, isComplaint } = given;
  const isSaid = facts?.documentNo != null || facts?.factId != null;
  return (
    <>
      {isComplaint && (
        <Field
          name="complainant"
          label={words.complainant}
          hint={facts === null ? words.complainantHint : words.complainantKept}
        >
          {(input) => (
            <input {...input} maxLength={200} autoComplete="off" defaultValue={facts?.complainant ?? ''} />
          )}
        </Field>
      )}
      <details open={isSaid} class="more">
        <summary>{words.more}</summary>
        <Field name="documentNo" label={words.documentNo}>
          {(input) => <input {...input} maxLength={60} defaultValue={facts?.documentNo ?? ''} />}
        </Field>
        <Field name="factId" label={words.factId} hint={words.factHint}>
          {(input) => <input {...input} maxLength={60} defaultValue={facts?.factId ?? ''} />}
        </Field>
        {given.mayHandIn && <EvidenceField />}
      </details>
    </>
  );
}
