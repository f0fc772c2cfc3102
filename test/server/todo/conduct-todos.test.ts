// 待办 in files of inaction and exemption: everybody named finds his work, the person concerned what he can answer,
// whoever names people what stands still; nobody anything else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import { type CastName, everybody } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { engines } from '../../support/store.ts';

interface Item {
  readonly kind: string;
  readonly href: string;
  readonly count: number;
  readonly dueOn: string | null;
  readonly title: { readonly zh: string };
}
/** What the person concerned, or an applicant, may do without having to. */
const RIGHTS = ['withdraw', 'claim_exemption', 'request_review', 'appeal', 'withdraw_appeal', 'extend'];

type Course = ReturnType<typeof courseOf>;
const todoOf = async (cast: Cast, who: CastName): Promise<readonly Item[]> =>
  (await done<{ items: Item[] }>(cast.get(who, '/api/todo'))).items;

describe('履职案卷的待办', () => {
  let cast: Cast;
  let course: Course;
  beforeAll(async () => {
    cast = await aCast();
    course = courseOf(cast);
  });
  afterAll(() => cast.remove());

  /** Who has a line about the file, and which. */
  async function told(id: string): Promise<Record<string, readonly string[]>> {
    const found = await Promise.all(
      everybody.map(async (who) => {
        const own = (await todoOf(cast, who)).filter(({ href }) => href.endsWith(`/${id}`));
        return [who, own.map(({ kind }) => kind.split('.')[0]!).toSorted()] as const;
      }),
    );
    return Object.fromEntries(found.filter(([, kinds]) => kinds.length > 0));
  }
  const NAMING = {
    both: ['naming'],
    reconsiderer: ['naming'],
    reviewer: ['naming'],
    secretary: ['naming'],
  };

  test('从提交到认定，一步一步，只有该办的人看得到', { timeout: 300_000 }, async () => {
    const id = await cast.draft();
    expect(await told(id)).toEqual({ recorder: ['file'] });
    await cast.move('recorder', id, 'submit');
    expect(await told(id)).toEqual(NAMING);
    await cast.name(id, 'hr', 'verifier', 'notifier');
    expect(await told(id)).toEqual({ verifier: ['file'], notifier: ['file'] });
    await cast.move('verifier', id, 'verify');
    // To give notice is no duty of its own: whoever verified may do that too.
    expect(await told(id)).toEqual({ verifier: ['file'], notifier: ['file'] });
    await cast.move('notifier', id, 'notify');
    expect(await told(id)).toEqual({ subject: ['file', 'notice'] });
    await done(cast.sign(id));
    expect(await told(id)).toEqual({ subject: ['file'] });
    const own = (await todoOf(cast, 'subject')).find(({ href }) => href === `/conduct/${id}`);
    expect(own).toMatchObject({ kind: `file.${id}`, count: 1, dueOn: '2027-01-14' });
    await cast.move('subject', id, 'respond');
    expect(await told(id)).toEqual(NAMING);
    await cast.name(id, 'hr_head', 'reviewer');
    expect(await told(id)).toEqual({ reviewer: ['file'] });
    await cast.move('reviewer', id, 'confirm');
    // To appeal is a right, not a task; the notice waits to be signed for.
    expect(await told(id)).toEqual({ subject: ['notice'] });
    await done(cast.sign(id));
    expect(await told(id)).toEqual({});
    await cast.move('subject', id, 'request_review');
    expect(Object.values(await told(id)).flat()).not.toContain('file');
    await cast.name(id, 'hr_head', 'reconsiderer');
    expect(await told(id)).toEqual({ reconsiderer: ['file'] });
  });

  test('容错：草稿在申请人，受理、调查、红线、送达各在其人', { timeout: 300_000 }, async () => {
    const { id, exemption } = await course.held(await course.answered());
    expect(await told(id)).toEqual({});
    expect(await told(exemption)).toEqual({ subject: ['file'] });
    await course.writeClaim(exemption);
    await cast.move('subject', exemption, 'submit');
    expect(await told(exemption)).toEqual(NAMING);
    await cast.name(exemption, 'hr', 'clerk', 'investigator2');
    await cast.name(exemption, 'inspector', 'investigator1', 'redliner');
    expect(Object.keys(await told(exemption)).toSorted()).toEqual(
      ['clerk', 'investigator1', 'investigator2', 'redliner'].toSorted(),
    );
    await cast.move('clerk', exemption, 'accept');
    expect(Object.keys(await told(exemption)).toSorted()).toEqual(
      ['investigator1', 'investigator2', 'redliner'].toSorted(),
    );
    await course.factsAnswered(exemption);
    // Whoever is named as inspector may do it, until somebody does.
    const inspectors = { investigator1: ['file'], investigator2: ['file'], redliner: ['file'] };
    expect(await told(exemption)).toEqual(inspectors);
    await cast.move('investigator1', exemption, 'propose');
    expect(await told(exemption)).toEqual({ redliner: ['file'] });
  });
});

describe.each(engines)('履职案卷的待办 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: Cast;
    beforeAll(async () => {
      cast = await aCast(dialect);
      const course = courseOf(cast);
      await course.verified();
      await course.notified();
      const { exemption } = await course.held(await course.answered());
      await course.toPanel(exemption);
    });
    afterAll(() => cast.remove());

    test('每个人、每件案卷：待办里有，当且仅当打开案卷有这一步可办', { timeout: 300_000 }, async () => {
      const { files } = cast.store.tables;
      const all = await cast.store.read.select().from(files);
      const wrong: string[] = [];
      for (const who of everybody) {
        const items = await todoOf(cast, who);
        for (const { id, machine, state } of all) {
          const { status, body } = await cast.view(who, id);
          const actions =
            status === 200
              ? (body as { actions: { event: string; isOpen: boolean; how: string }[] }).actions
              : [];
          const isWork = actions.some(
            ({ event, isOpen, how }) =>
              isOpen && how !== 'meeting' && !RIGHTS.includes(event) && event !== 'refer',
          );
          const isListed = items.some(
            ({ kind }) => kind === `file.${id}` || kind === `files.${machine}.${state}`,
          );
          if (isWork !== isListed) wrong.push(`${who} ${machine}.${state}: ${isWork ? 'misses' : 'has'} it`);
        }
      }
      expect(wrong).toEqual([]);
    });

    test('许多件等同一步时并作一条，件数是全部；待指定的也是', { timeout: 300_000 }, async () => {
      const ids: string[] = [];
      for (let i = 0; i < 12; i += 1) {
        const id = await cast.draft();
        await cast.move('recorder', id, 'submit');
        ids.push(id);
      }
      const before = (await todoOf(cast, 'secretary')).filter(({ kind }) => kind.startsWith('naming.'));
      const { total } = await done<{ total?: number; items: unknown[] }>(
        cast.get('secretary', '/api/conduct/inactions?naming=open&limit=200'),
      ).then(({ items }) => ({ total: items.length }));
      const many = before.find(({ kind }) => kind === 'naming.inaction');
      expect(many).toMatchObject({ href: '/conduct?naming=open', count: total });
      for (const id of ids) await cast.name(id, 'hr', 'clerk');
      const clerks = (await todoOf(cast, 'clerk')).filter(({ kind }) => kind === 'files.inaction.lead');
      expect(clerks).toMatchObject([{ href: '/conduct?state=lead', count: 12 }]);
      expect((await todoOf(cast, 'clerk')).some(({ kind }) => ids.includes(kind.slice('file.'.length)))).toBe(
        false,
      );
    });
  });
});

test('本人的事项：能办的在前，有期限的按期限；办结的在后；别人的不在', { timeout: 300_000 }, async () => {
  const cast = await aCast();
  const course = courseOf(cast);
  const own = async (who: CastName = 'subject') =>
    (
      await done<{
        items: {
          id: string;
          href: string;
          hasNotice: boolean;
          isEnded: boolean;
          isOpen: boolean;
          open: { event: string }[];
          deadline: { lastDay: string } | null;
        }[];
      }>(cast.get(who, '/api/my-record/files'))
    ).items;
  expect(await own()).toEqual([]);
  const waiting = await course.verified();
  // Nothing of it is known to the person before the notice.
  expect(await own()).toEqual([]);
  const answered = await course.answered();
  const { id: held, exemption } = await course.held(await course.answered());
  const notified = await course.notified();
  await cast.move('notifier', waiting, 'notify');
  const items = await own();
  const at = (id: string) => items.findIndex((each) => each.id === id);
  expect(items.map(({ id }) => id).toSorted()).toEqual(
    [waiting, answered, held, exemption, notified].toSorted(),
  );
  expect(items[at(notified)]).toMatchObject({
    ...{ href: `/conduct/${notified}`, hasNotice: false, deadline: { kind: 'window_over' } },
    open: [{ event: 'respond' }, { event: 'claim_exemption' }],
  });
  expect(items[at(waiting)]).toMatchObject({ hasNotice: true, deadline: null });
  expect(items[at(exemption)]).toMatchObject({ href: `/exemptions/${exemption}` });
  // Held: nothing to do but in the exemption; and to claim one is a right, no task.
  expect(items[at(held)]).toMatchObject({ open: [], isOpen: false });
  expect(items[at(answered)]).toMatchObject({ open: [{ event: 'claim_exemption' }], isOpen: false });
  expect(items.map(({ isOpen }) => isOpen)).toEqual([true, true, true, false, false]);
  expect(at(notified)).toBeLessThan(at(waiting));
  expect(await own('outsider')).toEqual([]);
  expect((await cast.get('requester', '/api/my-record/files')).status).toBe(403);
  await cast.remove();
});
