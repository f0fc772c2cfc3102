import { AREAS, areas, initiativeRoles, levels, QUALITIES, qualities } from '../../scoring/index.ts';
import { instant } from '../numbers.ts';
import { PersonChoice } from '../roster/person-choice.tsx';
import { session } from '../session.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { initiativeFormWords } from '../words/initiative-form.ts';
import { initiativeWords } from '../words/initiatives.ts';
import { labelOf, say } from '../words/language.ts';
import type { Deed, Initiative } from './initiatives.api.ts';

interface Given {
  /** What is changed; without it a new record is written. */
  readonly initiative?: Initiative;
  /** Files for others beside himself: the form asks for whom. */
  readonly isForOthers?: boolean;
  readonly submit: string;
  readonly onWritten: (deed: Deed, staffNo: string | null) => Promise<void>;
  readonly onCancel?: () => void;
}

/** Area and quality are one choice of eighteen: `2 explore`. */
const kindOf = (area: number, quality: string): string => `${area} ${quality}`;

function deedIn(values: FormData): Deed {
  const [area = '', quality = ''] = textOf(values, 'area').split(' ');
  const orNull = (name: string) => textOf(values, name) || null;
  return {
    area: Number(area) as Deed['area'],
    quality: quality as Deed['quality'],
    occurredOn: textOf(values, 'occurredOn'),
    level: textOf(values, 'level') as Deed['level'],
    role: textOf(values, 'role') as Deed['role'],
    summary: textOf(values, 'summary'),
    documentNo: orNull('documentNo'),
    factId: orNull('factId'),
  };
}

/** What a record says: who, which of six areas and three qualities, when, at which level, in which part, and what. */
export function InitiativeForm({ initiative, isForOthers = false, ...given }: Given) {
  const words = say(initiativeFormWords);
  const shared = say(initiativeWords);
  const said = initiative?.initiative;
  const mustChoose = isForOthers && typeof session.value?.cadreId !== 'string';
  const labels = {
    ...(mustChoose && { staffNo: words.who }),
    occurredOn: shared.occurredOn,
    summary: shared.summary,
  };
  return (
    <Form
      submit={given.submit}
      check={(values) => unfilled(values, labels)}
      {...(given.onCancel && { onCancel: given.onCancel })}
      onSubmit={(values) => given.onWritten(deedIn(values), textOf(values, 'staffNo') || null)}
    >
      {isForOthers && (
        <Field name="staffNo" label={words.who} hint={mustChoose ? words.whoHintOther : words.whoHint}>
          {(input) => <PersonChoice input={input} change={words.change} />}
        </Field>
      )}
      <KindField said={said} />
      <Field name="occurredOn" label={shared.occurredOn}>
        {(input) => (
          <input
            type="date"
            {...input}
            max={instant(Date.now()).slice(0, 10)}
            defaultValue={said?.occurredOn}
          />
        )}
      </Field>
      <Choice name="level" label={words.levelOnly} hint={words.levelHint} of={levels} chosen={said?.level} />
      <Choice name="role" label={words.role} of={initiativeRoles} chosen={said?.role} />
      <Field name="summary" label={shared.summary} hint={words.summaryHint}>
        {(input) => <textarea {...input} maxLength={2000} defaultValue={said?.summary} />}
      </Field>
      <Optional facts={said?.facts ?? null} />
    </Form>
  );
}

type Said = Initiative['initiative'];

/** One choice of eighteen: the six areas, each with the three qualities. */
function KindField({ said }: { said: Said | undefined }) {
  const words = say(initiativeFormWords);
  const shared = say(initiativeWords);
  return (
    <Field name="area" label={shared.kind} hint={words.kindHint}>
      {(input) => (
        <select {...input}>
          {AREAS.map((area) => (
            <optgroup key={area} label={`${areas[area].clause} ${labelOf(areas[area])}`}>
              {QUALITIES.map((quality) => (
                <option
                  key={quality}
                  value={kindOf(area, quality)}
                  selected={said?.area === area && said.quality === quality}
                >
                  {`${labelOf(qualities[quality])} · ${labelOf(areas[area])}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of a closed list. */
function Choice(given: {
  name: string;
  label: string;
  hint?: string;
  of: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  chosen: string | undefined;
}) {
  return (
    <Field name={given.name} label={given.label} hint={given.hint}>
      {(input) => (
        <select {...input}>
          {Object.entries(given.of).map(([code, label]) => (
            <option key={code} value={code} selected={given.chosen === code}>
              {labelOf(label)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Optional({ facts }: { facts: Said['facts'] }) {
  const words = say(initiativeFormWords);
  const shared = say(initiativeWords);
  const isSaid = facts?.documentNo != null || facts?.factId != null;
  return (
    <details open={isSaid}>
      <summary>{words.optional}</summary>
      <Field name="documentNo" label={shared.documentNo}>
        {(input) => <input {...input} maxLength={60} defaultValue={facts?.documentNo ?? ''} />}
      </Field>
      <Field name="factId" label={shared.factId} hint={words.factHint}>
        {(input) => <input {...input} maxLength={60} defaultValue={facts?.factId ?? ''} />}
      </Field>
    </details>
  );
}
