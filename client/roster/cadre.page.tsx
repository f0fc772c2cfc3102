import './roster.css';
import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import type { Params } from '../paths.ts';
import { holds, session } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { say } from '../words/language.ts';
import { rosterWords } from '../words/roster.ts';
import { shellWords } from '../words/shell.ts';
import { cadre, type Cadre } from './roster.api.ts';

/** One person's file in short: who, where, which posts, which years. */
export default function CadrePage({ params }: { params: Params }) {
  const words = say(rosterWords);
  const asked = useAsked<Cadre>(cadre(params['id'] ?? ''));
  const person = asked.value;
  return (
    <>
      <p class="back no-print">
        <a href="/roster">← {words.backToRoster}</a>
      </p>
      <Page
        title={person?.name ?? say(shellWords).roster}
        lead={person && `${person.unitName} ${person.postTitle} · ${person.staffNo}`}
        actions={
          <button type="button" onClick={() => print()}>
            {say(shellWords).print}
          </button>
        }
      >
        <Answer of={asked}>{(found) => <File person={found} />}</Answer>
      </Page>
    </>
  );
}

function File({ person }: { person: Cadre }) {
  return (
    <>
      <div class="columns">
        <div>
          <Facts person={person} />
          <Posts posts={person.posts} />
        </div>
        <div>
          <Years person={person} />
        </div>
      </div>
      <Watermark />
    </>
  );
}

function Facts({ person }: { person: Cadre }) {
  const words = say(rosterWords);
  const shared = say(shellWords);
  const isOwn = person.id === session.value?.cadreId;
  const facts: readonly (readonly [name: string, value: string | null, item?: string])[] = [
    [words.rank, person.rank, 'rank'],
    [words.template, person.template === 'principal' ? words.principal : words.member, 'template'],
    [words.isPartySecretary, person.isPartySecretary ? shared.yes : shared.no],
    [words.isSpecialist, person.isSpecialist ? shared.yes : shared.no],
    [words.cadreSince, person.cadreSince, 'cadreSince'],
    [words.retiresOn, person.retiresOn, 'retiresOn'],
    [words.citizenId, person.citizenIdMasked, 'citizenId'],
    [words.phone, person.phoneMasked, 'phone'],
  ];
  return (
    <dl class="person-facts card">
      {facts.map(([name, value, item]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="number">
            {value ?? words.unknown} {isOwn && item !== undefined && <CorrectLink {...{ item, name }} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function CorrectLink({ item, name }: { item: string; name: string }) {
  const words = say(rosterWords);
  return (
    <a class="no-print" href={`/my-record/corrections?item=${item}`} aria-label={words.correctItem(name)}>
      {words.correct}
    </a>
  );
}

function Posts({ posts }: { posts: Cadre['posts'] }) {
  const words = say(rosterWords);
  return (
    <section>
      <h2>{words.posts}</h2>
      {posts.length === 0 && <p class="note">{words.noPosts}</p>}
      {posts.length > 0 && (
        <Table
          caption={words.posts}
          rows={posts}
          keyOf={({ postName, fromOn }) => postName + fromOn}
          columns={[
            {
              key: 'post',
              head: words.post,
              cell: ({ postName, isSensitive }) => (
                <>
                  {postName} {isSensitive && <Tag tone="warn">{words.sensitive}</Tag>}
                </>
              ),
            },
            { key: 'unit', head: words.unit, cell: ({ unitName }) => unitName },
            { key: 'rank', head: words.rank, cell: ({ rank }) => rank ?? words.unknown },
            {
              key: 'period',
              head: words.period,
              cell: ({ fromOn, toOn }) => (
                <span class="number">
                  {toOn === null ? words.sinceThen(fromOn) : words.until(fromOn, toOn)}
                </span>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

function Years({ person }: { person: Cadre }) {
  const words = say(rosterWords);
  if (!holds('leader', 'hr', 'hr_head', 'board')) return null;
  return (
    <section>
      <h2>{words.results}</h2>
      {person.years.length === 0 && <p class="note">{words.noResults}</p>}
      {person.years.length > 0 && (
        <ul class="year-links">
          {person.years.map((year) => (
            <li key={year}>
              <a href={`/years/${year}/results/${encodeURIComponent(person.id)}`}>{words.resultOf(year)}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Who looked, and when: printed too. */
function Watermark() {
  const [seenAt] = useState(() => Date.now());
  const { name, staffNo } = session.value ?? { name: null, staffNo: '' };
  return <p class="note watermark">{say(rosterWords).watermark(name ?? staffNo, instant(seenAt))}</p>;
}
