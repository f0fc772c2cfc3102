import type { Sent } from '../api.ts';
import type { AssignMany } from '../../server/procedures/procedures.contract.ts';
import { dutyName } from '../procedures/duty-name.ts';
import { PersonChoice } from '../roster/person-choice.tsx';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { conductWords } from '../words/conduct.ts';
import { say } from '../words/language.ts';
import { deedWords } from '../words/procedure-deeds.ts';
import { shellWords } from '../words/shell.ts';
import { personChoiceWords } from '../words/person-choice.ts';
import { acceptMany, assignMany, type Moved, notifyMany, type RecordLine } from './conduct.api.ts';

interface Given {
  readonly files: readonly RecordLine[];
  readonly onClose: () => void;
}
type Moving = Given & { readonly onDone: (moved: Moved) => void };
type Duty = Sent<typeof AssignMany>['principal'];
/** Those a record of inaction needs by name. */
const DUTIES: readonly Duty[] = ['hr', 'hr_head', 'inspector', 'supervisor', 'appeal_body'];

/** What most of them need next. */
const USUAL: Readonly<Record<string, Duty>> = {
  ...{ answered: 'hr_head', answered2: 'hr_head', past_answered: 'hr_head', under_review: 'hr_head' },
  appealed: 'appeal_body',
};
const usualFor = (files: readonly RecordLine[]): Duty => USUAL[files[0]?.state ?? ''] ?? 'hr';

const idsOf = (files: readonly RecordLine[]): string[] => files.map(({ id }) => id);

export function NameDialog({ files, onClose, onDone }: Given & { onDone: () => void }) {
  const words = say(conductWords);
  return (
    <Dialog title={words.name(files.length)} intro={words.nameIntro(files.length)} onClose={onClose}>
      <Form
        submit={words.name(files.length)}
        check={(values) => unfilled(values, { staffNo: words.officer, reason: words.reason })}
        onCancel={onClose}
        onSubmit={async (values) => {
          await assignMany({
            fileIds: idsOf(files),
            staffNo: textOf(values, 'staffNo'),
            principal: textOf(values, 'principal') as Duty,
            reason: textOf(values, 'reason'),
          });
          announce(words.named(files.length));
          onDone();
        }}
      >
        <Field name="staffNo" label={words.officer}>
          {(input) => <PersonChoice input={input} change={say(personChoiceWords).changePerson} />}
        </Field>
        <Field name="principal" label={words.duty}>
          {(input) => (
            <select {...input}>
              {DUTIES.map((duty) => (
                <option key={duty} value={duty} selected={duty === usualFor(files)}>
                  {dutyName(duty)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="reason" label={words.reason}>
          {(input) => <input {...input} maxLength={500} defaultValue={say(deedWords).assignReason} />}
        </Field>
      </Form>
    </Dialog>
  );
}

export function NotifyDialog({ files, onClose, onDone }: Moving) {
  const words = say(conductWords);
  return (
    <Dialog title={words.notify(files.length)} intro={words.notifyIntro(files.length)} onClose={onClose}>
      <Form
        submit={words.notifyDeed}
        onCancel={onClose}
        onSubmit={async () => {
          const moved = await notifyMany(idsOf(files));
          announce(words.done(moved.done.length, moved.refused.length));
          onDone(moved);
        }}
      >
        <People files={files} />
      </Form>
    </Dialog>
  );
}

export function AcceptDialog({ files, onClose, onDone }: Moving) {
  const words = say(conductWords);
  return (
    <Dialog title={words.accept(files.length)} intro={words.acceptIntro(files.length)} onClose={onClose}>
      <Form
        submit={words.acceptDeed}
        check={(values) => unfilled(values, { reason: words.reason })}
        onCancel={onClose}
        onSubmit={async (values) => {
          const moved = await acceptMany(idsOf(files), textOf(values, 'reason'));
          announce(words.done(moved.done.length, moved.refused.length));
          onDone(moved);
        }}
      >
        <People files={files} />
        <Field name="reason" label={words.reason} hint={say(deedWords).reasonHint}>
          {(input) => <textarea {...input} maxLength={500} />}
        </Field>
      </Form>
    </Dialog>
  );
}

const People = ({ files }: { files: readonly RecordLine[] }) => (
  <p>{files.map(({ personName }) => personName).join(say(shellWords).and)}</p>
);
