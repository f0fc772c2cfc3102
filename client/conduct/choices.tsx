import type { InputProps } from '../ui/form.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
  /** What it means. */
  readonly note?: string | null;
}

/** One of a few, each with what it means; none chosen beforehand. Stands inside a `Field`. */
export function Choices(given: {
  input: InputProps;
  title: string;
  options: readonly Option[];
  /** Of a word or two each: they stand side by side. */
  isShort?: boolean;
}) {
  const { id, name, 'aria-describedby': described } = given.input;
  return (
    <div
      id={id}
      class={given.isShort ? 'choices short' : 'choices'}
      role="radiogroup"
      tabIndex={-1}
      aria-label={given.title}
      aria-describedby={described}
    >
      {given.options.map(({ value, label, note }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} />
          <span>
            {label}
            {note && <span class="note"> {note}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
