import { useState } from 'preact/hooks';
import { go, query } from '../router.ts';
import { announceThere } from '../ui/announce.tsx';
import { Field, Form, type InputProps, textOf, unfilled } from '../ui/form.tsx';
import { correctionWords } from '../words/corrections.ts';
import { labelOf, say } from '../words/language.ts';
import { askCorrection, type Own } from './corrections.api.ts';

type Item = Own['fields'][number];

/** Which entry, what it should say, on which document; the page of the draft is where it is checked. */
export function AskForm({ fields }: { fields: Own['fields'] }) {
  const words = say(correctionWords);
  const asked = fields.find(({ field }) => field === query().get('item'))?.field;
  const [chosen, choose] = useState<Item['field']>(asked ?? fields[0]!.field);
  const item = fields.find(({ field }) => field === chosen)!;
  const now = words.now(item.entry === null ? words.nothing : labelOf(item.entry));
  return (
    <Form
      submit={words.next}
      check={(values) => unfilled(values, { wanted: words.wanted, basis: words.basis })}
      onSubmit={async (values) => {
        const { id } = await askCorrection({
          field: chosen,
          wanted: textOf(values, 'wanted'),
          basis: textOf(values, 'basis'),
        });
        announceThere(words.asked);
        go(`/corrections/${id}`);
      }}
    >
      <Field name="field" label={words.field} hint={now}>
        {(input) => (
          <select
            {...input}
            value={chosen}
            onChange={(event) => choose(event.currentTarget.value as Item['field'])}
          >
            {fields.map(({ field, label, openFileId }) => (
              <option key={field} value={field}>
                {labelOf(label)}
                {openFileId === null ? '' : words.inQuestion}
              </option>
            ))}
          </select>
        )}
      </Field>
      {item.openFileId !== null && (
        <p class="notice info">
          <a href={`/corrections/${item.openFileId}`}>{words.see}</a>
        </p>
      )}
      <Field key={chosen} name="wanted" label={words.wanted}>
        {(input) => <Wanted input={input} item={item} />}
      </Field>
      <Field name="basis" label={words.basis} hint={words.basisHint}>
        {(input) => <input {...input} maxLength={200} />}
      </Field>
    </Form>
  );
}

function Wanted({ input, item }: { input: InputProps; item: Item }) {
  if (item.choices !== null)
    return (
      <select {...input}>
        {item.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {labelOf(label)}
          </option>
        ))}
      </select>
    );
  if (item.isDay) return <input type="date" {...input} />;
  return <input {...input} maxLength={100} autoComplete="off" />;
}
