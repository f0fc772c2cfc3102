import { useState } from 'preact/hooks';
import { Field } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import type { ItemDraft } from './draft.ts';
import type { Meeting, MeetingItem } from './meetings.api.ts';
import { nameIn } from './minutes-sheet.tsx';
import { baseOf } from './vote.ts';

/** Members who said at the meeting that they stand back; they leave the base at once. */
export function DeclaredRecusals(given: {
  at: string;
  meeting: Meeting;
  item: MeetingItem;
  said: ItemDraft;
  onChange: (more: Partial<ItemDraft>) => void;
}) {
  const words = say(meetingWords);
  const { at, meeting, item, said, onChange } = given;
  const [staffNo, setStaffNo] = useState('');
  const [reason, setReason] = useState('');
  const declared = said.declared.map((each) => each.staffNo);
  const canAdd = staffNo !== '' && reason.trim().length >= 2;
  const add = () => {
    if (!canAdd) return;
    onChange({ declared: [...said.declared, { staffNo, reason: reason.trim() }] });
    setStaffNo('');
    setReason('');
  };
  return (
    <>
      {said.declared.length > 0 && (
        <ul>
          {said.declared.map((each) => (
            <li key={each.staffNo}>
              {nameIn(meeting, each.staffNo)}
              <span class="note">
                （{words.declared}：{each.reason}）
              </span>{' '}
              <button
                type="button"
                class="link"
                aria-label={`${words.remove} ${nameIn(meeting, each.staffNo)}`}
                onClick={() => onChange({ declared: said.declared.filter((other) => other !== each) })}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{words.addRecusal}</summary>
        <div class="declare-row">
          <Field name={at} label={words.recusalWho}>
            {(input) => (
              <select
                {...input}
                value={staffNo}
                onChange={({ currentTarget }) => setStaffNo(currentTarget.value)}
              >
                <option value="">{words.chooseMember}</option>
                {baseOf(item, declared).map((each) => (
                  <option key={each} value={each}>
                    {nameIn(meeting, each)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name={`${at}/reason`} label={words.recusalWhy}>
            {(input) => (
              <input
                {...input}
                value={reason}
                maxLength={500}
                onInput={({ currentTarget }) => setReason(currentTarget.value)}
              />
            )}
          </Field>
          <button type="button" aria-disabled={!canAdd} onClick={add}>
            {words.add}
          </button>
        </div>
      </details>
    </>
  );
}
