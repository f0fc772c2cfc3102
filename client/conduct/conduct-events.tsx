import type { EventForm } from '../procedures/event-form.ts';
import type { FileShown } from '../procedures/file.api.ts';
import { go } from '../router.ts';
import { Field, textOf } from '../ui/form.tsx';
import { stepWords } from '../words/conduct-steps.ts';
import { say } from '../words/language.ts';
import type { InactionRecord, OpenRecord } from './conduct.api.ts';
import { useParameters } from './parameters.ts';
import { faultsOfVerified, neededToVerify, pastIn, verifiedIn } from './verified-in.ts';
import { PastFields, VerifyFields } from './verify-fields.tsx';

/** Why it is wrong and what is asked for: checked once more before others see it. */
function asking(intro: string): EventForm {
  const words = say(stepWords);
  const wanted = { revoke: words.revoke, lighten: words.lighten };
  const wantedIn = (values: FormData) => textOf(values, 'data/wanted') as keyof typeof wanted;
  return {
    intro,
    takesEvidence: true,
    labels: { 'data/grounds': words.grounds },
    fields: () => (
      <>
        <Field name="data/grounds" label={words.grounds} hint={words.groundsHint}>
          {(input) => <textarea {...input} maxLength={4000} />}
        </Field>
        <Field name="data/wanted" label={words.wanted}>
          {(input) => (
            <select {...input}>
              {Object.entries(wanted).map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </>
    ),
    data: (values) => ({ grounds: textOf(values, 'data/grounds'), wanted: wantedIn(values) }),
    told: (values) => [
      [words.grounds, textOf(values, 'data/grounds')],
      [words.wanted, wanted[wantedIn(values)]],
    ],
  };
}

/** The application that was opened in the same act. */
function toExemption(moved: FileShown): void {
  const opened = (moved as InactionRecord).inaction?.facts.exemption;
  if (opened) go(`/exemptions/${opened.id}`);
}

function NotifyIntro() {
  return <>{say(stepWords).notify(useParameters().number('limit.reply'))}</>;
}

/** What each step of a record asks for, and what follows from it. */
export function conductForms({ inaction }: OpenRecord): Readonly<Record<string, EventForm>> {
  const words = say(stepWords);
  return {
    submit: { intro: words.submit },
    withdraw: { intro: words.withdraw, isDanger: true },
    import_past: {
      intro: words.importPast,
      labels: { 'data/severity': words.severity, 'data/responsibility': words.responsibility },
      fields: () => <PastFields code={inaction.code} />,
      data: pastIn(inaction.code),
    },
    verify: {
      intro: words.verify,
      labels: neededToVerify(),
      faults: faultsOfVerified(inaction.code),
      fields: () => <VerifyFields code={inaction.code} />,
      data: verifiedIn(inaction.code),
    },
    reject: { intro: words.reject },
    notify: { intro: <NotifyIntro /> },
    extend: { intro: words.extend },
    respond: {
      intro: words.respond,
      takesEvidence: true,
      labels: { 'data/statement': words.statement },
      fields: () => (
        <Field name="data/statement" label={words.statement} hint={words.statementHint}>
          {(input) => <textarea {...input} maxLength={4000} />}
        </Field>
      ),
      data: (values) => ({ statement: textOf(values, 'data/statement') }),
    },
    claim_exemption: { intro: words.claim, onMoved: toExemption },
    confirm: { intro: words.confirm },
    dismiss: { intro: words.dismiss },
    return: { intro: words.return },
    request_review: asking(words.review),
    appeal: asking(words.appeal),
    keep: { intro: words.keep },
    revoke: { intro: words.revokeIntro },
    withdraw_appeal: { intro: words.withdrawAppeal, isDanger: true },
    accept_past: { intro: words.acceptPast },
    reject_past: { intro: words.rejectPast },
    refer: { intro: words.refer },
  };
}
