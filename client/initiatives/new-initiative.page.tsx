import { go } from '../router.ts';
import { holds } from '../session.ts';
import { announceThere } from '../ui/announce.tsx';
import { Page } from '../ui/page.tsx';
import { initiativeFormWords } from '../words/initiative-form.ts';
import { say } from '../words/language.ts';
import { InitiativeForm } from './initiative-form.tsx';
import { draftInitiative } from './initiatives.api.ts';

/** A draft of one's own, about oneself or somebody in scope; its page is where it is checked and submitted. */
export default function NewInitiativePage() {
  const words = say(initiativeFormWords);
  return (
    <Page title={words.newTitle} lead={words.newLead}>
      <div class="narrow">
        <InitiativeForm
          isForOthers={holds('supervisor', 'leader', 'hr')}
          submit={words.save}
          onCancel={() => go('/initiatives')}
          onWritten={async (deed, staffNo) => {
            const { id } = await draftInitiative({ ...deed, ...(staffNo !== null && { staffNo }) });
            announceThere(words.saved);
            go(`/initiatives/${id}`);
          }}
        />
      </div>
    </Page>
  );
}
