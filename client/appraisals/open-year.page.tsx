import { useState } from 'preact/hooks';
import type { FieldProblem } from '../problem.ts';
import { go } from '../router.ts';
import { announceThere } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Field, Form, textOf } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { openYearWords } from '../words/open-year.ts';
import { say } from '../words/language.ts';
import { openYear, YEARS, type Years, type YearToOpen } from './appraisals.api.ts';

/** Three fields, a page to check them on, and the year is open. */
export default function OpenYearPage() {
  const words = say(openYearWords);
  const shared = say(appraisalWords);
  const years = useAsked<Years>(YEARS);
  return (
    <Page title={shared.openYear} lead={words.openYearLead}>
      <Answer of={years}>{({ items }) => <OpenYear proposal={proposalAfter(items)} />}</Answer>
    </Page>
  );
}

/** What follows from the last year: the next one, its last day, the same names of grades. */
function proposalAfter(years: Years['items']): YearToOpen {
  const last = [...years].sort((a, b) => b.year - a.year)[0];
  const year = last ? last.year + 1 : new Date().getFullYear();
  return { year, asOf: `${year}-12-31`, vocabulary: last?.vocabulary ?? 'publicInstitution' };
}

function OpenYear({ proposal }: { proposal: YearToOpen }) {
  const [given, setGiven] = useState(proposal);
  const [isChecking, setChecking] = useState(false);
  if (isChecking) return <Check given={given} onChange={() => setChecking(false)} />;
  return (
    <Fields
      given={given}
      onGiven={(year) => {
        setGiven(year);
        setChecking(true);
      }}
    />
  );
}

const readYear = (values: FormData): YearToOpen => ({
  year: Number(textOf(values, 'year')),
  asOf: textOf(values, 'asOf'),
  vocabulary: textOf(values, 'vocabulary') === 'civilServant' ? 'civilServant' : 'publicInstitution',
});

function Fields({ given, onGiven }: { given: YearToOpen; onGiven: (year: YearToOpen) => void }) {
  const words = say(openYearWords);
  function check(values: FormData): FieldProblem[] {
    const { year, asOf } = readYear(values);
    const problems: FieldProblem[] = [];
    if (!Number.isInteger(year) || year < 2018 || year > 2100)
      problems.push({ pointer: '/year', detail: words.yearInvalid });
    if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) problems.push({ pointer: '/asOf', detail: words.dayInvalid });
    return problems;
  }
  return (
    <div class="narrow">
      <Form submit={words.openCheck} check={check} onSubmit={async (values) => onGiven(readYear(values))}>
        <Field name="year" label={words.yearField} hint={words.yearHint}>
          {(input) => <input {...input} inputMode="numeric" defaultValue={String(given.year)} />}
        </Field>
        <Field name="asOf" label={words.asOfField} hint={words.asOfHint}>
          {(input) => <input {...input} inputMode="numeric" defaultValue={given.asOf} />}
        </Field>
        <Field name="vocabulary" label={words.vocabularyField}>
          {(input) => (
            <select {...input} defaultValue={given.vocabulary}>
              <option value="publicInstitution">{words.publicInstitution}</option>
              <option value="civilServant">{words.civilServant}</option>
            </select>
          )}
        </Field>
      </Form>
    </div>
  );
}

function Check({ given, onChange }: { given: YearToOpen; onChange: () => void }) {
  const words = say(openYearWords);
  const rows = [
    [words.yearField, given.year],
    [words.asOfField, given.asOf],
    [words.vocabularyField, words[given.vocabulary]],
  ] as const;
  return (
    <section class="narrow">
      <h2>{words.openCheckTitle}</h2>
      <dl class="check">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="notice info">{words.openConsequence}</p>
      <Form
        submit={words.openSubmit(String(given.year))}
        cancel={words.openChange}
        onCancel={onChange}
        onSubmit={async () => {
          const { year } = await openYear(given);
          announceThere(words.opened(year));
          go(`/years/${year}`);
        }}
      >
        {null}
      </Form>
    </section>
  );
}
