import { useState } from 'preact/hooks';
import { countTodo } from '../todo-count.ts';
import { useAsked } from '../ui/asked.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';
import { slipWords } from '../words/slips.ts';
import { FIRST_HEAD, type FirstHead, grantFirstHead, type Slips } from './accounts.api.ts';
import { SlipSheet } from './slip-sheet.tsx';

interface Granted {
  readonly staffNo: string;
  readonly slips: Slips['slips'];
}

/** The one grant without a proposal; gone once it has been used. */
export function FirstHeadSection() {
  const words = say(accountWords);
  const { value } = useAsked<FirstHead>(FIRST_HEAD);
  const [granted, setGranted] = useState<Granted | null>(null);
  if (granted !== null) return <Done granted={granted} />;
  if (value?.isOpen !== true) return null;
  return (
    <section class="card first-head">
      <h2>{words.firstHead}</h2>
      <p class="lead">{words.firstHeadIntro}</p>
      <Form
        submit={words.firstHeadDeed}
        check={(values) => unfilled(values, { staffNo: words.staffNo, reason: words.reason })}
        onSubmit={async (values) => {
          const staffNo = textOf(values, 'staffNo');
          const { slips } = await grantFirstHead({ staffNo, reason: textOf(values, 'reason') });
          setGranted({ staffNo, slips });
          void countTodo();
        }}
      >
        <Field name="staffNo" label={words.staffNo}>
          {(input) => <input {...input} autocomplete="off" spellcheck={false} />}
        </Field>
        <Field name="reason" label={words.reason}>
          {(input) => <textarea {...input} />}
        </Field>
      </Form>
    </section>
  );
}

function Done({ granted: { staffNo, slips } }: { granted: Granted }) {
  const words = say(accountWords);
  return (
    <section class="first-head-done">
      <div class="notice info" role="status">
        <span>
          <b>{words.firstHeadDone(staffNo)}</b>{' '}
          {slips.length > 0 ? words.firstHeadSlip : words.firstHeadActive}
        </span>
        {slips.length > 0 && (
          <span class="actions">
            <button type="button" class="primary" onClick={() => print()}>
              {say(slipWords).printSlips}
            </button>
          </span>
        )}
      </div>
      <SlipSheet slips={slips} />
    </section>
  );
}
