import type { Params } from '../paths.ts';
import { useAsked } from '../ui/asked.ts';
import { Answer } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { recordWords } from '../words/record.ts';
import { resultPath, type Result } from './appraisals.api.ts';
import { RecordPage } from './record-page.tsx';
import { recordHref } from './result-columns.tsx';
import { Watermark } from './watermark.tsx';

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
              <p class="no-print">
                <a class="back" href={`/years/${year}`}>
                  ← {say(recordWords).back}
                </a>
              </p>
            }
          />
        </>
      )}
    </Answer>
  );
}
