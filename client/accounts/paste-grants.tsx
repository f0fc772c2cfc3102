import { useId, useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { type UnitList, UNITS, type UnitView } from '../roster/roster.api.ts';
import { asTyped } from '../sign-in/as-typed.ts';
import { useAsked } from '../ui/asked.ts';
import { Field, Form } from '../ui/form.tsx';
import { pasteWords } from '../words/grant-paste.ts';
import { say } from '../words/language.ts';
import { GRANTABLE, namesOfRole } from '../words/roles.ts';
import type { ProposedLine } from './add-people.tsx';
import { grantsPasted, type Known, type PastedLine } from './grant-paste.ts';

const MOST_SHOWN = 20;

/** Many people with roles of their own, from a sheet. */
export function PasteGrants({ onAdd }: { onAdd: (lines: readonly ProposedLine[]) => void }) {
  const words = say(pasteWords);
  const units = useAsked<UnitList>(UNITS).value?.items ?? [];
  const [text, setText] = useState('');
  const fileId = useId();
  const known = knownWith(units);
  const { lines, faults } = grantsPasted(text, known);
  const told = faults
    .slice(0, MOST_SHOWN)
    .map(({ line, fault, value }) => words.inLine(line, words[fault], value));
  return (
    <details class="paste-grants">
      <summary>{words.title}</summary>
      <Form
        submit={words.add}
        check={(values) => {
          if (asTyped(values, 'lines').trim() === '') return [{ pointer: '/lines', detail: words.none }];
          return faults.length > 0 ? [{ pointer: '/lines', detail: words.mend }] : [];
        }}
        onSubmit={async () => {
          onAdd(lines.map((line) => proposedFrom(line, units)));
          setText('');
        }}
      >
        <Field name="lines" label={words.lines} hint={words.hint}>
          {(input) => (
            <textarea
              {...input}
              value={text}
              rows={6}
              spellcheck={false}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <p>
          <label for={fileId}>{words.file}</label>{' '}
          <input
            id={fileId}
            type="file"
            accept=".csv,.txt,text/plain,text/csv"
            onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setText)}
          />
        </p>
        <p class="note" role="status">
          {words.understood(lines.length)}
          {faults.length > 0 && ` · ${words.faulty(faults.length)}`}
        </p>
        {told.length > 0 && (
          <ul class="field-error">
            {told.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
      </Form>
    </details>
  );
}

const knownWith = (units: readonly UnitView[]): Known => ({
  roleOf: (text) => GRANTABLE.find((role) => namesOfRole(role).includes(text.toLowerCase())) ?? null,
  hasUnit: (code) => units.some((unit) => unit.code === code),
  today: instant(Date.now()).slice(0, 10),
});

function proposedFrom(
  { unitCode, role, untilOn, ...line }: PastedLine,
  units: readonly UnitView[],
): ProposedLine {
  const unit = units.find(({ code }) => code === unitCode);
  return {
    ...line,
    role: GRANTABLE.find((one) => one === role) ?? GRANTABLE[0],
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? null,
    untilOn: untilOn === '' ? null : untilOn,
  };
}
