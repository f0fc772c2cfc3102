import { Dialog } from '../ui/dialog.tsx';
import { leadWords } from '../words/conduct-lead.ts';
import { say } from '../words/language.ts';
import { announce } from '../ui/announce.tsx';
import { amendRecord, type OpenRecord } from './conduct.api.ts';
import { LeadForm } from './lead-form.tsx';

/** A draft of one's own, changed before it is submitted. */
export function EditDialog(given: { mine: OpenRecord; onClose: () => void; onDone: () => void }) {
  const words = say(leadWords);
  const { mine, onClose, onDone } = given;
  return (
    <Dialog title={words.editTitle} intro={words.editIntro} onClose={onClose}>
      <LeadForm
        record={mine}
        submit={words.save}
        onCancel={onClose}
        onWritten={async ({ complainant = null, ...lead }) => {
          // What is sealed does not come back to the form: left empty, it stays.
          await amendRecord(mine.id, {
            ...{ ...lead, version: mine.version },
            ...(complainant !== null && { complainant }),
          });
          announce(words.saved);
          onDone();
        }}
      />
    </Dialog>
  );
}
