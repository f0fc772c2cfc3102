import type { InputProps } from '../ui/form.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
  /** Why it cannot be chosen. */
  readonly shut?: string;
}

/** One of a few, none chosen beforehand. Stands inside a `Field`. */
export function RadioChoice(given: { input: InputProps; title: string; options: readonly Option[] }) {
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
          <input type="radio" name={name} value={value} disabled={shut !== undefined} />
          <span>
            {label}
            {shut !== undefined && <span class="note"> {shut}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
