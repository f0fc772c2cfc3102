import type { OwnResultView, OwnYears } from '../../server/appraisals/appraisals.contract.ts';
import type { View } from '../api.ts';
import { RecordPage } from '../appraisals/record-page.tsx';
import type { Params } from '../paths.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { recordWords } from '../words/record.ts';
import { OwnPages } from './own-pages.tsx';

type Years = View<typeof OwnYears>;
type OwnRecord = View<typeof OwnResultView>;

const hrefOf = (year: number): string => `/my-record/${year}`;

/** 我的年度: the own record of the year asked for, or of the latest one, without a click. */
export default function MyRecordPage({ params }: { params: Params }) {
  const years = useAsked<Years>('/api/my-record');
  const latest =
    years.value === null || years.value.years.length === 0 ? null : Math.max(...years.value.years);
  const year = params['year'] ?? latest;
  const record = useAsked<OwnRecord>(year === null ? null : `/api/my-record/${year}`);
  const title = say(recordWords).mine;
  if (year === null)
    return (
      <Answer of={years} title={title}>
        {() => <NoRecord />}
      </Answer>
    );
  return (
    <Answer of={record} title={title}>
      {(own) => <RecordPage record={own} hrefOf={hrefOf} above={<OwnPages />} />}
    </Answer>
  );
}

function NoRecord() {
  const words = say(recordWords);
  return (
    <Page title={words.mine}>
      <OwnPages />
      <Empty title={words.noRecord}>
        <p class="note">{words.noRecordHint}</p>
      </Empty>
    </Page>
  );
}
