import { useEffect } from 'preact/hooks';
import { go } from '../router.ts';
import { may } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer, Empty, Loading } from '../ui/states.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { YEARS, type Years } from './appraisals.api.ts';

/** Leads to the latest year, or to opening the first one. */
export default function LatestYearPage() {
  const words = say(appraisalWords);
  const years = useAsked<Years>(YEARS);
  return (
    <Page title={say(shellWords).years}>
      <Answer of={years}>
        {({ items }) =>
          items.length > 0 ? (
            <Onward href={`/years/${Math.max(...items.map(({ year }) => year))}`} />
          ) : (
            <Empty title={words.noYear}>
              {may('appraisal.round.open') && (
                <p class="actions">
                  <a class="button primary" href="/years/new">
                    {words.openYear}
                  </a>
                </p>
              )}
            </Empty>
          )
        }
      </Answer>
    </Page>
  );
}

function Onward({ href }: { href: string }) {
  useEffect(() => go(href, { replace: true }), [href]);
  return <Loading />;
}
