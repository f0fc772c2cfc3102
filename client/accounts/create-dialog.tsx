import { useState } from 'preact/hooks';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { countTodo } from '../todo-count.ts';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';
import { type AccountsCreated, createAccounts } from './accounts.api.ts';
import { pastedIn, pastedProblems, StaffNumbersField } from './staff-numbers-field.tsx';

const MOST = 2000;

/** Makes accounts of pasted staff numbers. */
export function CreateDialog(given: { onCreated: (made: AccountsCreated) => void; onClose: () => void }) {
  const words = say(accountWords);
  const [text, setText] = useState('');
  return (
    <Dialog title={words.create} intro={words.createIntro} onClose={given.onClose}>
      <Form
        submit={words.createDeed}
        check={(values) => pastedProblems(values, 'staffNos', MOST)}
        onSubmit={async (values) => {
          given.onCreated(await createAccounts({ staffNos: [...pastedIn(values, 'staffNos')] }));
          void countTodo();
        }}
        onCancel={given.onClose}
      >
        <StaffNumbersField name="staffNos" text={text} onText={setText} />
      </Form>
    </Dialog>
  );
}
