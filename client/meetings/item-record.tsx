import { Field } from '../ui/form.tsx';
import { labelOf, say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import { BesideItem } from './beside-item.tsx';
import { CarriedFields } from './carried-fields.tsx';
import { DeclaredRecusals } from './declared-recusals.tsx';
import { type Draft, type ItemDraft, votesOf } from './draft.ts';
import type { Meeting, MeetingItem } from './meetings.api.ts';
import { Recusals } from './minutes-sheet.tsx';
import { baseOf, type Outcome, outcomeOf } from './vote.ts';

const VOTES = ['votesFor', 'votesAgainst', 'votesAbstained'] as const;

/** One file of the agenda: the decision, its votes, and at once what they come to. */
export function ItemRecord(given: {
  meeting: Meeting;
  item: MeetingItem;
  index: number;
  draft: Draft;
  onChange: (more: Partial<ItemDraft>) => void;
  /** Offered on the first of several. */
  onSpread?: () => void;
}) {
  const words = say(meetingWords);
  const { meeting, item, index, draft, onChange } = given;
  const said = draft.items[item.fileId]!;
  const at = `items/${index}`;
  const choice = item.choices.find(({ event }) => event === said.event);
  return (
    <section class="card item-record" aria-labelledby={`item-${index}`}>
      <h2 id={`item-${index}`}>
        {index + 1}. {item.title}
        <span class="note">
          {[labelOf(item.machineLabel), labelOf(item.stateLabel), item.personName, item.unitName]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {item.href !== null && (
          // In a window of its own: what was typed here stays.
          <a class="beside-link" href={item.href} target="_blank" rel="noopener">
            {words.openFile}
          </a>
        )}
      </h2>
      <BesideItem item={item} event={said.event} />
      <div class="vote-row">
        <Field name={`${at}/decision/event`} label={words.decision}>
          {(input) => (
            <select
              {...input}
              value={said.event}
              onChange={({ currentTarget }) => onChange({ event: currentTarget.value })}
            >
              <option value="">{words.undecided}</option>
              {item.choices.map(({ event, label, closedBecause }) => (
                <option key={event} value={event} disabled={closedBecause !== null}>
                  {labelOf(label)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {VOTES.map((vote) => (
          <Field key={vote} name={`${at}/decision/${vote}`} label={words[vote]}>
            {(input) => (
              <input
                {...input}
                class="number"
                inputMode="numeric"
                maxLength={3}
                disabled={said.event === ''}
                value={said.votes[vote]}
                onInput={({ currentTarget }) =>
                  onChange({ votes: { ...said.votes, [vote]: currentTarget.value } })
                }
              />
            )}
          </Field>
        ))}
      </div>
      <ShutChoices choices={item.choices} />
      {said.event !== '' && <Verdict meeting={meeting} item={item} draft={draft} />}
      {choice && (
        <CarriedFields
          at={`${at}/decision/data`}
          fields={choice.fields}
          data={said.data}
          onChange={onChange}
        />
      )}
      <Field name={`${at}/reason`} label={words.reason} hint={words.reasonHint}>
        {(input) => (
          <input
            {...input}
            maxLength={500}
            value={said.reason}
            onInput={({ currentTarget }) => onChange({ reason: currentTarget.value })}
          />
        )}
      </Field>
      <div class="item-recusals">
        <span class="strong">{words.recusals}</span>
        <Recusals
          meeting={meeting}
          item={{ isWithheld: false, recused: item.recused.filter(({ because }) => because !== 'declared') }}
        />
        <DeclaredRecusals
          at={`${at}/recused`}
          meeting={meeting}
          item={item}
          said={said}
          onChange={onChange}
        />
      </div>
      {given.onSpread && (
        <p class="actions">
          <button type="button" onClick={given.onSpread}>
            {words.likeFirst}
          </button>
        </p>
      )}
    </section>
  );
}

/** What the file’s own facts close stays visible, with the reason. */
function ShutChoices({ choices }: Pick<MeetingItem, 'choices'>) {
  const shut = choices.filter(({ closedBecause }) => closedBecause !== null);
  if (shut.length === 0) return null;
  return (
    <div class="shut-choices">
      <p class="note">{say(meetingWords).shut}</p>
      <ul>
        {shut.map(({ event, label, closedBecause }) => (
          <li key={event}>
            <b>{labelOf(label)}</b> <span class="note">{labelOf(closedBecause!)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Verdict({ meeting, item, draft }: { meeting: Meeting; item: MeetingItem; draft: Draft }) {
  const said = draft.items[item.fileId]!;
  const members = baseOf(
    item,
    said.declared.map(({ staffNo }) => staffNo),
  );
  const outcome = outcomeOf(meeting.rule, members, draft.present, votesOf(said));
  return <p class={outcome.verdict === 'valid' ? 'verdict ok' : 'verdict warn'}>{sentenceOf(outcome)}</p>;
}

function sentenceOf({ verdict, present, base, votesFor, cast, leastPresent, leastVotes }: Outcome): string {
  const words = say(meetingWords);
  switch (verdict) {
    case 'valid':
      return words.valid(present, base, votesFor);
    case 'noBase':
      return words.noBase;
    case 'tooFewPresent':
      return words.tooFewPresent(present, base, leastPresent);
    case 'votesDoNotAddUp':
      return words.votesDoNotAddUp(cast, present);
    case 'tooFewVotes':
      return words.tooFewVotes(votesFor, base, leastVotes);
  }
}
