import '../appraisals/years.css';
import './ledger.css';
import { type Years, YEARS } from '../appraisals/appraisals.api.ts';
import { TwoSidedBar } from '../appraisals/two-sided-bar.tsx';
import { instant } from '../numbers.ts';
import { query, setQuery } from '../router.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { say } from '../words/language.ts';
import { ledgerWords } from '../words/ledger.ts';
import { shellWords } from '../words/shell.ts';
import { ledgerHref, unitLedger, type UnitShown } from './ledger.api.ts';
import { Mirror } from './mirror.tsx';

/** 担当与不为对照 of a unit and what is below it. */
export default function LedgerPage() {
  const words = say(ledgerWords);
  const years = useAsked<Years>(YEARS);
  const latest = years.value?.items[0]?.year;
  const year = query().get('year') ?? (latest === undefined ? null : String(latest));
  const unit = query().get('unit');
  const asked = useAsked<UnitShown>(year === null ? null : unitLedger(year, unit));
  const found = asked.value;
  return (
    <Page
      title={found?.unit ? words.ofUnit(found.unit.name) : words.title}
      lead={found?.ranAt != null && words.lead(found.cadreCount, instant(found.ranAt))}
      actions={
        <button type="button" onClick={() => print()}>
          {say(shellWords).print}
        </button>
      }
    >
      <Answer of={years}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.notRun}>
              <p class="note">{words.notRunHint}</p>
            </Empty>
          ) : (
            <>
              <Filters
                years={items.map((one) => String(one.year))}
                year={year!}
                units={found?.units ?? []}
                unit={unit}
              />
              <Answer of={asked}>{(shown) => <Shown ledger={shown} />}</Answer>
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function Filters(given: {
  years: readonly string[];
  year: string;
  units: UnitShown['units'];
  unit: string | null;
}) {
  const words = say(ledgerWords);
  return (
    <div class="filters ledger-filters no-print">
      <select
        aria-label={words.year}
        value={given.year}
        onChange={(event) => setQuery({ year: event.currentTarget.value })}
      >
        {given.years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
      <select
        aria-label={words.unit}
        value={given.unit ?? ''}
        onChange={(event) => setQuery({ unit: event.currentTarget.value || null })}
      >
        <option value="">{words.allUnits}</option>
        {given.units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Shown({ ledger }: { ledger: UnitShown }) {
  const words = say(ledgerWords);
  if (ledger.ranAt === null)
    return (
      <Empty title={words.notRun}>
        <p class="note">{words.notRunHint}</p>
      </Empty>
    );
  const year = String(ledger.year);
  return (
    <>
      <Mirror figures={ledger} />
      <p class="note">{words.weighs}</p>
      <section class="ledger-records">
        <h2>{words.people}</h2>
        {ledger.people.length === 0 ? (
          <Empty title={words.nobody}>
            <p class="note">{words.nobodyHint}</p>
          </Empty>
        ) : (
          <Table
            caption={words.peopleCaption}
            rows={ledger.people}
            keyOf={({ cadreId }) => cadreId}
            columns={[
              {
                key: 'name',
                head: words.name,
                cell: ({ cadreId, name }) => <a href={ledgerHref(year, cadreId)}>{name}</a>,
              },
              { key: 'staffNo', head: words.staffNo, cell: ({ staffNo }) => staffNo, isSpare: true },
              { key: 'unit', head: words.unit, cell: ({ unitName }) => unitName },
              {
                key: 'balance',
                head: `${words.inaction} / ${words.initiative}`,
                cell: ({ credits, deductions }) => <TwoSidedBar {...{ credits, deductions }} />,
              },
            ]}
          />
        )}
      </section>
    </>
  );
}
