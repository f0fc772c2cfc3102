import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { later } from '../ui/later.tsx';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import type { FileShown, Notice } from './file.api.ts';

const SignDialog = later(async () => (await import('./notice-dialogs.tsx')).SignDialog);
const RecordDialog = later(async () => (await import('./notice-dialogs.tsx')).RecordDialog);

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
