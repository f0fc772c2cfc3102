import type { Sent } from '../api.ts';
import type { Assign } from '../../server/procedures/procedures.contract.ts';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { dialogWords } from './dialog-words.ts';
import { assign, type Assignment, endAssignment } from './file.api.ts';
import { dutyName } from './duty-name.ts';
import { nameOf } from './person-name.ts';

type Duty = Sent<typeof Assign>['principal'];
const DUTIES: readonly Duty[] = [
  ...(['hr', 'hr_head', 'inspector', 'supervisor'] as const),
  ...(['leader', 'panel', 'board', 'appeal_body'] as const),
];

interface Given {
  readonly fileId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Names somebody in a file, or in the place of somebody else. */
export function AssignDialog({ fileId, replaced, onClose, onDone }: Given & { replaced: Assignment | null }) {
  const words = dialogWords();
  return (
    <Dialog
      title={replaced === null ? words.assign : words.replaceTitle(nameOf(replaced.person))}
      intro={replaced === null ? words.assignIntro : words.replaceIntro}
      onClose={onClose}
    >
      <Form
        submit={replaced === null ? words.assign : words.replace}
        check={(values) => unfilled(values, { staffNo: words.staffNo, reason: words.reason })}
        onCancel={onClose}
        onSubmit={async (values) => {
          await assign(fileId, {
            staffNo: textOf(values, 'staffNo'),
            principal: (replaced?.principal ?? textOf(values, 'principal')) as Duty,
            reason: textOf(values, 'reason'),
            ...(replaced !== null && { replaces: replaced.id }),
          });
          announce(replaced === null ? words.assigned : words.replaced);
          onDone();
        }}
      >
        <Field name="staffNo" label={words.staffNo}>
          {(input) => <input {...input} maxLength={40} autoComplete="off" />}
        </Field>
        {replaced === null && (
          <Field name="principal" label={words.duty}>
            {(input) => (
              <select {...input}>
                {DUTIES.map((duty) => (
                  <option key={duty} value={duty}>
                    {dutyName(duty)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field name="reason" label={words.reason}>
          {(input) => <textarea {...input} maxLength={500} />}
        </Field>
      </Form>
    </Dialog>
  );
}

export function EndDialog({ fileId, assignment, onClose, onDone }: Given & { assignment: Assignment }) {
  const words = dialogWords();
  return (
    <Dialog title={words.endTitle(nameOf(assignment.person))} intro={words.endIntro} onClose={onClose}>
      <Form
        submit={words.end}
        check={(values) => unfilled(values, { reason: words.reason })}
        onCancel={onClose}
        onSubmit={async (values) => {
          await endAssignment(fileId, assignment.id, textOf(values, 'reason'));
          announce(words.endedDone);
          onDone();
        }}
      >
        <Field name="reason" label={words.reason}>
          {(input) => <textarea {...input} maxLength={500} />}
        </Field>
      </Form>
    </Dialog>
  );
}
