import { instant } from '../numbers.ts';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { labelOf } from '../words/language.ts';
import { dialogWords } from './dialog-words.ts';
import { type FileShown, type Notice, recordPaper, signFor } from './file.api.ts';

interface Asked {
  readonly file: FileShown;
  readonly notice: Notice;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function SignDialog({ file, notice, onClose, onDone }: Asked) {
  const words = dialogWords();
  return (
    <Dialog title={words.signTitle} intro={words.signIntro} onClose={onClose}>
      <Form
        submit={words.sign}
        onCancel={onClose}
        onSubmit={async () => {
          await signFor(file.id, notice);
          announce(words.signed);
          onDone();
        }}
      >
        <p>{words.notice(labelOf(notice.label))}</p>
      </Form>
    </Dialog>
  );
}

export function RecordDialog({ file, notice, onClose, onDone }: Asked) {
  const words = dialogWords();
  const first = instant(notice.createdAt).slice(0, 10);
  const today = instant(Date.now()).slice(0, 10);
  return (
    <Dialog title={words.record} intro={words.recordIntro} onClose={onClose}>
      <Form
        submit={words.record}
        check={(values) => unfilled(values, { paperOn: words.paperOn, witness: words.witness })}
        onCancel={onClose}
        onSubmit={async (values) => {
          await recordPaper(file.id, notice.id, {
            version: notice.version,
            paperOn: textOf(values, 'paperOn'),
            witness: textOf(values, 'witness'),
          });
          announce(words.recorded);
          onDone();
        }}
      >
        <Field name="paperOn" label={words.paperOn}>
          {(input) => <input type="date" {...input} min={first} max={today} />}
        </Field>
        <Field name="witness" label={words.witness}>
          {(input) => <input {...input} maxLength={60} />}
        </Field>
      </Form>
    </Dialog>
  );
}
