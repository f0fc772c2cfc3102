import { type ComponentChildren, createContext, type TargetedSubmitEvent } from 'preact';
import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import { type FieldProblem, ProblemError } from '../problem.ts';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';

interface FormState {
  readonly id: string;
  readonly problems: readonly FieldProblem[];
}
const FormContext = createContext<FormState>({ id: '', problems: [] });

const pointerOf = (name: string): string => `/${name}`;
const fieldId = (form: string, pointer: string): string => `${form}${pointer.replaceAll('/', '-')}`;

/**
 * A form whose problems stand in a focused summary and at their fields, found by JSON pointer.
 * `onSubmit` gets the values by field name and throws `ProblemError`; `check` may refuse before anything is sent.
 */
export function Form(given: {
  submit: string;
  onSubmit: (values: FormData) => Promise<void>;
  check?: (values: FormData) => readonly FieldProblem[];
  onCancel?: () => void;
  /** What the first button says where it is not “cancel”. */
  cancel?: string;
  children: ComponentChildren;
}) {
  const words = say(shellWords);
  const id = useId();
  const summary = useRef<HTMLDivElement>(null);
  const [refusal, setRefusal] = useState<ProblemError | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (refusal !== null) summary.current?.focus();
  }, [refusal]);

  function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!isBusy) void send(new FormData(event.currentTarget));
  }

  async function send(values: FormData) {
    const fields = given.check?.(values) ?? [];
    if (fields.length > 0) {
      setRefusal(new ProblemError(400, words.places(fields.length), { fields }));
      return;
    }
    setBusy(true);
    try {
      await given.onSubmit(values);
      setRefusal(null);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <FormContext.Provider value={{ id, problems: refusal?.fields ?? [] }}>
      <form noValidate onSubmit={submit} onKeyDown={submitByKey}>
        {refusal !== null && <Summary refusal={refusal} form={id} box={summary} />}
        {given.children}
        <div class="actions form-actions">
          {given.onCancel && (
            <button type="button" onClick={given.onCancel}>
              {given.cancel ?? words.cancel}
            </button>
          )}
          <button type="submit" class="primary" aria-disabled={isBusy}>
            {isBusy ? words.working : given.submit}
          </button>
        </div>
      </form>
    </FormContext.Provider>
  );
}

/** Ctrl+Enter sends from within a text area, where Enter makes a line. */
function submitByKey(event: KeyboardEvent): void {
  if (
    event.key === 'Enter' &&
    (event.ctrlKey || event.metaKey) &&
    event.target instanceof HTMLTextAreaElement
  )
    event.target.form?.requestSubmit();
}

function Summary(given: { refusal: ProblemError; form: string; box: { current: HTMLDivElement | null } }) {
  const { refusal, form } = given;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={given.box}>
      <p>{refusal.message}</p>
      {refusal.detail && <p class="note">{refusal.detail}</p>}
      {refusal.fields.length > 0 && (
        <ul>
          {refusal.fields.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              <a
                href={`#${fieldId(form, pointer)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId(form, pointer))?.focus();
                }}
              >
                {detail}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What a field gives to its input. */
export interface InputProps {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

/** A labelled field; `name` is also where the server's pointer finds it (`reason` ← `/reason`). */
export function Field(given: {
  name: string;
  label: string;
  hint?: ComponentChildren;
  children: (input: InputProps) => ComponentChildren;
}) {
  const { id: form, problems } = useContext(FormContext);
  const pointer = pointerOf(given.name);
  const id = fieldId(form, pointer);
  const wrong = problems.filter((problem) => problem.pointer === pointer);
  const described = [given.hint ? `${id}-hint` : '', wrong.length > 0 ? `${id}-error` : ''].filter(Boolean);
  return (
    <div class={wrong.length > 0 ? 'field wrong' : 'field'}>
      <label for={id}>{given.label}</label>
      {given.hint && (
        <p class="hint" id={`${id}-hint`}>
          {given.hint}
        </p>
      )}
      {given.children({
        id,
        name: given.name,
        'aria-invalid': wrong.length > 0,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
      })}
      {wrong.length > 0 && (
        <p class="field-error" id={`${id}-error`}>
          {wrong.map(({ detail }) => detail).join(' ')}
        </p>
      )}
    </div>
  );
}

/** A text of a form, trimmed; '' where it was left empty. */
export function textOf(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** Problems for those of the fields (name → label) that were left empty. */
export const unfilled = (values: FormData, labels: Readonly<Record<string, string>>): FieldProblem[] =>
  Object.entries(labels)
    .filter(([name]) => textOf(values, name) === '')
    .map(([name, label]) => ({ pointer: pointerOf(name), detail: say(shellWords).required(label) }));
