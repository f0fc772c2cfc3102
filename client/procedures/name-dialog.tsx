import { PersonChoice } from '../roster/person-choice.tsx';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { labelOf, say } from '../words/language.ts';
import { personChoiceWords } from '../words/person-choice.ts';
import { dialogWords } from './dialog-words.ts';
import { assign, type FileShown, type Need } from './file.api.ts';
import { dutyName } from './duty-name.ts';
import { nameOf } from './person-name.ts';

interface Naming {
  readonly file: FileShown;
  readonly need: Need;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Who is fit for the step is known; members of a panel are found in the roster. */
export function NameDialog({ file, need, onClose, onDone }: Naming) {
  const words = dialogWords();
  const isPanel = need.principals.includes('panel');
  const title = words.nameFor(labelOf(need.label));
  if (!isPanel && need.candidates.length === 0)
    return (
      <Dialog title={title} onClose={onClose}>
        <p class="notice warn">{words.noCandidate}</p>
      </Dialog>
    );
  return (
    <Dialog title={title} intro={isPanel ? words.panelIntro : words.nameForIntro} onClose={onClose}>
      <Form
        submit={words.assign}
        check={(values) => unfilled(values, { staffNo: words.officer, reason: words.reason })}
        onCancel={onClose}
        onSubmit={async (values) => {
          const [staffNo = '', principal = 'panel'] = textOf(values, 'staffNo').split(' ');
          await assign(file.id, {
            ...{ staffNo, reason: textOf(values, 'reason') },
            principal: principal as Parameters<typeof assign>[1]['principal'],
          });
          announce(words.assigned);
          onDone();
        }}
      >
        <Field name="staffNo" label={words.officer}>
          {(input) =>
            isPanel ? (
              <PersonChoice input={input} change={say(personChoiceWords).changePerson} />
            ) : (
              <select {...input}>
                {need.candidates.map(({ principal, ...person }) => (
                  <option key={person.staffNo + principal} value={`${person.staffNo} ${principal}`}>
                    {`${nameOf(person)} ${person.staffNo} · ${dutyName(principal)}`}
                  </option>
                ))}
              </select>
            )
          }
        </Field>
        <Field name="reason" label={words.reason}>
          {(input) => <input {...input} maxLength={500} defaultValue={words.assignReason} />}
        </Field>
      </Form>
    </Dialog>
  );
}
