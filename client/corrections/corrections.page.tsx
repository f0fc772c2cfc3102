import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
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
            {(cursors.index > 0 || next !== null) && (
              <nav class="pager" aria-label={words.more}>
                <button type="button" disabled={cursors.index === 0} onClick={cursors.backward}>
                  {words.first}
                </button>
                <button
                  type="button"
                  disabled={next === null}
                  onClick={() => next !== null && cursors.forward(next)}
                >
                  {words.more}
                </button>
              </nav>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}
