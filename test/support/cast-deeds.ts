// What the cast does with a file, each deed over HTTP as whoever does it.
import { eq } from 'drizzle-orm';
import { exemptionsOf, inactionOf, initiativeOf, recordById } from '../../db/queries/conduct-files.ts';
import {
  deliveriesOf,
  eventsOfFile,
  evidenceOf,
  fileById,
  pendingOf,
} from '../../db/queries/procedure-files.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { COOKIE } from '../../server/http/session.ts';
import type { App } from '../../server/http/app-type.ts';
import { dayOf } from '../../server/main.ts';
import type { Answer } from './app.ts';
import {
  APPEAL_BODY,
  BOARD,
  type CastName,
  everybody,
  PANEL,
  type Stage,
  staffNoIn,
  tokensWith,
} from './cast-people.ts';
import { DATA, lead } from './conduct-data.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** `anon` has no cookie. */
export type Asker = CastName | 'anon';
export type Body = 'panel' | 'appeal_body' | 'board';
const MEMBERS: Readonly<Record<Body, readonly CastName[]>> = {
  ...{ panel: PANEL, appeal_body: APPEAL_BODY, board: BOARD },
};
const PAGES: Readonly<Record<string, string>> = {
  ...{ inaction: 'conduct', initiative: 'conduct', exemption: 'exemptions', pilot: 'pilots' },
};

export interface CastHome {
  readonly app: App;
  readonly store: Store;
  readonly clock: { now: number };
  readonly stage: Stage;
  readonly signingKey: string;
  /** One round of the product’s own clock. */
  readonly tick: () => Promise<{ fired: number; isHalted: boolean }>;
}

let keys = 0;
export const freshKey = (): string => `cast-key-${process.pid}-${String((keys += 1)).padStart(8, '0')}`;
const EDGE = 'castEdge';

/** Requests of each of the cast; whoever asks first is recognised once. */
export function asksOf({ app, signingKey }: Pick<CastHome, 'app' | 'signingKey'>) {
  const tokenOf = tokensWith(signingKey);
  const known = new Map<CastName, Promise<Record<string, string>>>();
  async function recognised(name: CastName): Promise<Record<string, string>> {
    const cookie = `${COOKIE}=${tokenOf(name)}`;
    const session = await app.inject({ method: 'GET', url: '/api/session', headers: { cookie } });
    if (session.statusCode !== 200) throw new Error(`no session for ${name}: ${session.body}`);
    return { cookie, 'x-csrf-token': session.json<{ csrfToken: string }>().csrfToken };
  }
  function headersOf(who: Asker): Promise<Record<string, string>> {
    if (who === 'anon') return Promise.resolve({});
    const found = known.get(who) ?? recognised(who);
    known.set(who, found);
    return found;
  }
  return async (
    who: Asker,
    method: Method,
    url: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const answer = await app.inject({
      ...{ method, url },
      headers: {
        ...(await headersOf(who)),
        ...(method !== 'GET' && { 'idempotency-key': freshKey() }),
        ...more,
      },
      ...(body !== undefined && { payload: body as object }),
    });
    const isJson = answer.headers['content-type']?.includes('json') === true;
    return {
      ...{ status: answer.statusCode, text: answer.body, headers: answer.headers },
      body: isJson && answer.body !== '' ? (JSON.parse(answer.body) as unknown) : null,
    };
  };
}

export interface MoreOfEvent {
  readonly reason?: string;
  readonly data?: object;
  readonly version?: number;
}

/** A refusal where a test took success for granted. */
export async function done<T = { id: string; version: number; state: string }>(
  answer: Promise<Answer>,
): Promise<T> {
  const { status, text, body } = await answer;
  if (status !== 200) throw new Error(`refused: ${status} ${text}`);
  return body as T;
}

export function castDeeds(home: CastHome) {
  const { store, clock, stage } = home;
  const { read, tables } = store;
  const ask = asksOf(home);
  const staffNo = (name: CastName): string => staffNoIn(stage, name);
  const today = (): string => dayOf(clock.now);

  async function fileOf(id: string): Promise<Row<'files'>> {
    const file = await fileById(read, tables, id);
    if (!file) throw new Error(`there is no file ${id}`);
    return file;
  }
  const pathOf = ({ id, machine }: Pick<Row<'files'>, 'id' | 'machine'>): string =>
    `/api/${PAGES[machine]!}/${id}`;

  /** An event as somebody, from the version the file has now; carries what such an event usually does. */
  async function fire(who: Asker, id: string, event: string, more: MoreOfEvent = {}): Promise<Answer> {
    const file = await fileOf(id);
    const {
      version = file.version,
      reason = '理由充分',
      data = DATA[file.machine]?.[event]?.(today()) ?? {},
    } = more;
    return ask(who, 'POST', `${pathOf(file)}/events`, { event, version, reason, data });
  }
  const move = (who: Asker, id: string, event: string, more?: MoreOfEvent) =>
    done(fire(who, id, event, more));

  const assign = (id: string, who: CastName, principal: string, by: CastName = 'secretary') =>
    ask(by, 'POST', `/api/files/${id}/assignments`, {
      ...{ staffNo: staffNo(who), principal, reason: '按分工承办' },
    });
  async function name(id: string, principal: string, ...people: readonly CastName[]): Promise<void> {
    for (const who of people) await done(assign(id, who, principal));
  }

  /** The notice issued last, or first, that nobody has signed for. */
  async function openDelivery(id: string, which: 'first' | 'last' = 'last'): Promise<Row<'deliveries'>> {
    const open = (await deliveriesOf(read, tables, id)).filter(({ servedAt }) => servedAt === null);
    if (open.length === 0) throw new Error(`no notice waits in ${id}`);
    return open.at(which === 'first' ? 0 : -1)!;
  }
  async function sign(id: string, who: Asker = 'subject', which?: 'first' | 'last'): Promise<Answer> {
    const { id: deliveryId, version } = await openDelivery(id, which);
    return ask(who, 'POST', `/api/files/${id}/deliveries/${deliveryId}/signature`, { version });
  }
  async function handOver(id: string, who: Asker, paperOn = today()): Promise<Answer> {
    const { id: deliveryId, version } = await openDelivery(id);
    const body = { version, paperOn, witness: '见证人（虚构）' };
    return ask(who, 'POST', `/api/files/${id}/deliveries/${deliveryId}/paper`, body);
  }

  async function addEvidence(id: string, who: Asker, text = '材料'): Promise<string> {
    const bytes = Buffer.from(
      `--${EDGE}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n` +
        `content-type: application/pdf\r\n\r\n%PDF-1.4 ${text}\r\n--${EDGE}--\r\n`,
    );
    const type = { 'content-type': `multipart/form-data; boundary=${EDGE}` };
    await done(ask(who, 'POST', `/api/files/${id}/evidence`, bytes, type));
    return (await evidenceOf(read, tables, id)).at(-1)!.id;
  }
  /** What waits for a second signature. */
  async function second(id: string, who: Asker, decision: 'sign' | 'refuse' = 'sign'): Promise<Answer> {
    const [pending] = await pendingOf(read, tables, id);
    if (!pending) throw new Error(`nothing waits for a signature in ${id}`);
    const body = { version: pending.version, decision, reason: '核对一致' };
    return ask(who, 'POST', `/api/files/${id}/pending/${pending.id}/decision`, body);
  }

  const plan = (body: Body, agenda: readonly string[], by: CastName = 'secretary'): Promise<Answer> =>
    ask(by, 'POST', '/api/meetings', { body, title: '会议（虚构）', heldOn: today(), agenda });

  /** Records a planned meeting in agreement: everybody who may vote is there and votes for it. */
  async function record(
    meetingId: string,
    event: string,
    { data, by = 'secretary' }: { data?: object; by?: CastName } = {},
  ): Promise<Answer> {
    const found = await ask(by, 'GET', `/api/meetings/${meetingId}`);
    const { version, items } = found.body as {
      version: number;
      items: { fileId: string; fileVersion: number; entitled: string[]; recused: { staffNo: string }[] }[];
    };
    const base = items.map(({ entitled, recused }) =>
      entitled.filter((each) => !recused.some((other) => other.staffNo === each)),
    );
    const sent = await Promise.all(
      items.map(async ({ fileId, fileVersion }, i) => {
        const { machine } = await fileOf(fileId);
        const carried = data ?? DATA[machine]?.[event]?.(today()) ?? {};
        const votes = { votesFor: base[i]!.length, votesAgainst: 0, votesAbstained: 0 };
        return {
          fileId,
          fileVersion,
          decision: { event, data: carried, ...votes },
          reason: '事实清楚，依据充分',
        };
      }),
    );
    const present = [...new Set(base.flat())];
    return ask(by, 'POST', `/api/meetings/${meetingId}/record`, {
      ...{ version, heldOn: today(), present, items: sent, minutes: '会议记录（虚构）' },
    });
  }
  async function confirm(meetingId: string, who: CastName): Promise<Answer> {
    const { version } = (await ask('secretary', 'GET', `/api/meetings/${meetingId}`)).body as {
      version: number;
    };
    return ask(who, 'POST', `/api/meetings/${meetingId}/confirmation`, { version });
  }
  /** A whole meeting on one file: planned and recorded by the head of HR, confirmed by a member. */
  async function decide(body: Body, id: string, event: string, data?: object): Promise<string> {
    const { id: meetingId } = await done(plan(body, [id]));
    await done(record(meetingId, event, data === undefined ? {} : { data }));
    await done(confirm(meetingId, MEMBERS[body][0]!));
    return meetingId;
  }

  /** The clock goes on so many days, and what is due by then happens. */
  async function later(days: number): Promise<void> {
    clock.now += days * 86_400_000;
    for (let round = await home.tick(); round.fired > 0; round = await home.tick());
  }
  const clockIds = async (id: string): Promise<Row<'clocks'>[]> =>
    read.select().from(tables.clocks).where(eq(tables.clocks.fileId, id));

  return {
    ...{ home, ask, fire, move, assign, name, sign, handOver, addEvidence, second, plan, record, confirm },
    ...{ decide, later, fileOf, pathOf, openDelivery, today, staffNo, everybody },
    get: (who: Asker, url: string) => ask(who, 'GET', url),
    /** A lead about the person concerned, drafted; answers the file. */
    async draft(more: object = {}, by: Asker = 'recorder'): Promise<string> {
      const body = lead({ staffNo: staffNo('subject'), ...more });
      return (await done(ask(by, 'POST', '/api/conduct/inactions', body))).id;
    },
    events: (id: string) => eventsOfFile(read, tables, id),
    /** What the ledger holds of a file. */
    async ledger(id: string): Promise<Row<'conductRecords'> | undefined> {
      const said = (await inactionOf(read, tables, id)) ?? (await initiativeOf(read, tables, id));
      return said?.recordId == null ? undefined : recordById(read, tables, said.recordId);
    },
    /** The exemption asked for last in a file of inaction. */
    exemptionOf: async (id: string): Promise<string> => (await exemptionsOf(read, tables, id))[0]!.file.id,
    view: async (who: Asker, id: string) => ask(who, 'GET', pathOf(await fileOf(id))),
    running: async (id: string) => (await clockIds(id)).filter(({ state }) => state === 'pending'),
    /** The clock goes to the end of the time that runs in a file, and no further. */
    async lapse(id: string, kind: string): Promise<void> {
      const clockOf = (await clockIds(id)).find((each) => each.kind === kind && each.state === 'pending');
      if (!clockOf) throw new Error(`no ${kind} runs in ${id}`);
      clock.now = Math.max(clock.now, clockOf.dueAt);
      await later(0);
    },
  };
}
export type CastDeeds = ReturnType<typeof castDeeds>;
