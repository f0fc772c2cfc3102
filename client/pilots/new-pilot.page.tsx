import { go } from '../router.ts';
import { announceThere } from '../ui/announce.tsx';
import { Page } from '../ui/page.tsx';
import { say } from '../words/language.ts';
import { pilotWords } from '../words/pilots.ts';
import { PilotForm } from './pilot-form.tsx';
import { draftPilot } from './pilots.api.ts';

/** A draft of one's own; its page is where it is checked and submitted. */
export default function NewPilotPage() {
  const words = say(pilotWords);
  return (
    <Page title={words.newTitle} lead={words.newLead}>
      <div class="narrow">
        <PilotForm
          submit={words.save}
          onCancel={() => go('/pilots')}
          onWritten={async (written) => {
            const { id } = await draftPilot(written);
            announceThere(words.saved);
            go(`/pilots/${id}`);
          }}
        />
      </div>
    </Page>
  );
}
