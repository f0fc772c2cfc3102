import { useState } from 'preact/hooks';
import type { FieldProblem } from '../problem.ts';
import { Field, Form } from '../ui/form.tsx';
import { labelOf, say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import { shellWords } from '../words/shell.ts';
import { type Draft, draftOf, recordOf, spread, unfilledIn } from './draft.ts';
import { ItemRecord } from './item-record.tsx';
import { type Meeting, recordMeeting } from './meetings.api.ts';

/** Who was there, what was decided on each file with which votes, and the minutes. */
export function RecordForm(given: {
  meeting: Meeting;
  onDay: (day: string) => void;
  onRecorded: () => void;
  onCancel?: () => void;
}) {
  const words = say(meetingWords);
  const { meeting, onDay, onRecorded, onCancel } = given;
  const [draft, setDraft] = useState<Draft>(() => draftOf(meeting));
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  return (
    <Form
      submit={words.submitRecord}
      {...(onCancel && { onCancel })}
      check={() => missingIn(meeting, draft)}
      onSubmit={async () => {
        await recordMeeting(meeting.id, recordOf(meeting, draft));
        onRecorded();
      }}
    >
      <p class="note">{words.recordLead}</p>
      <p class="note">{words.rule}</p>
      <div class="plan-head">
        <Field name="heldOn" label={words.heldOn}>
          {(input) => (
            <input
              {...input}
              type="date"
              value={draft.heldOn}
              onInput={({ currentTarget: { value } }) => {
                change({ heldOn: value });
                if (value !== '') onDay(value);
              }}
            />
          )}
        </Field>
      </div>
      <Attendance meeting={meeting} draft={draft} onChange={change} />
      {meeting.items.map((item, index) => (
        <ItemRecord
          key={item.fileId}
          meeting={meeting}
          item={item}
          index={index}
          draft={draft}
          onChange={(more) =>
            change({ items: { ...draft.items, [item.fileId]: { ...draft.items[item.fileId]!, ...more } } })
          }
          {...(index === 0 &&
            meeting.items.length > 1 && { onSpread: () => setDraft(spread(meeting, draft)) })}
        />
      ))}
      <Field name="minutes" label={words.minutes} hint={words.minutesHint}>
        {(input) => (
          <textarea
            {...input}
            value={draft.minutes}
            maxLength={20_000}
            rows={8}
            onInput={({ currentTarget }) => change({ minutes: currentTarget.value })}
          />
        )}
      </Field>
    </Form>
  );
}

function missingIn({ items }: Meeting, draft: Draft): FieldProblem[] {
  const words = say(meetingWords);
  const required = say(shellWords).required;
  return [
    ...(draft.heldOn === '' ? [{ pointer: '/heldOn', detail: words.fillDay }] : []),
    ...items.flatMap((item, index) => [
      ...unfilledIn(item, draft.items[item.fileId]!).map(({ name, label }) => ({
        pointer: `/items/${index}/decision/data/${name}`,
        detail: `${item.title}：${required(labelOf(label))}`,
      })),
      ...(draft.items[item.fileId]!.reason.trim().length < 2
        ? [{ pointer: `/items/${index}/reason`, detail: `${item.title}：${required(words.reason)}` }]
        : []),
    ]),
    ...(draft.minutes.trim() === '' ? [{ pointer: '/minutes', detail: required(words.minutes) }] : []),
  ];
}

function Attendance(given: { meeting: Meeting; draft: Draft; onChange: (more: Partial<Draft>) => void }) {
  const words = say(meetingWords);
  const { meeting, draft, onChange } = given;
  const { members } = meeting;
  const toggle = (staffNo: string, isPresent: boolean) =>
    onChange({
      present: new Set(
        isPresent ? [...draft.present, staffNo] : [...draft.present].filter((each) => each !== staffNo),
      ),
    });
  if (members.length === 0) return <p class="notice warn">{words.noMembers}</p>;
  return (
    <Field name="present" label={words.attendanceOf(draft.present.size, members.length)}>
      {({ id, 'aria-describedby': described }) => (
        <div id={id} role="group" tabIndex={-1} aria-label={words.attendance} aria-describedby={described}>
          <p class="actions">
            <button
              type="button"
              class="link"
              onClick={() => onChange({ present: new Set(members.map(({ staffNo }) => staffNo)) })}
            >
              {words.everybody}
            </button>
          </p>
          <div class="choices attendance">
            {members.map(({ staffNo, name }) => (
              <label key={staffNo}>
                <input
                  type="checkbox"
                  checked={draft.present.has(staffNo)}
                  onChange={({ currentTarget }) => toggle(staffNo, currentTarget.checked)}
                />
                {name ?? staffNo}
              </label>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}
