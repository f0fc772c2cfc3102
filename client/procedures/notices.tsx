import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { type FileShown, type Notice, recordPaper, signFor } from './file.api.ts';

interface Given {
  readonly file: FileShown;
  readonly onDone: () => void;
}
interface Chosen {
  readonly notice: Notice;
  readonly deed: 'sign' | 'record';
}

/** Notices served on the person: signed for here, or handed over on paper. */
export function Notices({ file, onDone }: Given) {
  const words = say(procedureWords);
  const [chosen, choose] = useState<Chosen | null>(null);
  if (file.deliveries.length === 0) return null;
  const given = {
    file,
    onClose: () => choose(null),
    onDone: () => {
      choose(null);
      onDone();
    },
  };
  return (
    <section>
      <h2>{words.notices}</h2>
      <ul class="file-list card">
        {file.deliveries.map((notice) => (
          <li key={notice.id}>
            <b>{words.notice(labelOf(notice.label))}</b>
            <p class="note">
              {words.sentAt(instant(notice.createdAt))} · {servedHow(notice)}
            </p>
            {notice.servedAt === null && (notice.isMine || notice.mayRecord) && (
              <p class="actions">
                {notice.isMine && (
                  <button type="button" class="primary" onClick={() => choose({ notice, deed: 'sign' })}>
                    {words.sign}
                  </button>
                )}
                {notice.mayRecord && (
                  <button type="button" onClick={() => choose({ notice, deed: 'record' })}>
                    {words.record}
                  </button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {chosen?.deed === 'sign' && <SignDialog {...given} notice={chosen.notice} />}
      {chosen?.deed === 'record' && <RecordDialog {...given} notice={chosen.notice} />}
    </section>
  );
}

function servedHow({ servedAt, paperOn, witness }: Notice): string {
  const words = say(procedureWords);
  if (servedAt === null) return words.notServed;
  return paperOn === null ? words.signedAt(instant(servedAt)) : words.onPaper(paperOn, witness ?? '');
}

type Asked = Given & { readonly notice: Notice; readonly onClose: () => void };

function SignDialog({ file, notice, onClose, onDone }: Asked) {
  const words = say(procedureWords);
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

function RecordDialog({ file, notice, onClose, onDone }: Asked) {
  const words = say(procedureWords);
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
