import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { branchesOf } from '../roster/unit-branches.ts';
import { type UnitList, UNITS, type UnitView } from '../roster/roster.api.ts';
import { useAsked } from '../ui/asked.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';
import { GRANTABLE, roleName } from '../words/roles.ts';
import type { ProposedGrants } from './accounts.api.ts';
import { PeopleFinder } from './people-finder.tsx';
import { pastedIn, pastedProblems, StaffNumbersField } from './staff-numbers-field.tsx';

/** A line to be proposed, with the unit's name to show. */
export type ProposedLine = ProposedGrants['lines'][number] & { readonly unitName: string | null };

const MOST = 1000;

/** Many people, one role, one unit, the same dates. */
export function AddPeople({ onAdd }: { onAdd: (lines: readonly ProposedLine[]) => void }) {
  const words = say(accountWords);
  const units = useAsked<UnitList>(UNITS).value?.items ?? [];
  const [text, setText] = useState('');
  const [round, setRound] = useState(0);
  return (
    <>
      <PeopleFinder onPick={(staffNo) => setText((before) => `${before} ${staffNo}`.trim())} />
      <Form
        key={round}
        submit={words.addDeed}
        check={(values) => [
          ...pastedProblems(values, 'staffNos', MOST),
          ...unfilled(values, { fromOn: words.fromOn }),
        ]}
        onSubmit={async (values) => {
          onAdd(linesOf(values, units));
          setText('');
          setRound(round + 1);
        }}
      >
        <StaffNumbersField name="staffNos" text={text} onText={setText} />
        <div class="field-pair">
          <Field name="role" label={words.role}>
            {(input) => (
              <select {...input}>
                {GRANTABLE.map((role) => (
                  <option key={role} value={role}>
                    {roleName(role)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="unitId" label={words.unit}>
            {(input) => (
              <select {...input}>
                <option value="">{words.wholeSchool}</option>
                {branchesOf(units).map(({ unit, depth }) => (
                  <option key={unit.id} value={unit.id}>
                    {'\u3000'.repeat(depth) + unit.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="fromOn" label={words.fromOn}>
            {(input) => <input {...input} type="date" defaultValue={instant(Date.now()).slice(0, 10)} />}
          </Field>
          <Field name="untilOn" label={words.untilOn}>
            {(input) => <input {...input} type="date" />}
          </Field>
        </div>
      </Form>
    </>
  );
}

function linesOf(values: FormData, units: readonly UnitView[]): readonly ProposedLine[] {
  const unit = units.find(({ id }) => id === textOf(values, 'unitId'));
  const grant = {
    role: GRANTABLE.find((role) => role === textOf(values, 'role')) ?? GRANTABLE[0],
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? null,
    fromOn: textOf(values, 'fromOn'),
    untilOn: textOf(values, 'untilOn') || null,
  };
  return pastedIn(values, 'staffNos').map((staffNo) => ({ staffNo, ...grant }));
}
