import './meetings.css';
import { withQuery } from '../paths.ts';
import { may } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { useCursors } from '../ui/pager.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { labelOf, say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import { MeetingState } from './meeting-state.tsx';
import { type MeetingLine, MEETINGS, type Meetings } from './meetings.api.ts';

/** Every meeting for the head of HR; for members those of their body. */
export default function MeetingsPage() {
  const words = say(meetingWords);
  const cursors = useCursors(MEETINGS);
  const meetings = useAsked<Meetings>(withQuery(MEETINGS, { after: cursors.after }));
  const planLink = may('meeting.record') && (
    <a class="button primary" href="/meetings/new">
      {words.plan}
    </a>
  );
  const columns: readonly Column<MeetingLine>[] = [
    { key: 'day', head: words.heldOn, cell: ({ heldOn }) => <time class="number">{heldOn}</time> },
    {
      key: 'title',
      head: words.name,
      cell: ({ id, title }) => (
        <a class="name" href={`/meetings/${id}`}>
          {title}
        </a>
      ),
    },
    { key: 'body', head: words.body, cell: ({ bodyLabel }) => labelOf(bodyLabel) },
    { key: 'items', head: words.itemCount, isNumber: true, cell: ({ itemCount }) => itemCount },
    { key: 'state', head: words.state, cell: ({ state }) => <MeetingState state={state} /> },
  ];
  return (
    <Page title={words.title} lead={words.lead} actions={planLink}>
      <Answer of={meetings}>
        {({ items, next }) =>
          items.length === 0 && cursors.index === 0 ? (
            <Empty title={words.empty}>
              <p class="note">{may('meeting.record') ? words.emptyForHead : words.emptyForOthers}</p>
              {planLink && <p class="actions">{planLink}</p>}
            </Empty>
          ) : (
            <>
              <Table caption={words.title} columns={columns} rows={items} keyOf={({ id }) => id} />
              <PageTurner cursors={cursors} next={next} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
