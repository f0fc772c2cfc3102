import { Field, type InputProps } from '../ui/form.tsx';
import { labelOf, say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import { shellWords } from '../words/shell.ts';
import type { ItemDraft } from './draft.ts';
import type { MeetingItem } from './meetings.api.ts';

type CarriedField = MeetingItem['choices'][number]['fields'][number];

/** What a decision carries beside its reason, as its contract on the server describes it. */
export function CarriedFields(given: {
  at: string;
  fields: readonly CarriedField[];
  data: ItemDraft['data'];
  onChange: (more: Partial<ItemDraft>) => void;
}) {
  const { at, fields, data, onChange } = given;
  const set = (name: string, value: string) => onChange({ data: { ...data, [name]: value } });
  return (
    <>
      {fields.map((field) => (
        <Field
          key={field.name}
          name={`${at}/${field.name}`}
          label={labelOf(field.label)}
          {...(!field.isRequired && { hint: say(meetingWords).optional })}
        >
          {(input) => {
            const value = data[field.name] ?? '';
            const options = optionsOf(field);
            if (options === null)
              return (
                <Typed field={field} input={input} value={value} onType={(typed) => set(field.name, typed)} />
              );
            return (
              <select
                {...input}
                value={value}
                onChange={({ currentTarget }) => set(field.name, currentTarget.value)}
              >
                <option value="">{say(meetingWords).choice}</option>
                {options.map(([option, label]) => (
                  <option key={option} value={option}>
                    {label}
                  </option>
                ))}
              </select>
            );
          }}
        </Field>
      ))}
    </>
  );
}

/** What is typed: a line, some lines, a number or a day. */
function Typed(given: {
  field: CarriedField;
  input: InputProps;
  value: string;
  onType: (typed: string) => void;
}) {
  const { field, input, value, onType } = given;
  const typed = {
    ...{ ...input, value },
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onType(currentTarget.value),
  };
  const most = field.most === null ? {} : { maxLength: field.most };
  if (field.kind === 'paragraph') return <textarea {...typed} {...most} rows={2} />;
  if (field.kind === 'day') return <input {...typed} type="date" />;
  return <input {...typed} {...most} inputMode={field.kind === 'number' ? 'numeric' : 'text'} />;
}

function optionsOf({ kind, options }: CarriedField): (readonly [string, string])[] | null {
  const words = say(shellWords);
  if (kind === 'choice') return options.map((option) => [option, option]);
  if (kind === 'yesNo')
    return [
      ['yes', words.yes],
      ['no', words.no],
    ];
  return null;
}
