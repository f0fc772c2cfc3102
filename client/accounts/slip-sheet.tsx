import { session } from '../session.ts';
import { say } from '../words/language.ts';
import { slipWords } from '../words/slips.ts';
import type { Slip } from './accounts.api.ts';

/** The slips as they are printed: two abreast on A4, cut along the dashed lines. */
export const SlipSheet = ({ slips }: { slips: readonly Slip[] }) => (
  <ul class="slips">
    {slips.map((slip) => (
      <SlipPaper key={slip.staffNo} slip={slip} />
    ))}
  </ul>
);

function SlipPaper({ slip }: { slip: Slip }) {
  const words = say(slipWords);
  return (
    <li class="slip">
      <p class="slip-head">
        <b>{words.slipHead}</b>
        <span class="note">{session.value?.schoolName}</span>
      </p>
      <p class="slip-who">
        <b>{slip.name === '' ? slip.staffNo : slip.name}</b>{' '}
        {slip.name === '' ? words.notInRoster : `${slip.unitName} · ${slip.staffNo}`}
      </p>
      <p>
        {words.slipCode} <span class="slip-code">{slip.code}</span>
      </p>
      <p class="note">
        {words.slipHow(`${location.origin}/activation`)}
        {words.slipKeep}
      </p>
      <p class="note number">{words.slipUntil(slip.expiresOn)}</p>
    </li>
  );
}
