// Reading a file of inaction or exemption about somebody is noted for him, once he may know of the file, and not before.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import type { CastName } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { engines } from '../../support/store.ts';

interface Reader {
  readonly what: string;
  readonly duty: string;
  readonly reason: string | null;
  readonly reader: { readonly staffNo: string };
}

describe.each(engines)('谁看过案卷 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: Cast;
    let course: ReturnType<typeof courseOf>;
    beforeAll(async () => {
      cast = await aCast(dialect);
      course = courseOf(cast);
    });
    afterAll(() => cast.remove());

    const noted = async (): Promise<string[]> =>
      (await done<{ items: Reader[] }>(cast.get('subject', '/api/my-record/readers?limit=200'))).items.map(
        ({ what, duty, reader }) => `${reader.staffNo} ${duty} ${what}`,
      );
    const reads = async (who: CastName, id: string, times = 1): Promise<void> => {
      for (let i = 0; i < times; i += 1) await done(cast.view(who, id));
    };
    /** The next day, so that each kind of file is noted anew. */
    const tomorrow = () => {
      cast.clock.now += 86_400_000;
    };

    test('告知之前，谁看了都不出现；审计日志里也没有；告知之后才记', { timeout: 60_000 }, async () => {
      const id = await course.verified();
      const piece = await cast.addEvidence(id, 'verifier');
      await reads('recorder', id);
      await reads('notifier', id);
      expect((await cast.get('notifier', `/api/files/${id}/evidence/${piece}`)).status).toBe(200);
      expect((await cast.get('outsider', `/api/conduct/${id}`)).status).toBe(404);
      expect(await noted()).toEqual([]);
      const { read, tables } = cast.store;
      const deeds = (await read.select().from(tables.auditEntries)).map(({ deed }) => deed);
      expect(deeds.filter((deed) => deed.endsWith('.viewed'))).toEqual([]);
      await cast.move('notifier', id, 'notify');
      // What was read before is not made up for.
      expect(await noted()).toEqual([]);
      await reads('subject', id);
      await reads('recorder', id, 2);
      await reads('notifier', id, 3);
      expect((await noted()).toSorted()).toEqual([
        'notifier hr inaction',
        // He reads what he opened, without an office that reads such files.
        'recorder supervisor inaction',
      ]);
    });

    test('不写是哪一件：只有谁、以什么身份、看了哪一类', async () => {
      const { items } = await done<{ items: Reader[] }>(cast.get('subject', '/api/my-record/readers'));
      const { files } = cast.store.tables;
      for (const { id, title } of await cast.store.read.select().from(files))
        for (const told of [id, title]) expect(JSON.stringify(items)).not.toContain(told);
      expect(items.every(({ reason }) => reason === null)).toBe(true);
    });

    test('看过已告知的那件，再看还没告知的另一件，不多一条', async () => {
      const hidden = await course.verified();
      const before = await noted();
      tomorrow();
      await reads('recorder', hidden);
      await reads('notifier', hidden);
      expect(await noted()).toEqual(before);
    });

    test(
      '容错案卷：承办人、小组成员各记各的身份；材料和文书也算看；本人不记',
      { timeout: 60_000 },
      async () => {
        const { id: record, exemption } = await course.held(await course.notified());
        const piece = await cast.addEvidence(record, 'verifier');
        await course.toPanel(exemption);
        tomorrow();
        const before = await noted();
        const url = `/api/exemptions/${exemption}/record-evidence/${piece}`;
        expect((await cast.get('clerk', url)).status).toBe(200);
        await reads('investigator1', exemption, 2);
        await reads('panel1', exemption);
        // Neither named nor of the file’s office: he sees nothing, and nothing is noted.
        expect((await cast.view('board1', exemption)).status).toBe(404);
        await reads('subject', exemption);
        const { items } = await done<{ items: { name: string }[] }>(
          cast.get('redliner', `/api/files/${exemption}/documents`),
        );
        const paper = `/api/files/${exemption}/documents/${items[0]!.name}`;
        expect((await cast.get('redliner', paper)).status).toBe(200);
        const fresh = (await noted()).slice(0, -before.length);
        expect(fresh.toSorted()).toEqual([
          'clerk hr exemption',
          'investigator1 inspector exemption',
          'panel1 panel exemption',
          'redliner inspector exemption',
        ]);
      },
    );
  });
});
