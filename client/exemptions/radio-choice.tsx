import type { InputProps } from '../ui/form.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
  /** Why it cannot be chosen. */
  readonly shut?: string;
}

interface Given {
  readonly input: InputProps;
  readonly title: string;
  readonly options: readonly Option[];
  /** Where what is chosen is kept elsewhere than in the form. */
  readonly kept?: { readonly chosen: string; readonly onChoose: (value: string) => void };
}

/** One of a few, none chosen beforehand. Stands inside a `Field`. */
export function RadioChoice(given: Given) {
  const { id, name, 'aria-describedby': described } = given.input;
  return (
    <div
      id={id}
      class="radios"
      role="radiogroup"
      tabIndex={-1}
      aria-label={given.title}
      aria-describedby={described}
    >
      {given.options.map(({ value, label, shut }) => (
        <label key={value} class={shut === undefined ? undefined : 'is-shut'}>
          <input
            type="radio"
            name={name}
            value={value}
            disabled={shut !== undefined}
            {...(given.kept && { checked: given.kept.chosen === value })}
            onChange={() => given.kept?.onChoose(value)}
          />
          <span>
            {label}
            {shut !== undefined && <span class="note"> {shut}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
