import { useState } from 'preact/hooks';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { kindName, RELATION_KINDS, type RelationKind, relationWords } from '../words/relations.ts';
import { declareRelation } from './relations.api.ts';

const isOfUnit = (kind: RelationKind): kind is 'formerUnit' | 'represents' =>
  kind === 'formerUnit' || kind === 'represents';

/** A person is named by number and name, a unit by its full name: nothing is searched for. */
export function DeclareDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const words = say(relationWords);
  const [kind, choose] = useState<RelationKind>('spouse');
  const labels = isOfUnit(kind)
    ? { unitName: words.unitName, detail: words.detail }
    : { staffNo: words.staffNo, name: words.name, detail: words.detail };
  async function send(values: FormData): Promise<void> {
    const detail = textOf(values, 'detail');
    await declareRelation(
      isOfUnit(kind)
        ? { kind, unitName: textOf(values, 'unitName'), detail }
        : { kind, staffNo: textOf(values, 'staffNo'), name: textOf(values, 'name'), detail },
    );
    announce(words.declareDone);
    onDone();
  }
  return (
    <Dialog title={words.declareTitle} intro={words.declareIntro} onClose={onClose}>
      <Form
        submit={words.declareDeed}
        check={(values) => unfilled(values, labels)}
        onSubmit={send}
        onCancel={onClose}
      >
        <Field name="kind" label={words.kind}>
          {(input) => (
            <select
              {...input}
              value={kind}
              onChange={({ currentTarget }) =>
                choose(RELATION_KINDS.find((each) => each === currentTarget.value) ?? kind)
              }
            >
              {RELATION_KINDS.map((each) => (
                <option key={each} value={each}>
                  {kindName(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {isOfUnit(kind) ? (
          <Field name="unitName" label={words.unitName} hint={words.unitNameHint}>
            {(input) => <input {...input} maxLength={60} autoComplete="off" />}
          </Field>
        ) : (
          <>
            <Field name="staffNo" label={words.staffNo} hint={words.staffNoHint}>
              {(input) => <input {...input} maxLength={20} autoComplete="off" spellcheck={false} />}
            </Field>
            <Field name="name" label={words.name}>
              {(input) => <input {...input} maxLength={40} autoComplete="off" />}
            </Field>
          </>
        )}
        <Field name="detail" label={words.detail} hint={words.detailHint}>
          {(input) => <input {...input} maxLength={200} />}
        </Field>
      </Form>
    </Dialog>
  );
}
