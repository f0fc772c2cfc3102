import { Tag, type Tone } from '../ui/tag.tsx';
import { caseWords } from '../words/exemption-case.ts';
import { labelOf, say } from '../words/language.ts';
import { type Pair, pairOf, PAIRS } from './distinction-pairs.ts';
import type { Facts } from './exemptions.api.ts';

/** The three distinctions as paired choices: which is claimed on the left, what was found about the red line on the right. */
export function Distinctions({ facts }: { facts: Facts }) {
  const words = say(caseWords);
  return (
    <section>
      <h2>
        {words.distinctions}
        {facts.clause && <span class="note">{words.clause(facts.clause)}</span>}
      </h2>
      <ol class="pairs">
        {PAIRS.map((distinction) => (
          <PairRow key={distinction} pair={pairOf(distinction)} facts={facts} />
        ))}
      </ol>
    </section>
  );
}

function PairRow({ pair, facts }: { pair: Pair; facts: Facts }) {
  const words = say(caseWords);
  const { situation } = facts;
  const isClaimed = situation?.distinction === pair.distinction;
  const line = redLineOf(pair, facts);
  const sides = [...(isClaimed ? ['is-claimed'] : []), ...(line.tone === 'bad' ? ['is-crossed'] : [])].join(
    ' ',
  );
  return (
    <li class={sides}>
      <div class="tolerated">
        <b>{pair.tolerated}</b>
        {isClaimed && situation ? (
          <Tag tone="info">
            {situation.code} {labelOf(situation.label)}
          </Tag>
        ) : (
          <span class="note">{words.notClaimed}</span>
        )}
      </div>
      <span class="versus" aria-hidden="true">
        ↔
      </span>
      <div class="never">
        <b>{pair.never}</b>
        <Tag tone={line.tone}>{line.told}</Tag>
      </div>
    </li>
  );
}

/** What both looks at a red line found: the investigators’, and that of the inspector who did not investigate. */
function redLineOf({ redLine }: Pair, { questions, redLines }: Facts): { told: string; tone: Tone } {
  const words = say(caseWords);
  const found = questions.find(({ name }) => name === redLine)?.answer;
  const checked = redLines.find(({ name }) => name === redLine)?.holds;
  if (found === true || checked === true) return { told: words.lineHolds, tone: 'bad' };
  if (checked === false) return { told: words.lineChecked, tone: 'ok' };
  if (found === false) return { told: words.lineNotFound, tone: 'ok' };
  return { told: words.lineOpen, tone: 'plain' };
}
