// Two decisions at once in one file of the ledger: there may be one effect, whoever comes first.
import { eq } from 'drizzle-orm';
import type { Answer } from './app.ts';
import { type CastDeeds, done } from './cast-deeds.ts';
import { APPEAL_BODY, PANEL } from './cast-people.ts';
import { courseOf } from './conduct-course.ts';
import { findingOf } from './conduct-model.ts';
import { claim as aClaim } from './conduct-data.ts';

/** Asked at the same moment, each at any node of the product. */
type Attempt = (cast: CastDeeds) => Promise<Pick<Answer, 'status' | 'text'>>;
export interface Started {
  readonly attempts: readonly Attempt[];
  /** The files that one of them moves on by one step each. */
  readonly files: readonly string[];
  /** Whose record the ledger must agree with. */
  readonly record: string;
  /** Rounds of the clock among them: one that finds its work done says so too. */
  readonly hasClock?: true;
}
export interface ConductRace {
  readonly name: string;
  readonly start: (cast: CastDeeds) => Promise<Started>;
}

const firing =
  (version: number) =>
  (who: Parameters<CastDeeds['fire']>[0], id: string, event: string): Attempt =>
  (cast) =>
    cast.fire(who, id, event, { version });

async function answeredOnce(cast: CastDeeds): Promise<string> {
  const id = await courseOf(cast).answered();
  await cast.name(id, 'hr_head', 'reviewer');
  await cast.name(id, 'inspector', 'inspector');
  return id;
}
async function underReview(cast: CastDeeds): Promise<string> {
  const id = await answeredOnce(cast);
  await cast.move('reviewer', id, 'confirm');
  await cast.move('subject', id, 'request_review');
  await cast.name(id, 'hr_head', 'reconsiderer', 'both');
  return id;
}
async function appealed(cast: CastDeeds): Promise<{ id: string; meetingId: string }> {
  const id = await answeredOnce(cast);
  await cast.move('reviewer', id, 'confirm');
  await cast.move('subject', id, 'appeal');
  await cast.name(id, 'appeal_body', ...APPEAL_BODY);
  const { id: meetingId } = await done(cast.plan('appeal_body', [id]));
  return { id, meetingId };
}
const versionOf = async (cast: CastDeeds, id: string): Promise<number> => (await cast.fileOf(id)).version;

export const conductRaces: readonly ConductRace[] = [
  {
    name: '予以认定、不予认定、退回同时发出',
    async start(cast) {
      const id = await answeredOnce(cast);
      const as = firing(await versionOf(cast, id));
      const attempts = [
        as('reviewer', id, 'confirm'),
        as('inspector', id, 'dismiss'),
        as('reviewer', id, 'return'),
      ];
      return { attempts, files: [id], record: id };
    },
  },
  {
    name: '陈述申辩与申请免责同时发出',
    async start(cast) {
      const id = await courseOf(cast).notified();
      const as = firing(await versionOf(cast, id));
      const attempts = [
        as('subject', id, 'respond'),
        as('subject', id, 'claim_exemption'),
        as('subject', id, 'claim_exemption'),
      ];
      return { attempts, files: [id], record: id };
    },
  },
  {
    name: '复核维持与撤销同时作出',
    async start(cast) {
      const id = await underReview(cast);
      const as = firing(await versionOf(cast, id));
      const attempts = [as('reconsiderer', id, 'keep'), as('both', id, 'revoke'), as('both', id, 'keep')];
      return { attempts, files: [id], record: id };
    },
  },
  {
    name: '同一事项同时列入两次会议',
    async start(cast) {
      const { id, meetingId } = await appealed(cast);
      const { version } = (await cast.get('secretary', `/api/meetings/${meetingId}`)).body as {
        version: number;
      };
      const body = { version, reason: '改期' };
      await done(cast.ask('secretary', 'POST', `/api/meetings/${meetingId}/cancellation`, body));
      const planning: Attempt = (at) => at.plan('appeal_body', [id]);
      return { attempts: [planning, planning, planning], files: [], record: id };
    },
  },
  {
    name: '会议由三人同时确认',
    async start(cast) {
      const { id, meetingId } = await appealed(cast);
      await done(cast.record(meetingId, 'overturn'));
      const attempts = APPEAL_BODY.map(
        (who): Attempt =>
          (at) =>
            at.confirm(meetingId, who),
      );
      return { attempts, files: [id], record: id };
    },
  },
  {
    name: '会议确认与撤回申诉同时发生',
    async start(cast) {
      const { id, meetingId } = await appealed(cast);
      await done(cast.record(meetingId, 'overturn'));
      const as = firing(await versionOf(cast, id));
      const attempts: Attempt[] = [
        (at) => at.confirm(meetingId, 'appeal1'),
        as('subject', id, 'withdraw_appeal'),
      ];
      return { attempts, files: [id], record: id };
    },
  },
  {
    name: '免责决定的会议确认与另一成员的确认同时',
    async start(cast) {
      const course = courseOf(cast);
      const { id, exemption } = await course.held(await course.notified());
      await course.toPanel(exemption);
      const { id: meetingId } = await done(cast.plan('panel', [exemption]));
      await done(cast.record(meetingId, 'decide_exempt'));
      const attempts = PANEL.map(
        (who): Attempt =>
          (at) =>
            at.confirm(meetingId, who),
      );
      return { attempts, files: [exemption], record: id };
    },
  },
  {
    name: '认定书同时送达两次：记录只往前一步',
    async start(cast) {
      const course = courseOf(cast);
      const { id, exemption } = await course.held(await course.notified());
      await course.toPanel(exemption);
      await cast.decide('panel', exemption, 'decide_exempt');
      await cast.name(exemption, 'hr', 'notifier');
      const as = firing(await versionOf(cast, exemption));
      const attempts = [
        as('notifier', exemption, 'serve'),
        as('clerk', exemption, 'serve'),
        as('notifier', exemption, 'serve'),
      ];
      return { attempts, files: [exemption, id], record: id };
    },
  },
  {
    name: '两人同时会签',
    async start(cast) {
      const course = courseOf(cast);
      const { id, exemption } = await course.held(await course.notified());
      await course.investigating(exemption);
      await course.writeFindings(exemption);
      await cast.name(exemption, 'inspector', 'inspector');
      await cast.move('investigator1', exemption, 'show_facts');
      const signing =
        (who: 'investigator2' | 'inspector'): Attempt =>
        (at) =>
          at.second(exemption, who);
      return { attempts: [signing('investigator2'), signing('inspector')], files: [exemption], record: id };
    },
  },
  {
    name: '申请提交与撤回同时发出',
    async start(cast) {
      const course = courseOf(cast);
      const { id, exemption } = await course.held(await course.notified());
      const body = { ...aClaim(), version: await versionOf(cast, exemption) };
      await done(cast.ask('subject', 'PUT', `/api/exemptions/${exemption}/claim`, body));
      const as = firing(await versionOf(cast, exemption));
      const attempts = [
        as('subject', exemption, 'submit'),
        as('subject', exemption, 'withdraw'),
        as('subject', exemption, 'submit'),
      ];
      return { attempts, files: [exemption], record: id };
    },
  },
  {
    name: '期满的一刻才陈述',
    async start(cast) {
      const id = await courseOf(cast).notified();
      const as = firing(await versionOf(cast, id));
      const { dueAt } = (await cast.running(id)).find(({ kind }) => kind === 'window_over')!;
      cast.home.clock.now = Math.max(cast.home.clock.now, dueAt);
      const ticking: Attempt = async (at) => {
        await at.home.tick();
        return { status: (await at.events(id)).at(-1)?.event === 'window_over' ? 200 : 409, text: '' };
      };
      return {
        attempts: [ticking, as('subject', id, 'respond'), ticking],
        files: [id],
        record: id,
        hasClock: true,
      };
    },
  },
];

const LOSERS = [403, 404, 409];

/** Everything wrong once all attempts have been answered; empty = one effect. */
export async function judged(
  cast: CastDeeds,
  { files, record, hasClock }: Started,
  before: ReadonlyMap<string, number>,
  answers: readonly Pick<Answer, 'status' | 'text'>[],
): Promise<string[]> {
  const wrong: string[] = [];
  const won = answers.filter(({ status }) => status === 200).length;
  if (hasClock ? won < 1 : won !== 1)
    wrong.push(`${won} won: ${answers.map(({ status, text }) => `${status} ${text}`).join(' | ')}`);
  for (const { status, text } of answers)
    if (status !== 200 && !LOSERS.includes(status)) wrong.push(`a loser was told ${status} ${text}`);
  for (const id of files) {
    const file = await cast.fileOf(id);
    const events = await cast.events(id);
    const since = events.filter(({ version }) => version > before.get(id)!);
    if (file.version !== before.get(id)! + 1 || since.length !== 1 || since[0]!.toState !== file.state)
      wrong.push(`${id}: ${before.get(id)} → ${file.version}, ${since.map(({ event }) => event).join()}`);
  }
  const { state } = await cast.fileOf(record);
  const { read, tables } = cast.home.store;
  const [said] = await read
    .select()
    .from(tables.inactionFiles)
    .where(eq(tables.inactionFiles.fileId, record));
  const kept = await cast.ledger(record);
  const { isMitigated } = said!;
  const should = findingOf({ state, isVerified: true, isMitigated } as Parameters<typeof findingOf>[0]);
  if (kept?.finding !== should) wrong.push(`the ledger says ${kept?.finding}, the record is ${state}`);
  const claims = await read
    .select()
    .from(tables.exemptions)
    .where(eq(tables.exemptions.inactionFileId, record));
  const claimed = (await cast.events(record)).filter(({ event }) => event === 'claim_exemption').length;
  if (claims.length !== claimed) wrong.push(`${claims.length} exemptions of ${claimed} claims`);
  return wrong;
}

/** One race; `nodes` are the product’s, at each of which the cast is known. */
export async function raced(race: ConductRace, nodes: readonly CastDeeds[]): Promise<string[]> {
  const [cast] = nodes;
  const started = await race.start(cast!);
  const before = new Map<string, number>();
  for (const id of started.files) before.set(id, (await cast!.fileOf(id)).version);
  const answers = await Promise.all(started.attempts.map((attempt, i) => attempt(nodes[i % nodes.length]!)));
  const wrong = await judged(cast!, started, before, answers);
  return wrong.map((each) => `${race.name}: ${each}`);
}
