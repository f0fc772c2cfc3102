import { useAsked } from '../ui/asked.ts';
import { Answer } from '../ui/states.tsx';
import { besideWords } from '../words/exemption-beside.ts';
import { labelOf, say } from '../words/language.ts';
import {
  type Exemption,
  exemption,
  type OutcomeCode,
  precedents,
  type PrecedentsShown,
} from './exemptions.api.ts';
import { situationsOf } from './situations-of.ts';

/** An exemption in a few lines beside the decision on it; a warning where like facts were decided otherwise. */
export function ExemptionBeside({ id, outcome }: { id: string; outcome: OutcomeCode | null }) {
  const asked = useAsked<Exemption>(exemption(id));
  const similar = useAsked<PrecedentsShown>(precedents(id, outcome));
  const warning = similar.value?.warning ?? null;
  return (
    <div class="beside-item">
      <Answer of={asked}>{(file) => <InShort file={file} />}</Answer>
      {warning !== null && (
        <p class="notice warn" role="note">
          {labelOf(warning)}
        </p>
      )}
    </div>
  );
}

function InShort({ file }: { file: Exemption }) {
  const words = say(besideWords);
  const { facts } = file.exemption;
  if (facts === null) return null;
  const { distinction, finding, proposed, redLines } = facts;
  const crossed = redLines.filter(({ holds }) => holds).map(({ label }) => labelOf(label));
  const told = [
    ...situationsOf(facts).map(
      ({ name, situation: { code, label } }) => [name, `${code} ${labelOf(label)}`] as const,
    ),
    [words.distinction, distinction && labelOf(distinction)],
    [words.open, finding && finding.open.map(({ label }) => labelOf(label)).join(words.comma)],
    [words.proposed, proposed && labelOf(proposed.label)],
    [words.redLines, redLines.length > 0 && (crossed.join(words.comma) || words.none)],
  ] as const;
  return (
    <dl class="facts">
      {told.map(
        ([name, text]) =>
          text && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
