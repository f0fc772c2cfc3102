import { signedPoints } from '../numbers.ts';
import { appraisalWords } from '../words/appraisals.ts';
import { say } from '../words/language.ts';

/** One scale for both sides; they end where all areas together are capped as the product ships. */
const PIXELS_A_POINT = 4;
const LEFT = 20 * PIXELS_A_POINT;
const RIGHT = 10 * PIXELS_A_POINT;
const HEIGHT = 16;

const lengthOf = (hundredths: number, most: number): number =>
  hundredths === 0 ? 0 : Math.max(2, Math.min(most, (hundredths / 100) * PIXELS_A_POINT));

/** 不为 to the left of the line, 担当 to the right, the figures outside. */
export function TwoSidedBar({ credits, deductions }: { credits: number; deductions: number }) {
  const words = say(appraisalWords);
  const left = lengthOf(deductions, LEFT);
  return (
    <span class="two-sided">
      {credits === 0 && deductions === 0 && <span class="hidden-text">{words.noRecord}</span>}
      <span class="inaction-ink">
        {deductions > 0 && signedPoints(0 - deductions)}
        {deductions > 0 && <span class="hidden-text">{words.deducted}</span>}
      </span>
      <svg width={LEFT + RIGHT} height={HEIGHT} viewBox={`0 0 ${LEFT + RIGHT} ${HEIGHT}`} aria-hidden="true">
        <rect class="bar-inaction" x={LEFT - left - 1} y="4" width={left} height="8" />
        <rect class="bar-initiative" x={LEFT + 1} y="4" width={lengthOf(credits, RIGHT)} height="8" />
        <line class="bar-centre" x1={LEFT} x2={LEFT} y1="0" y2={HEIGHT} />
      </svg>
      <span class="initiative-ink">
        {credits > 0 && signedPoints(credits)}
        {credits > 0 && <span class="hidden-text">{words.credited}</span>}
      </span>
    </span>
  );
}
