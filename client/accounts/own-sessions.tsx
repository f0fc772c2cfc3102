import { instant } from '../numbers.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Answer } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { say } from '../words/language.ts';
import { ownAccountWords } from '../words/own-account.ts';
import { deviceName } from './device-name.ts';
import {
  endOtherSessions,
  endSession,
  OWN_SESSIONS,
  type OwnSession,
  type SessionList,
} from './own-account.api.ts';

const deviceOf = ({ agent }: OwnSession): string => deviceName(agent) ?? say(ownAccountWords).unknownDevice;

function methodOf({ method, hasSecondFactor }: OwnSession): string {
  const words = say(ownAccountWords);
  if (method !== 'password') return words[method];
  return hasSecondFactor ? words.passwordAndFactor : words.password;
}

/** Where somebody is signed in, and the ending of it. */
export function OwnSessions() {
  const words = say(ownAccountWords);
  const asked = useAsked<SessionList>(OWN_SESSIONS);
  const done = (text: string) => {
    announce(text);
    asked.again();
  };
  return (
    <section>
      <h2>{words.sessionsTitle}</h2>
      <p class="note">{words.sessionsNote}</p>
      <Answer of={asked}>
        {({ items }) => (
          <>
            <Sessions items={items} onEnd={(id) => void endSession(id).then(() => done(words.ended))} />
            {items.length > 1 && (
              <p class="actions">
                <button
                  type="button"
                  onClick={() => void endOtherSessions().then(({ ended }) => done(words.endedOthers(ended)))}
                >
                  {words.endOthers}
                </button>
              </p>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

function Sessions({ items, onEnd }: { items: readonly OwnSession[]; onEnd: (id: string) => void }) {
  const words = say(ownAccountWords);
  return (
    <Table
      caption={words.sessionsCaption}
      class="session-table"
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'device',
          head: words.device,
          cell: (one) => (
            <>
              {deviceOf(one)} {one.isThis && <Tag tone="info">{words.thisOne}</Tag>}
            </>
          ),
        },
        { key: 'address', head: words.address, cell: ({ address }) => <span class="number">{address}</span> },
        {
          key: 'since',
          head: words.since,
          cell: ({ startedAt }) => <time class="number">{instant(startedAt)}</time>,
        },
        { key: 'method', head: words.method, cell: methodOf },
        {
          key: 'deeds',
          head: words.endOne,
          cell: (one) =>
            !one.isThis && (
              <button
                type="button"
                class="link"
                aria-label={words.endOneOf(deviceOf(one), instant(one.startedAt))}
                onClick={() => onEnd(one.id)}
              >
                {words.endOne}
              </button>
            ),
        },
      ]}
    />
  );
}
