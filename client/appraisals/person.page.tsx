import type { Params } from '../paths.ts';
import { may, session } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Answer } from '../ui/states.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { say } from '../words/language.ts';
import { recordWords } from '../words/record.ts';
import { resultPath, type Result } from './appraisals.api.ts';
import { RecordPage } from './record-page.tsx';
import { recordHref } from './result-columns.tsx';
import { Watermark } from './watermark.tsx';

/** Nobody tries his own record. */
const mayTry = (cadreId: string): boolean => may('trial.compute') && session.value?.cadreId !== cadreId;

/** 得分由来 of another person; every look is logged and the page says who looks. */
export default function PersonPage({ params }: { params: Params }) {
  const { year = '', cadreId = '' } = params;
  const result = useAsked<Result>(resultPath(year, cadreId));
  return (
    <Answer of={result} title={say(recordWords).origin}>
      {(record) => (
        <>
          <Watermark />
          <RecordPage
            record={record}
            hrefOf={(other) => recordHref(String(other), cadreId)}
            above={
              <p class="no-print actions above-record">
                <a class="back" href={`/years/${year}`}>
                  ← {say(recordWords).back}
                </a>
                {mayTry(cadreId) && (
                  <a class="button" href={`${recordHref(year, cadreId)}/trial`}>
                    {say(appraisalWords).trial}
                  </a>
                )}
              </p>
            }
          />
        </>
      )}
    </Answer>
  );
}
