import '../todo/todo.css';
import { countUnread } from '../inbox-count.ts';
import { instant } from '../numbers.ts';
import { withQuery } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { inboxWords } from '../words/inbox.ts';
import { labelOf, say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { INBOX, type Inbox, type Message, readAllMessages, readMessage } from './inbox.api.ts';

/** What one was told, the latest first; each leads to the file it is about. */
export default function InboxPage() {
  const words = say(inboxWords);
  const cursors = useCursors(INBOX);
  const asked = useAsked<Inbox>(withQuery(INBOX, { after: cursors.after }));
  const unread = asked.value?.unread ?? 0;
  const again = () => {
    asked.again();
    void countUnread();
  };
  return (
    <Page
      title={say(shellWords).inbox}
      lead={asked.value && words.lead(unread)}
      actions={
        unread > 0 && (
          <button
            type="button"
            onClick={() =>
              void readAllMessages().then(({ read }) => {
                announce(words.readAllDone(read));
                again();
              }, told)
            }
          >
            {words.readAll}
          </button>
        )
      }
    >
      <Answer of={asked}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={words.none}>
              <p class="note">{words.noneHint}</p>
            </Empty>
          ) : (
            <>
              <ol class="todo-list card" aria-label={words.list}>
                {items.map((message) => (
                  <Entry key={message.id} message={message} onRead={again} />
                ))}
              </ol>
              <PageTurner cursors={cursors} next={next} />
            </>
          )
        }
      </Answer>
      <p class="note">
        {words.outside} <a href="/account">{words.toAccount}</a>
      </p>
    </Page>
  );
}

/** While nothing can be written a message stays unread; the page it leads to opens all the same. */
function told(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error;
  announce(error.message);
}

function Entry({ message, onRead }: { message: Message; onRead: () => void }) {
  const words = say(inboxWords);
  const { id, href, isRead } = message;
  const title = [labelOf(message.title), message.about].filter(Boolean).join(' · ');
  const at = instant(message.at);
  const read = () => void (isRead ? undefined : readMessage(id).then(onRead, told));
  return (
    <li>
      {href === null ? (
        <div class="todo-plain">
          <span>{title}</span>
          <time class="todo-detail number">{at}</time>
        </div>
      ) : (
        <a href={href} onClick={read}>
          <span class="todo-deed">{title}</span>
          <time class="todo-detail number">{at}</time>
        </a>
      )}
      {!isRead && (
        <>
          <Tag tone="info">{words.unread}</Tag>
          <button type="button" class="link" aria-label={words.readOne(title)} onClick={read}>
            {words.read}
          </button>
        </>
      )}
    </li>
  );
}
