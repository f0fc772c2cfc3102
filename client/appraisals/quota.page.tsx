import { useState } from 'preact/hooks';
import { instant, points } from '../numbers.ts';
import type { Params } from '../paths.ts';
import { Figure, ParametersUsed } from '../ui/reason.tsx';
import { Empty } from '../ui/states.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { quotaWords } from '../words/quota.ts';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import type { Pool, Summary } from './appraisals.api.ts';
import { parametersOn } from './policy-in-force.ts';
import { ReserveDialog } from './reserve-dialog.tsx';
import { recordHref } from './result-columns.tsx';
import { TieDialog } from './tie-dialog.tsx';
import { type YearAtHand, YearFrame } from './year-frame.tsx';

/** The places for 优秀 by pool; ties and the reserve are put before people. */
export default function QuotaPage({ params }: { params: Params }) {
  const { year = '' } = params;
  return (
    <YearFrame key={year} year={year}>
      {(at) => (at.summary.run === null ? <NoQuota /> : <Quota at={at} />)}
    </YearFrame>
  );
}

const NoQuota = () => <Empty title={say(appraisalWords).noRun} />;

interface Deed {
  readonly kind: 'tie' | 'reserve';
  readonly pool: Pool;
}

function Quota({ at }: { at: YearAtHand }) {
  const words = say(quotaWords);
  const [deed, setDeed] = useState<Deed | null>(null);
  const { summary, follow } = at;
  const close = () => setDeed(null);
  return (
    <>
      <p class="quota-lead">
        {words.quotaLead}{' '}
        <Figure name={words.reserve} reason={() => <p>{words.reserveWhy}</p>}>
          {words.reserveLeft(summary.reserveLeft, summary.reserve)}
        </Figure>
      </p>
      <Table
        class="quota"
        caption={words.quotaCaption}
        columns={quotaColumns(summary, setDeed)}
        rows={summary.pools}
        keyOf={({ id }) => id}
      />
      {summary.pools.map((pool) => pool.ties && <Tied key={pool.id} year={summary.year.year} pool={pool} />)}
      {deed?.kind === 'tie' && (
        <TieDialog year={summary.year.year} pool={deed.pool} onClose={close} onStarted={follow} />
      )}
      {deed?.kind === 'reserve' && (
        <ReserveDialog summary={summary} pool={deed.pool} onClose={close} onStarted={follow} />
      )}
    </>
  );
}

function quotaColumns(summary: Summary, begin: (deed: Deed) => void): Column<Pool>[] {
  const words = say(quotaWords);
  const shared = say(appraisalWords);
  const list = say(shellWords).and;
  return [
    {
      key: 'pool',
      head: words.pool,
      cell: (pool) => (
        <>
          <b>{pool.name}</b> {pool.isOutstanding && <Tag tone="ok">{words.outstanding}</Tag>}{' '}
          {pool.mergedNames.length > 0 && (
            <span class="note">{words.merged(pool.mergedNames.join(list))}</span>
          )}
        </>
      ),
    },
    { key: 'size', head: words.size, isNumber: true, cell: ({ size }) => size },
    {
      key: 'places',
      head: words.places,
      isNumber: true,
      cell: (pool) => (
        <Figure
          name={`${pool.name} ${words.places}`}
          reason={() => (
            <>
              <p>{shared.excellentWhy}</p>
              <ParametersUsed
                parameters={parametersOn(summary.year.periodTo, [
                  pool.isOutstanding ? 'quota.rateOutstanding' : 'quota.rate',
                ])}
              />
            </>
          )}
        >
          {pool.places}
        </Figure>
      ),
    },
    { key: 'extra', head: words.extra, isNumber: true, cell: ({ extraPlaces }) => extraPlaces },
    { key: 'granted', head: words.granted, isNumber: true, cell: ({ granted }) => granted },
    { key: 'state', head: words.state, cell: (pool) => <PoolState pool={pool} /> },
    {
      key: 'deeds',
      head: words.deeds,
      cell: (pool) => (
        <span class="actions">
          {pool.ties && summary.actions.includes('decideTie') && (
            <button type="button" onClick={() => begin({ kind: 'tie', pool })}>
              {words.decideTie}
            </button>
          )}
          {summary.actions.includes('allotReserve') && summary.reserve > 0 && (
            <button type="button" onClick={() => begin({ kind: 'reserve', pool })}>
              {words.allotReserve}
            </button>
          )}
        </span>
      ),
    },
  ];
}

function PoolState({ pool: { ties, decision } }: { pool: Pool }) {
  const words = say(quotaWords);
  const shared = say(appraisalWords);
  if (decision !== null)
    return (
      <>
        <Tag tone="ok">{shared.byDecision}</Tag>{' '}
        <span class="note">{words.decided(decision.decidedBy, instant(decision.decidedAt))}</span>
      </>
    );
  if (ties === null) return <span class="note">{words.settled}</span>;
  return (
    <>
      <Tag tone="warn">{shared.byTie}</Tag>{' '}
      {words.tie(ties.cadres.length, points(ties.total), ties.placesLeft)}
    </>
  );
}

/** Who is tied in a pool, by number and in no order of merit; what was decided and why. */
function Tied({ year, pool }: { year: number; pool: Pool }) {
  const words = say(quotaWords);
  const shared = say(appraisalWords);
  if (pool.ties === null) return null;
  return (
    <section class="tied">
      <h2>
        {pool.name} · {words.tie(pool.ties.cadres.length, points(pool.ties.total), pool.ties.placesLeft)}
      </h2>
      {pool.decision && (
        <p>
          {words.decided(pool.decision.decidedBy, instant(pool.decision.decidedAt))} · {words.reason}：
          {pool.decision.reason}
        </p>
      )}
      <ul class="tied-list">
        {pool.ties.cadres.map(({ id, name, unitName, decided }) => (
          <li key={id}>
            <a href={recordHref(String(year), id)}>{name}</a> <span class="note">{unitName}</span>{' '}
            {decided && <Tag tone="ok">{shared.excellent}</Tag>}
          </li>
        ))}
      </ul>
      <p class="note">{words.tieWaits}</p>
    </section>
  );
}
