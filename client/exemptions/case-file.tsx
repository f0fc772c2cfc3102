import { Watermark } from '../appraisals/watermark.tsx';
import { FilePanel } from '../procedures/file-panel.tsx';
import { caseWords } from '../words/exemption-case.ts';
import { labelOf, say } from '../words/language.ts';
import { later } from '../ui/later.tsx';
import { Considerations } from './considerations.tsx';
import { Correction } from './correction.tsx';
import { Decision } from './decision.tsx';
import { Distinctions } from './distinctions.tsx';
import { exemptionForms } from './exemption-forms.tsx';
import type { Exemption, ReadFile } from './exemptions.api.ts';
import { NextStep } from './next-step.tsx';
import { Precedents } from './precedents.tsx';
import { Questions } from './questions.tsx';
import { RecordSide } from './record-side.tsx';
import { isBegun, WhatIsOpen } from './what-is-open.tsx';

const FindingsForm = later(async () => (await import('./findings-form.tsx')).FindingsForm);

/** Events of the person concerned that may come on paper. */
const ON_PAPER = ['respond', 'appeal'];

/** The case: what happened and was answered on the left, the three distinctions on the right. */
export function CaseFile({ file, isOwn, again }: { file: Exemption; isOwn: boolean; again: () => void }) {
  const words = say(caseWords);
  const { facts } = file.exemption;
  return (
    <>
      {!isOwn && <Watermark />}
      <FilePanel file={file} page="exemptions" forms={exemptionForms(file)} onPaper={ON_PAPER} again={again}>
        {facts === null ? (
          <p class="notice info">{words.masked}</p>
        ) : (
          <>
            <NextStep file={file} facts={facts} isOwn={isOwn} />
            <Decision file={file} facts={facts} />
            <Correction file={file} facts={facts} again={again} />
            <div class={facts.mayInvestigate ? 'case is-investigated' : 'case'}>
              <RecordSide file={file} facts={facts} />
              <DistinctionsSide file={file} facts={facts} again={again} />
              {!facts.mayInvestigate && <Considerations facts={facts} />}
            </div>
            {facts.mayReadPrecedents && facts.situation !== null && isBegun(facts) && (
              <Precedents id={file.id} outcome={null} here={labelOf(facts.situation.label)} />
            )}
          </>
        )}
      </FilePanel>
    </>
  );
}

function DistinctionsSide({ file, facts, again }: ReadFile & { again: () => void }) {
  if (facts.mayInvestigate) return <FindingsForm key={file.id} file={file} facts={facts} again={again} />;
  return (
    <div class="case-side">
      <Distinctions facts={facts} />
      <WhatIsOpen facts={facts} />
      <Questions file={file} facts={facts} />
    </div>
  );
}
