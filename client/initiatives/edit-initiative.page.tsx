import type { Params } from '../paths.ts';
import { go } from '../router.ts';
import { announceThere } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { initiativeFormWords } from '../words/initiative-form.ts';
import { say } from '../words/language.ts';
import { InitiativeForm } from './initiative-form.tsx';
import { amendInitiative, type Initiative, initiative } from './initiatives.api.ts';

/** Changes what a draft of one's own says. */
export default function EditInitiativePage({ params }: { params: Params }) {
  const words = say(initiativeFormWords);
  const id = params['id'] ?? '';
  const asked = useAsked<Initiative>(initiative(id));
  const back = () => go(`/initiatives/${id}`);
  return (
    <Page title={words.editTitle} lead={words.editIntro}>
      <Answer of={asked}>
        {(found) =>
          found.initiative.facts?.isMyDraft ? (
            <div class="narrow">
              <InitiativeForm
                initiative={found}
                submit={words.save}
                onCancel={back}
                onWritten={async (deed) => {
                  await amendInitiative(id, { ...deed, version: found.version });
                  announceThere(words.editDone);
                  back();
                }}
              />
            </div>
          ) : (
            <Empty title={words.notDraft} />
          )
        }
      </Answer>
    </Page>
  );
}
