import { go } from '../router.ts';
import { announceThere } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { exportWords } from '../words/exports.ts';
import { say } from '../words/language.ts';
import { requestExport, type Wanted } from './exports.api.ts';

type Filters = Readonly<Record<string, string | number | null>>;

/** What was chosen on screen; what was left open is left out. */
const chosen = (filters: Filters) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null && value !== ''));

export interface Asked {
  readonly what: Wanted['what'];
  readonly filters: Filters;
  readonly people: number;
}

/** Asks for the reason, and says who releases it. */
export function ExportDialog({ what, filters, people, onClose }: Asked & { onClose: () => void }) {
  const words = say(exportWords);
  return (
    <Dialog
      title={words.askTitle}
      intro={what === 'ownRecord' ? words.askOwnIntro : words.askIntro(people)}
      onClose={onClose}
    >
      <Form
        submit={words.askDeed}
        check={(values) => unfilled(values, { reason: words.reason })}
        onSubmit={async (values) => {
          const reason = textOf(values, 'reason');
          // The server checks the shape of each kind of list.
          await requestExport({ what, query: chosen(filters), reason } as Wanted);
          announceThere(words.askDone);
          go('/exports');
        }}
        onCancel={onClose}
      >
        <Field name="reason" label={words.reason} hint={words.reasonHint}>
          {(input) => <textarea {...input} maxLength={500} />}
        </Field>
      </Form>
    </Dialog>
  );
}
