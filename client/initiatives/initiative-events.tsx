import { INITIATIVE_ROLES, initiativeRoles, LEVELS, levels } from '../../scoring/index.ts';
import type { EventForm } from '../procedures/event-form.ts';
import { Field, textOf } from '../ui/form.tsx';
import { initiativeFileWords } from '../words/initiative-file.ts';
import { initiativeWords } from '../words/initiatives.ts';
import { labelOf, say } from '../words/language.ts';

/** One long text that an event carries. */
const text = (name: string, label: string, hint: string): EventForm => ({
  labels: { [`data/${name}`]: label },
  fields: () => (
    <Field name={`data/${name}`} label={label} hint={hint}>
      {(input) => <textarea {...input} maxLength={4000} />}
    </Field>
  ),
  data: (values) => ({ [name]: textOf(values, `data/${name}`) }),
});

function VerifyFields() {
  const words = say(initiativeFileWords);
  const found = [
    { name: 'level', label: words.levelFound, why: words.levelReason, options: LEVELS, of: levels },
    {
      ...{ name: 'role', label: words.roleFound, why: words.roleReason },
      ...{ options: INITIATIVE_ROLES, of: initiativeRoles },
    },
  ] as const;
  return (
    <>
      {found.map(({ name, label, why, options, of }) => (
        <>
          <Field name={`data/${name}`} label={label}>
            {(input) => (
              <select {...input}>
                <option value="">{words.asFiled}</option>
                {options.map((option) => (
                  <option key={option} value={option}>
                    {labelOf((of as Record<string, { zh: string; en: string }>)[option]!)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name={`data/${name}Reason`} label={why} hint={words.reasonIfOther}>
            {(input) => <input {...input} maxLength={500} />}
          </Field>
        </>
      ))}
    </>
  );
}

const VERIFIED = ['level', 'levelReason', 'role', 'roleReason'] as const;

/** What each step of a record asks for, and what follows from it. */
export function initiativeForms(): Readonly<Record<string, EventForm>> {
  const words = say(initiativeFileWords);
  const shared = say(initiativeWords);
  return {
    submit: { intro: words.submitIntro },
    withdraw: { intro: words.withdrawIntro, isDanger: true },
    verify: {
      intro: words.verifyIntro,
      fields: () => <VerifyFields />,
      data: (values) =>
        Object.fromEntries(
          VERIFIED.map((name) => [name, textOf(values, `data/${name}`)]).filter(([, said]) => said !== ''),
        ),
    },
    return: { intro: words.returnIntro },
    reject: { intro: words.rejectIntro, isDanger: true },
    publicise: { intro: words.publiciseIntro },
    object: { intro: shared.objectIntro, ...text('grounds', shared.grounds, shared.groundsHint) },
    challenge: { intro: words.challengeIntro },
    respond: { intro: words.respondIntro, ...text('statement', words.statement, words.statementHint) },
    keep: { intro: words.keepIntro },
    revoke: { intro: words.revokeIntro, isDanger: true },
    appeal: { intro: words.appealIntro, ...text('grounds', words.appealGrounds, words.appealHint) },
  };
}
