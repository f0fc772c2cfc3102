import './policy.css';
import { useEffect } from 'preact/hooks';
import { place, query, setQuery } from '../router.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { policyWords } from '../words/policy.ts';
import { retentionWords } from '../words/retention.ts';
import { ruleTextWords } from '../words/rule-texts.ts';
import { shellWords } from '../words/shell.ts';
import { BasisLegend } from './basis-legend.tsx';
import { BASES, type Basis, inFamilies, parametersMatching, valueInForce } from './parameter-list.ts';
import { ParameterTable } from './parameter-table.tsx';
import { familyName } from './family-name.ts';
import { type Parameter, type ParameterList, PARAMETERS } from './policy.api.ts';

/** Every number that a rule reads: value over time, unit, basis, citation. */
export default function PolicyPage() {
  const words = say(policyWords);
  const asked = useAsked<ParameterList>(PARAMETERS);
  useEffect(() => {
    if (asked.value !== null)
      document.getElementById(decodeURIComponent(place.peek().hash.slice(1)))?.focus();
  }, [asked.value]);
  return (
    <Page
      title={say(shellWords).policy}
      lead={asked.value && words.lead(asked.value.items.length, asked.value.on)}
      actions={
        <>
          <a class="button" href="/rule-texts">
            {say(ruleTextWords).fromPolicy}
          </a>
          <a class="button" href="/calendar">
            {say(shellWords).calendar}
          </a>
          <a class="button" href="/policy/retention">
            {say(retentionWords).link}
          </a>
          <button type="button" onClick={() => print()}>
            {say(shellWords).print}
          </button>
        </>
      }
    >
      <Answer of={asked}>{({ items }) => <Rules parameters={items} />}</Answer>
    </Page>
  );
}

function Rules({ parameters }: { parameters: readonly Parameter[] }) {
  const words = say(policyWords);
  const basis = BASES.find((known) => known === query().get('basis')) ?? null;
  const text = query().get('q') ?? '';
  const families = inFamilies(parametersMatching(parameters, text, basis));
  return (
    <>
      <BasisLegend />
      <Filters parameters={parameters} text={text} basis={basis} />
      {families.length === 0 && (
        <Empty title={words.noMatch}>
          <p class="note">{words.noMatchHint}</p>
          <p class="actions">
            <button type="button" onClick={() => setQuery({ q: null, basis: null })}>
              {words.clear}
            </button>
          </p>
        </Empty>
      )}
      {families.map(({ family, parameters: members }) => (
        <section key={family} class="rule-family">
          <h2>
            {familyName(family)} <span class="note number">{members.length}</span>
          </h2>
          <ParameterTable caption={familyName(family)} parameters={members} />
        </section>
      ))}
    </>
  );
}

function Filters(given: { parameters: readonly Parameter[]; text: string; basis: Basis | null }) {
  const words = say(policyWords);
  const shared = say(shellWords);
  const names = {
    stated: shared.basisStated,
    delegated: shared.basisDelegated,
    default: shared.basisDefault,
  };
  const countOf = (basis: Basis): number =>
    given.parameters.filter((parameter) => valueInForce(parameter).basis === basis).length;
  return (
    <div class="filters no-print">
      <input
        type="search"
        value={given.text}
        placeholder={words.searchHint}
        aria-label={words.searchHint}
        onInput={(event) => setQuery({ q: event.currentTarget.value })}
      />
      <div class="chips" role="group" aria-label={words.basisFilter}>
        <button type="button" aria-pressed={given.basis === null} onClick={() => setQuery({ basis: null })}>
          {words.allBases} <span class="number">{given.parameters.length}</span>
        </button>
        {BASES.map((basis) => (
          <button
            key={basis}
            type="button"
            aria-pressed={given.basis === basis}
            onClick={() => setQuery({ basis })}
          >
            {names[basis]} <span class="number">{countOf(basis)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
