// The whole course of a record and of the exemption asked for in it, over HTTP, with everybody it takes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { yearFileOf } from '../../../db/queries/year-files.ts';
import { aCastInSchool } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import { type Course, courseOf } from '../../support/conduct-course.ts';
import { nameOf } from '../../support/meeting.ts';
import { YEAR } from '../../support/school.ts';
import { engines } from '../../support/store.ts';

type School = Awaited<ReturnType<typeof aCastInSchool>>;
/** A general inaction with direct responsibility, in hundredths. */
const POINTS = 200;
const THREE_YEARS = 3 * 366;

describe.each(engines)('整个流程 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: School;
    let course: Course;
    let without: Awaited<ReturnType<School['evaluated']>>;
    beforeAll(async () => {
      cast = await aCastInSchool(dialect);
      course = courseOf(cast);
      without = await cast.evaluated();
    });
    afterAll(() => cast.remove());

    const stateOf = async (id: string) => (await cast.fileOf(id)).state;
    const lineOf = ({ lines }: Awaited<ReturnType<School['evaluated']>>, recordId: string) =>
      lines.find((line) => line.recordId === recordId);
    const evaluated = async () => {
      await cast.later(1 / 24);
      return cast.evaluated();
    };
    const told = async (id: string) => (await cast.events(id)).map(({ event }) => event);

    test('提起、核实、告知、申辩、申请免责、小组认定免责：不扣分，结果写明为什么', async () => {
      const id = await course.answered();
      expect(await cast.ledger(id)).toMatchObject({ finding: 'open', notifiedOn: '2026-12-31' });
      const { exemption } = await course.held(id);
      await course.toPanel(exemption);
      expect([await stateOf(id), await stateOf(exemption)]).toEqual(['held', 'checked']);
      await cast.decide('panel', exemption, 'decide_exempt');
      // Decided, and not told yet: nothing has changed.
      expect([await stateOf(id), (await cast.ledger(id))?.finding]).toEqual(['held', 'open']);
      await course.served(exemption);
      expect([await stateOf(id), await stateOf(exemption)]).toEqual(['exempted', 'exempt_final']);
      const record = (await cast.ledger(id))!;
      expect(record).toMatchObject({ finding: 'exempt', countsOn: null });

      const year = await evaluated();
      const line = lineOf(year, record.id);
      expect(line).toMatchObject({ points: 0 });
      expect(line!.because.zh).toContain('免责');
      expect([year.total, year.deductions, year.grade]).toEqual([
        ...[without.total, without.deductions, without.grade],
      ]);
      // Everybody had another duty in it.
      expect(await told(exemption)).toEqual([
        ...[
          'submit',
          'accept',
          'show_facts',
          'respond',
          'propose',
          'redline_check',
          'decide_exempt',
          'serve',
        ],
      ]);
      const officers = (await cast.events(exemption)).flatMap(({ duty, actor, countersignedBy }) =>
        duty === null ? [] : [[duty, actor], ...(countersignedBy === null ? [] : [[duty, countersignedBy]])],
      );
      const dutiesOf = new Map<string, Set<string>>();
      for (const [duty, actor] of officers)
        dutiesOf.set(actor!, (dutiesOf.get(actor!) ?? new Set()).add(duty!));
      expect([...dutiesOf.values()].filter(({ size }) => size > 1)).toEqual([]);
    });

    test('从轻减轻：送达后申诉期满生效，认定时按减轻计分', async () => {
      const id = await course.notified();
      // Claiming is a reply.
      const { exemption } = await course.held(id);
      await course.decided(exemption, 'decide_mitigate', { proven: 'half' });
      expect([await stateOf(id), await stateOf(exemption)]).toEqual(['held', 'served_mitigate']);
      await cast.lapse(exemption, 'appeal_window_over');
      expect([await stateOf(id), await stateOf(exemption)]).toEqual(['answered2', 'mitigated_final']);
      await course.confirmed(id);
      expect((await cast.ledger(id))?.finding).toBe('open');
      await cast.lapse(id, 'appeal_window_over');
      const record = (await cast.ledger(id))!;
      expect([await stateOf(id), record.finding]).toEqual(['final', 'mitigated']);
      const year = await evaluated();
      expect(lineOf(year, record.id)?.points).toBe(-POINTS / 2);
      expect(year.total).toBe(without.total! - POINTS / 2);
      // The influence of a record ends.
      await cast.lapse(id, 'influence_over');
      expect(await stateOf(id)).toBe('final_expired');
    });

    test('不予受理：可补充一次；第二次不再有，撤回后回到认定', async () => {
      const id = await course.answered();
      const { exemption } = await course.held(id);
      await course.writeClaim(exemption);
      await cast.move('subject', exemption, 'submit');
      await cast.name(exemption, 'inspector', 'investigator1');
      await cast.move('investigator1', exemption, 'decline');
      await done(cast.sign(exemption));
      await cast.move('subject', exemption, 'resubmit');
      await cast.move('subject', exemption, 'submit');
      await cast.move('investigator1', exemption, 'decline');
      expect(nameOf(await cast.fire('subject', exemption, 'resubmit'))).toBe('may-not-act-in-file');
      await done(cast.sign(exemption));
      await cast.lapse(exemption, 'close');
      expect([await stateOf(id), await stateOf(exemption)]).toEqual(['answered2', 'not_accepted']);

      const other = await course.answered();
      const { exemption: given } = await course.held(other);
      await cast.move('subject', given, 'withdraw');
      expect([await stateOf(other), await stateOf(given)]).toEqual(['answered2', 'withdrawn']);
      await cast.name(other, 'inspector', 'inspector');
      await cast.move('inspector', other, 'dismiss');
      expect((await cast.ledger(other))?.finding).toBe('dismissed');
      // A draft that nobody hands in lapses, and the record goes on.
      const third = await course.answered();
      const { exemption: left } = await course.held(third);
      await cast.lapse(left, 'window_over');
      expect([await stateOf(third), await stateOf(left)]).toEqual(['answered2', 'withdrawn']);
    });

    test('没有签收就没有期限：几年不签也不会生效', async () => {
      const id = await course.verified();
      expect(nameOf(await cast.view('subject', id))).toBe('not-found');
      await cast.move('notifier', id, 'notify');
      await cast.later(THREE_YEARS);
      expect(await stateOf(id)).toBe('notified');
      expect(nameOf(await cast.fire('notifier', id, 'extend'))).toBe('nothing-to-extend');
      await done(cast.sign(id));
      const due = (await cast.running(id)).find(({ kind }) => kind === 'window_over');
      await cast.move('notifier', id, 'extend');
      expect(nameOf(await cast.fire('notifier', id, 'extend'))).toBe('may-not-act-in-file');
      const later = (await cast.running(id)).find(({ kind }) => kind === 'window_over');
      expect(later!.dueAt).toBeGreaterThan(due!.dueAt);
      await cast.lapse(id, 'window_over');
      expect(await stateOf(id)).toBe('answered');
      await cast.name(id, 'hr_head', 'reviewer');
      await cast.move('reviewer', id, 'confirm');
      await cast.later(THREE_YEARS);
      expect([await stateOf(id), (await cast.ledger(id))?.finding]).toEqual(['confirmed', 'open']);
    });

    test('纸质送达、纸质申辩由第二人核对后才算', async () => {
      const id = await course.verified();
      await cast.move('notifier', id, 'notify');
      const yesterday = new Date(cast.clock.now - 86_400_000).toISOString().slice(0, 10);
      expect((await cast.handOver(id, 'notifier', yesterday)).status).toBe(400);
      expect((await cast.handOver(id, 'clerk')).status).toBe(404);
      await done(cast.handOver(id, 'notifier'));
      expect((await cast.running(id)).map(({ kind }) => kind)).toContain('window_over');
      const evidenceId = await cast.addEvidence(id, 'notifier', '纸质申辩');
      const entry = {
        ...{ event: 'respond', version: (await cast.fileOf(id)).version, reason: '本人交来', evidenceId },
        ...{ data: { statement: '本人手写（虚构）' }, receivedOn: cast.today() },
      };
      await done(cast.ask('notifier', 'POST', `/api/files/${id}/paper-entries`, entry));
      expect(await stateOf(id)).toBe('notified');
      expect((await cast.second(id, 'notifier')).status).toBe(403);
      await done(cast.second(id, 'verifier'));
      expect(await stateOf(id)).toBe('answered');
      expect((await cast.events(id)).at(-1)).toMatchObject({
        ...{
          event: 'respond',
          principal: 'cadre',
          enteredBy: 'acc_notifier',
          countersignedBy: 'acc_verifier',
        },
      });
    });

    test('不予免责、复核维持、申诉维持：生效计分；归档后纠正，澄清，年度重开', async () => {
      const id = await course.answered();
      const { exemption } = await course.held(id);
      await course.decided(exemption, 'decide_refuse');
      expect([await stateOf(id), await stateOf(exemption)]).toEqual(['held', 'served_refuse']);
      await cast.lapse(exemption, 'appeal_window_over');
      expect([await stateOf(id), await stateOf(exemption)]).toEqual(['answered2', 'refused_final']);
      await course.confirmed(id);
      await course.reviewedAgain(id);
      await done(cast.sign(id));
      const before = await evaluated();
      await course.appealDecided(id, 'uphold');
      const record = (await cast.ledger(id))!;
      expect([await stateOf(id), record.finding, record.countsOn]).toEqual(['final', 'upheld', null]);
      const year = await evaluated();
      expect(lineOf(year, record.id)?.points).toBe(-POINTS);
      expect(year.total).toBe(before.total! - POINTS);

      await archived();
      await cast.later(1);
      await cast.decide('appeal_body', id, 'correct');
      expect([await stateOf(id), (await cast.ledger(id))?.finding]).toEqual(['overturned', 'dismissed']);
      const cleared = await cast.openDelivery(id);
      expect((await cast.events(id)).find((event) => event.id === cleared.eventId)?.event).toBe('correct');
      await done(cast.sign(id));

      const todo = (await cast.get('secretary', '/api/todo')).body as { items: { kind: string }[] };
      expect(todo.items.map(({ kind }) => kind)).toContain(`yearToReopen.${YEAR}`);
      expect(nameOf(await cast.ask('clerk', 'POST', `/api/years/${YEAR}/runs`))).toBe('year-archived');
      const file = (await yearFileOf(cast.store.read, cast.store.tables, YEAR))!;
      await cast.decide('board', file.id, 'reopen');
      const anew = await evaluated();
      expect([anew.total, lineOf(anew, record.id)?.points ?? 0]).toEqual([before.total, 0]);
    });

    /** The year as HR archives it: ties decided, evaluated, archived. */
    async function archived(): Promise<void> {
      const { pools } = await done<{
        pools: {
          id: string;
          version: number;
          ties: { placesLeft: number; cadres: { id: string }[] } | null;
        }[];
      }>(cast.get('secretary', `/api/years/${YEAR}/summary`));
      for (const { id, version, ties } of pools.filter((pool) => pool.ties !== null)) {
        const cadreIds = ties!.cadres.slice(0, ties!.placesLeft).map((cadre) => cadre.id);
        const { job } = await done<{ job: { id: string } }>(
          cast.ask('secretary', 'POST', `/api/years/${YEAR}/pools/${id}/tie-decision`, {
            ...{ cadreIds, version, reason: '会议研究（虚构）' },
          }),
        );
        await cast.app.services.jobs.ended(job.id);
      }
      await evaluated();
      const check = await done(cast.get('clerk', `/api/years/${YEAR}/archive`));
      const body = { version: check.version, reason: '年度考核结束（虚构）' };
      await done(cast.ask('clerk', 'POST', `/api/years/${YEAR}/archive`, body));
    }

    test('哪一步都没有引起服务器故障', () => {
      expect(cast.faults).toEqual([]);
    });
  });
});
