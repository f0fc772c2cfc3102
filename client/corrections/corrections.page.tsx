import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { correctionWords } from '../words/corrections.ts';
import { say } from '../words/language.ts';
import { CorrectionList } from './correction-list.tsx';
import { type Corrections, corrections } from './corrections.api.ts';

/** What cadres of one's units ask to have corrected. */
export default function CorrectionsPage() {
  const words = say(correctionWords);
  const cursors = useCursors('corrections');
  const asked = useAsked<Corrections>(corrections(cursors.after));
  return (
    <Page title={words.title} lead={words.listLead}>
      <Answer of={asked}>
        {({ items, next }) => (
          <>
            {items.length === 0 && (
              <Empty title={words.empty}>
                <p class="note">{words.emptyHint}</p>
              </Empty>
            )}
            {items.length > 0 && <CorrectionList items={items} />}
            <PageTurner cursors={cursors} next={next} />
          </>
        )}
      </Answer>
    </Page>
  );
}
