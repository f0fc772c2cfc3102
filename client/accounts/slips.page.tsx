import './accounts.css';
import { useState } from 'preact/hooks';
import { countTodo } from '../todo-count.ts';
import { Form } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';
import { slipWords } from '../words/slips.ts';
import { printSlips, type Slips } from './accounts.api.ts';
import { SlipSheet } from './slip-sheet.tsx';
import { pastedIn, pastedProblems, StaffNumbersField } from './staff-numbers-field.tsx';

const MOST = 2000;

/** Makes activation slips; their codes are on this page and nowhere else. */
export default function SlipsPage() {
  const words = say(slipWords);
  const [made, setMade] = useState<Slips | null>(null);
  const hasSlips = made !== null && made.slips.length > 0;
  return (
    <>
      <p class="back no-print">
        <a href="/accounts">← {say(accountWords).backToAccounts}</a>
      </p>
      <div class={hasSlips ? 'slips-page made' : 'slips-page'}>
        <Page title={words.slipsTitle} lead={words.slipsLead}>
          {made === null && <SlipsForm onMade={setMade} />}
          {made !== null && !hasSlips && (
            <Empty title={words.noSlips}>
              <p class="note">{words.noSlipsHint}</p>
              <p class="actions">
                <button type="button" onClick={() => setMade(null)}>
                  {words.more}
                </button>
              </p>
            </Empty>
          )}
          {hasSlips && <MadeSlips slips={made.slips} onMore={() => setMade(null)} />}
        </Page>
      </div>
    </>
  );
}

function SlipsForm({ onMade }: { onMade: (slips: Slips) => void }) {
  const words = say(slipWords);
  const [isForSome, choose] = useState(false);
  const [text, setText] = useState('');
  return (
    <div class="narrow">
      <p class="notice warn">{words.slipsIntro}</p>
      <Form
        submit={words.makeSlips}
        check={(values) => (isForSome ? pastedProblems(values, 'staffNos', MOST) : [])}
        onSubmit={async (values) => {
          onMade(await printSlips(isForSome ? { staffNos: [...pastedIn(values, 'staffNos')] } : {}));
          void countTodo();
        }}
      >
        <fieldset>
          <legend>{words.forWhom}</legend>
          <div class="choices">
            <label>
              <input type="radio" name="whom" checked={!isForSome} onChange={() => choose(false)} />
              {words.forAll}
            </label>
            <label>
              <input type="radio" name="whom" checked={isForSome} onChange={() => choose(true)} />
              {words.forSome}
            </label>
          </div>
        </fieldset>
        {isForSome && (
          <StaffNumbersField name="staffNos" hint={words.forSomeHint} text={text} onText={setText} />
        )}
      </Form>
    </div>
  );
}

function MadeSlips({ slips, onMore }: { slips: Slips['slips']; onMore: () => void }) {
  const words = say(slipWords);
  return (
    <>
      <div class="notice warn" role="status">
        {words.madeSlips(slips.length)}
        <span class="actions">
          <button type="button" onClick={onMore}>
            {words.more}
          </button>
          <button type="button" class="primary" onClick={() => print()}>
            {words.printSlips}
          </button>
        </span>
      </div>
      <SlipSheet slips={slips} />
    </>
  );
}
