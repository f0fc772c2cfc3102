import { instant } from '../numbers.ts';
import { withQuery } from '../paths.ts';
import { session } from '../session.ts';
import { type Column, Table } from '../ui/table.tsx';
import { labelOf, say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import { type Meeting, type MeetingItem } from './meetings.api.ts';

export const nameIn = ({ members }: Meeting, staffNo: string): string =>
  members.find((member) => member.staffNo === staffNo)?.name ?? staffNo;

/** The minutes: on paper one reads them without the product, and signs below. */
export function MinutesSheet({ meeting }: { meeting: Meeting }) {
  const words = say(meetingWords);
  return (
    <article class="minutes stack">
      <p class="minutes-school">{session.value?.schoolName}</p>
      {meeting.state !== 'planned' && <Attendance meeting={meeting} />}
      <section>
        <h2>{words.agenda}</h2>
        <Table
          caption={words.agenda}
          columns={columnsOf(meeting)}
          rows={meeting.items.map((item, index) => ({ item, index }))}
          keyOf={({ item }) => item.fileId}
        />
        <p class="note">{words.rule}</p>
      </section>
      {meeting.recordedAt !== null && (
        <section>
          <h2>{words.minutes}</h2>
          <p class={meeting.minutes === null ? 'note' : 'minutes-text'}>
            {meeting.minutes ?? words.withheldMinutes}
          </p>
        </section>
      )}
      <Course meeting={meeting} />
      <Signatures />
    </article>
  );
}

function Attendance({ meeting }: { meeting: Meeting }) {
  const words = say(meetingWords);
  const { members } = meeting;
  const names = (isPresent: boolean): string =>
    members
      .filter((member) => member.isPresent === isPresent)
      .map(({ staffNo, name }) => name ?? staffNo)
      .join('、') || words.nobody;
  const present = members.filter(({ isPresent }) => isPresent).length;
  return (
    <section>
      <h2>{words.attendanceOf(present, members.length)}</h2>
      <p>
        {words.present}：{names(true)}
      </p>
      <p>
        {words.absent}：{names(false)}
      </p>
    </section>
  );
}

interface Numbered {
  readonly item: MeetingItem;
  readonly index: number;
}

const columnsOf = (meeting: Meeting): readonly Column<Numbered>[] => {
  const words = say(meetingWords);
  return [
    { key: 'number', head: words.number, isNumber: true, cell: ({ index }) => index + 1 },
    { key: 'file', head: words.file, cell: ({ item }) => <FileCell meeting={meeting} item={item} /> },
    {
      key: 'decision',
      head: words.decision,
      cell: ({ item }) => <DecisionCell meeting={meeting} item={item} />,
    },
    { key: 'recused', head: words.recusals, cell: ({ item }) => <Recusals meeting={meeting} item={item} /> },
  ];
};

function FileCell({ meeting, item }: { meeting: Meeting; item: MeetingItem }) {
  const words = say(meetingWords);
  if (item.isWithheld) return <span class="note">{words.withheld}</span>;
  return (
    <>
      {item.href === null ? (
        <b>{item.title}</b>
      ) : (
        <a href={withQuery(item.href, { meeting: meeting.id })}>{item.title}</a>
      )}
      <p class="note">
        {[labelOf(item.machineLabel), item.personName, item.unitName].filter(Boolean).join(' · ')}
      </p>
      {item.hasMoved && meeting.state === 'recorded' && (
        <p class="moved">
          {words.moved}；{words.movedHint}
        </p>
      )}
    </>
  );
}

function DecisionCell({ meeting, item }: { meeting: Meeting; item: MeetingItem }) {
  const words = say(meetingWords);
  const { decision, reason } = item;
  if (meeting.state === 'planned' || item.isWithheld) return null;
  return (
    <>
      <b>{decision === null ? words.undecided : labelOf(decision.label)}</b>
      {decision !== null && (
        <p class="number">
          {words.voteOf(decision.votesFor, decision.votesAgainst, decision.votesAbstained)}
        </p>
      )}
      {decision?.said.map(({ label, text }) => (
        <p key={label.zh}>
          {labelOf(label)}：{labelOf(text)}
        </p>
      ))}
      {reason && <p class="note">{reason}</p>}
    </>
  );
}

export function Recusals({
  meeting,
  item,
}: {
  meeting: Meeting;
  item: Pick<MeetingItem, 'recused' | 'isWithheld'>;
}) {
  const words = say(meetingWords);
  if (item.isWithheld) return null;
  if (item.recused.length === 0) return <span class="note">{words.noRecusals}</span>;
  return (
    <ul>
      {item.recused.map(({ staffNo, because, detail }) => (
        <li key={staffNo}>
          {nameIn(meeting, staffNo)}
          <span class="note">
            （{words[because]}
            {detail && `：${detail}`}）
          </span>
        </li>
      ))}
    </ul>
  );
}

function Course({ meeting }: { meeting: Meeting }) {
  const words = say(meetingWords);
  const steps = [
    [words.plannedBy, meeting.plannedBy, meeting.plannedAt],
    [words.recordedBy, meeting.recordedBy, meeting.recordedAt],
    [words.confirmedBy, meeting.confirmedBy, meeting.confirmedAt],
    [words.cancelledBy, meeting.cancelledBy, meeting.cancelledAt],
  ] as const;
  return (
    <>
      <dl class="facts">
        {steps.map(
          ([deed, by, at]) =>
            by !== null &&
            at !== null && (
              <div key={deed}>
                <dt>{deed}</dt>
                <dd>
                  {by.name ?? by.staffNo} <time class="number">{instant(at)}</time>
                </dd>
              </div>
            ),
        )}
      </dl>
      {meeting.cancelReason !== null && (
        <p>
          {words.cancelReason}：{meeting.cancelReason}
        </p>
      )}
    </>
  );
}

/** On paper only. */
function Signatures() {
  const words = say(meetingWords);
  return (
    <div class="signatures" aria-hidden="true">
      {[words.chair, words.recorderSigns, words.memberSigns].map((who) => (
        <p key={who}>
          <span>{who}</span>
          <span class="line" />
          <span>{words.signedOn}</span>
        </p>
      ))}
    </div>
  );
}
