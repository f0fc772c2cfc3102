import { CONSIDERATIONS } from '../../scoring/index.ts';
import { RuleTextChoice } from '../rule-texts/rule-text-choice.tsx';
import { Field, Form } from '../ui/form.tsx';
import { findingsWords } from '../words/exemption-findings.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { say } from '../words/language.ts';
import { ConsiderationFields } from './consideration-fields.tsx';
import { Distinctions } from './distinctions.tsx';
import type { Facts, ReadFile } from './exemptions.api.ts';
import { answerIn, type FindingsDraft, unreasoned } from './findings-draft.ts';
import { AskedFields, SavedNow, SituationField } from './findings-fields.tsx';
import { PilotChoice } from './pilot-choice.tsx';
import { restsOnPilot } from './rests-on-pilot.ts';
import { useFindings } from './use-findings.ts';
import { WhatIsOpen } from './what-is-open.tsx';

/** What the investigators write down: every question with its basis; what the saved facts leave open stands above. */
export function FindingsForm(given: ReadFile & { again: () => void }) {
  const words = say(findingsWords);
  const { file, facts } = given;
  const { draft, standing, hasClashed, round, asking, ...deeds } = useFindings(given);
  const answered = asking.filter(({ name }) => answerIn(draft, name).answer !== null).length;
  return (
    <div class="case-side" onInput={deeds.typed}>
      <Distinctions facts={facts} />
      <WhatIsOpen facts={facts} />
      <section>
        <h2>{words.findings}</h2>
        <p class="note">{words.findingsLead}</p>
        <p class="note">
          {words.answeredOf(answered, asking.length)}
          {standing === 'typed' && ` ${words.unsaved}`}
        </p>
        {hasClashed && (
          <p class="notice warn" role="alert">
            {words.clashed}
            <button type="button" onClick={deeds.takeTheirs}>
              {words.takeTheirs}
            </button>
          </p>
        )}
        <Form
          key={round}
          submit={words.saveFindings}
          check={() => [
            ...(draft.situation === null ? [{ pointer: '/situation', detail: words.chooseSituation }] : []),
            ...unreasoned(draft, asking),
          ]}
          onSubmit={deeds.save}
        >
          <SituationField chosen={draft.situation} onChoose={(situation) => deeds.change({ situation })} />
          <RestsOn situation={draft.situation} facts={facts} />
          <AskedFields file={file} facts={facts} asking={asking} draft={draft} onChange={deeds.change} />
          <Weighing draft={draft} onChange={deeds.change} />
        </Form>
        {standing === 'saved' && <SavedNow facts={facts} />}
        <p class="note">{words.afterFindings}</p>
      </section>
    </div>
  );
}

/** What some situations stand on beside papers: a pilot, or the rule of that day. */
function RestsOn({ situation, facts }: { situation: FindingsDraft['situation']; facts: Facts }) {
  const words = say(findingsWords);
  const terms = say(exemptionTerms);
  const { pilot, ruleText, record } = facts;
  if (restsOnPilot(situation))
    return (
      <Field name="pilotId" label={terms.pilot} hint={terms.pilotHint(record.occurredOn)}>
        {(input) => <PilotChoice input={input} on={record.occurredOn} chosen={pilot} />}
      </Field>
    );
  if (situation !== '2d') return null;
  return (
    <Field name="ruleTextId" label={terms.ruleText} hint={words.ruleTextHint(record.occurredOn)}>
      {(input) => <RuleTextChoice input={input} on={record.occurredOn} chosen={ruleText?.id ?? null} />}
    </Field>
  );
}

function Weighing(given: { draft: FindingsDraft; onChange: (more: Partial<FindingsDraft>) => void }) {
  const terms = say(exemptionTerms);
  const { considerations } = given.draft;
  return (
    <>
      <h3 class="part">{terms.considerations}</h3>
      <p class="note">{terms.neverSummed}</p>
      {CONSIDERATIONS.map((name) => (
        <ConsiderationFields
          key={name}
          name={name}
          weighed={considerations[name]}
          onChange={(weighed) => given.onChange({ considerations: { ...considerations, [name]: weighed } })}
        />
      ))}
    </>
  );
}
