import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { labelOf } from '../words/language.ts';
import { dialogWords } from './dialog-words.ts';
import { decide, type FileShown, type Pending } from './file.api.ts';

interface Deciding {
  readonly file: FileShown;
  readonly pending: Pending;
  readonly decision: 'sign' | 'refuse';
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function DecisionDialog({ file, pending, decision, onClose, onDone }: Deciding) {
  const words = dialogWords();
  const isPaper = pending.kind === 'paper';
  const isRefusal = decision === 'refuse';
  const title = isRefusal ? words.refuse : isPaper ? words.compare : words.countersign;
  const intro = isRefusal ? words.refuseIntro : isPaper ? words.compareIntro : words.countersignIntro;
  return (
    <Dialog title={title} intro={intro} onClose={onClose}>
      <Form
        submit={title}
        check={(values) => (isRefusal ? unfilled(values, { reason: words.refuseReason }) : [])}
        onCancel={onClose}
        onSubmit={async (values) => {
          const reason = textOf(values, 'reason');
          const { id, version } = pending;
          await decide(file.id, id, { version, decision, ...(reason !== '' && { reason }) });
          announce(words.decided);
          onDone();
        }}
      >
        <p>
          {labelOf(pending.label)}：{pending.reason}
        </p>
        {isRefusal && (
          <Field name="reason" label={words.refuseReason}>
            {(input) => <textarea {...input} maxLength={500} />}
          </Field>
        )}
      </Form>
    </Dialog>
  );
}
