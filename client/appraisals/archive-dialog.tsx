import { useAsked } from '../ui/asked.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Answer } from '../ui/states.tsx';
import { archiveWords } from '../words/archive.ts';
import { labelOf, say } from '../words/language.ts';
import { archivePath, type ArchiveCheck, archiveYear } from './appraisals.api.ts';

interface Given {
  readonly year: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what archiving does, or what speaks against it, before anything is done. */
export function ArchiveDialog({ year, onClose, onDone }: Given) {
  const words = say(archiveWords);
  const check = useAsked<ArchiveCheck>(archivePath(year));
  return (
    <Dialog title={words.title(year)} onClose={onClose}>
      <Answer of={check}>
        {(found) =>
          found.against.length > 0 ? (
            <Against found={found} />
          ) : (
            <Form
              submit={words.submit(year)}
              onCancel={onClose}
              check={(values) => unfilled(values, { reason: words.reason })}
              onSubmit={async (values) => {
                await archiveYear(year, { version: found.version, reason: textOf(values, 'reason') });
                onClose();
                onDone();
              }}
            >
              <p>{words.intro}</p>
              <ul class="archive-effects">
                <li>{words.effectResults}</li>
                {found.initiativeCount > 0 && <li>{words.effectInitiative(found.initiativeCount)}</li>}
                <li>{words.effectLater}</li>
                <li>{words.effectReopen}</li>
              </ul>
              <Field name="reason" label={words.reason} hint={words.reasonHint}>
                {(input) => <textarea {...input} maxLength={500} />}
              </Field>
            </Form>
          )
        }
      </Answer>
    </Dialog>
  );
}

function Against({ found }: { found: ArchiveCheck }) {
  return (
    <>
      <p>{say(archiveWords).against}</p>
      <ul class="archive-effects">
        {found.against.map(({ pointer, detail }) => (
          <li key={pointer + detail.zh}>{labelOf(detail)}</li>
        ))}
      </ul>
    </>
  );
}
