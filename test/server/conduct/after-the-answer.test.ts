// What the person concerned was told and has answered stays what is decided on: nobody answers for him, nothing comes in
// that he has not seen, an appeal makes nothing heavier, and an author without office reads no more.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inactionOf } from '../../../db/queries/conduct-files.ts';
import { changeRow } from '../../../db/rows.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import { type Course, courseOf } from '../../support/conduct-course.ts';
import { DATA } from '../../support/conduct-data.ts';
import { nameOf } from '../../support/meeting.ts';
import { act, engines } from '../../support/store.ts';

describe.each(engines)('陈述之后 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: Cast;
    let course: Course;
    beforeAll(async () => {
      cast = await aCast(dialect);
      course = courseOf(cast);
    });
    afterAll(() => cast.remove());

    test('陈述期内只有本人申请免责；陈述之后别人也可以替他申请', async () => {
      const id = await course.verified();
      await cast.move('notifier', id, 'notify');
      const early = await cast.fire('notifier', id, 'claim_exemption');
      expect([early.status, nameOf(early)]).toEqual([422, 'closed-by-facts']);
      await done(cast.sign(id));
      expect((await cast.fire('notifier', id, 'claim_exemption')).status).toBe(422);
      expect(await cast.exemptionOf(id).catch(() => null)).toBeNull();
      await cast.move('subject', id, 'respond');
      await cast.move('notifier', id, 'claim_exemption');
      const own = await course.notified();
      await cast.move('subject', own, 'claim_exemption');
      expect((await cast.fileOf(own)).state).toBe('held');
    });

    test('陈述之后，承办人不能再添材料，本人可以；退回重新告知后又可以', async () => {
      const id = await course.notified();
      await cast.addEvidence(id, 'notifier');
      await cast.move('subject', id, 'respond');
      await expect(cast.addEvidence(id, 'notifier')).rejects.toThrow(/403/u);
      await cast.addEvidence(id, 'subject');
      await cast.name(id, 'hr_head', 'reviewer');
      await cast.move('reviewer', id, 'return');
      expect((await cast.fileOf(id)).state).toBe('lead');
      await cast.addEvidence(id, 'notifier');
    });

    test('申诉发回重新核实：更重的不收，同样的可以，减轻的还减轻着', async () => {
      const id = await course.answered();
      await course.confirmed(id);
      await cast.move('subject', id, 'appeal');
      await cast.name(id, 'appeal_body', 'appeal1', 'appeal2', 'appeal3');
      const { inactionFiles } = cast.store.tables;
      const before = (await inactionOf(cast.store.read, cast.store.tables, id))!;
      await cast.store.write(act('lightened'), (tx, changed) =>
        changeRow(tx, changed, inactionFiles, { before, set: { isMitigated: true } }),
      );
      await cast.decide('appeal_body', id, 'remit');
      await cast.name(id, 'inspector', 'inspector');
      const found = DATA['inaction']!['verify']!('2026-12-31');
      const heavier = await cast.fire('inspector', id, 'verify', { data: { ...found, severity: 'grave' } });
      expect([heavier.status, nameOf(heavier)]).toEqual([422, 'closed-by-facts']);
      expect(heavier.body).toMatchObject({ errors: [{ pointer: '/data/severity' }] });
      await cast.move('inspector', id, 'verify');
      expect((await inactionOf(cast.store.read, cast.store.tables, id))!.isMitigated).toBe(true);
    });

    test('提起人不再任职：案卷和列表里都没有了', async () => {
      const id = await cast.draft();
      await cast.move('recorder', id, 'submit');
      const listed = async () =>
        (
          await done<{ items: { id: string }[] }>(
            cast.get('recorder', '/api/conduct/inactions?limit=200'),
          ).catch(() => ({ items: [] }))
        ).items.some((line) => line.id === id);
      expect([(await cast.view('recorder', id)).status, await listed()]).toEqual([200, true]);
      const { grants } = cast.store.tables;
      const ends = (endedAt: number | null) =>
        cast.store.write(act('grant.ended'), async (tx, changed) => {
          const before = (await tx.select().from(grants)).find(
            (grant) => grant.id === 'gr_recorder_supervisor',
          )!;
          await changeRow(tx, changed, grants, { before, set: { endedAt } });
        });
      await ends(cast.clock.now - 1);
      expect([404, 403]).toContain((await cast.view('recorder', id)).status);
      expect(await listed()).toBe(false);
      await ends(null);
      expect((await cast.view('recorder', id)).status).toBe(200);
    });
  });
});
