import { Field } from '../ui/form.tsx';
import { say } from '../words/language.ts';
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
        <Field key={field.name} name={`${at}/${field.name}`} label={field.label}>
          {(input) => {
            const value = data[field.name] ?? '';
            const options = optionsOf(field);
            return options === null ? (
              <input
                {...input}
                value={value}
                inputMode={field.kind === 'number' ? 'numeric' : 'text'}
                onInput={({ currentTarget }) => set(field.name, currentTarget.value)}
              />
            ) : (
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
