// 纠错待办: whoever has something to put right finds it with its last day, once told and until he reported it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import type { CastName } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { engines } from '../../support/store.ts';

interface Item {
  readonly kind: string;
  readonly href: string;
  readonly dueOn: string | null;
}

describe.each(engines)('改正情况的待办 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: Cast;
    beforeAll(async () => {
      cast = await aCast(dialect);
    });
    afterAll(() => cast.remove());

    async function linesOf(who: CastName, id: string): Promise<readonly Item[]> {
      const { items } = await done<{ items: Item[] }>(cast.get(who, '/api/todo'));
      return items.filter(({ kind }) => kind === `putRight.${id}`);
    }

    test('送达以后才有，写明期限，只有本人有；报告之后没有', async () => {
      const course = courseOf(cast);
      const { exemption } = await course.held(await course.notified());
      await course.toPanel(exemption);
      await cast.decide('panel', exemption, 'decide_exempt');
      expect(await linesOf('subject', exemption)).toEqual([]);
      await course.served(exemption);
      const { exemption: shown } = await done<{
        exemption: { facts: { correction: { by: string } } };
      }>(cast.view('subject', exemption));
      const line = { href: `/exemptions/${exemption}`, dueOn: shown.facts.correction.by };
      expect(await linesOf('subject', exemption)).toMatchObject([line]);
      for (const who of ['clerk', 'secretary', 'panel1', 'investigator1'] as const)
        expect([who, await linesOf(who, exemption)]).toEqual([who, []]);
      const report = { version: await course.versionOf(exemption), report: '已完善论证程序（虚构）' };
      await done(cast.ask('subject', 'POST', `/api/exemptions/${exemption}/correction`, report));
      expect(await linesOf('subject', exemption)).toEqual([]);
    });

    test('不予免责的没有要改正的', async () => {
      const course = courseOf(cast);
      const { exemption } = await course.held(await course.notified());
      await course.decided(exemption, 'decide_refuse', { proven: 'little' });
      expect(await linesOf('subject', exemption)).toEqual([]);
    });
  });
});
