import { useState } from 'preact/hooks';
import { useAsked } from '../ui/asked.ts';
import type { InputProps } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { ruleTextWords } from '../words/rule-texts.ts';
import { type RuleText, type RuleTexts, ruleText, ruleTexts } from './rule-texts.api.ts';

type Known = Pick<RuleText, 'id' | 'title' | 'documentNo'>;
const nameOf = ({ title, documentNo }: Known): string =>
  documentNo === null ? title : `${title}（${documentNo}）`;

/** A text valid on a day, found by words; the select's value is its id, '' = none. Stands inside a `Field`. */
export function RuleTextChoice(given: {
  input: InputProps;
  /** The day it has to have been valid on. */
  on: string;
  /** Chosen before. */
  chosen?: string | null;
}) {
  const words = say(ruleTextWords);
  const [q, search] = useState('');
  const [id, choose] = useState(given.chosen ?? '');
  const found = useAsked<RuleTexts>(ruleTexts({ q, on: given.on, after: null }));
  const kept = useAsked<RuleText>(id === '' ? null : ruleText(id));
  const items: readonly Known[] = found.value?.items ?? [];
  const chosen = kept.value?.id === id ? kept.value : items.find((text) => text.id === id);
  const offered = chosen && !items.some((text) => text.id === id) ? [chosen, ...items] : items;
  return (
    <div class="rule-text-choice">
      <input
        type="search"
        value={q}
        maxLength={60}
        aria-label={words.chooseSearch}
        placeholder={words.chooseSearch}
        onInput={(event) => search(event.currentTarget.value)}
        // Enter looks for it; it does not send the form around it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <select {...given.input} value={id} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words.choosePlaceholder(given.on)}</option>
        {offered.map((text) => (
          <option key={text.id} value={text.id} selected={text.id === id}>
            {nameOf(text)}
          </option>
        ))}
      </select>
      {found.value !== null && items.length === 0 && (
        <p class="note" role="status">
          {words.chooseNone(given.on)}
        </p>
      )}
      {id !== '' && (
        <p class="note">
          <a href={`/rule-texts/${encodeURIComponent(id)}`} target="_blank" rel="noopener">
            {words.chooseOpen}
          </a>
        </p>
      )}
    </div>
  );
}
