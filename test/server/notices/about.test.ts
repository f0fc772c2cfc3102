// The inbox says whom a file is about: to whoever may see the file now, and not of his own.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import type { InboxPage } from '../../../server/notices/notices.contract.ts';
import type { ExemptionView } from '../../../server/exemptions/exemptions.contract.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import type { CastName } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';

let cast: Cast;
let course: ReturnType<typeof courseOf>;
beforeAll(async () => {
  cast = await aCast();
  course = courseOf(cast);
});
afterAll(() => cast.remove());

const told = async (who: CastName, id: string) => {
  const { items } = await done<z.infer<typeof InboxPage>>(cast.ask(who, 'GET', '/api/inbox?limit=100'));
  return items.filter(({ href }) => href?.endsWith(id)).map(({ about }) => about);
};

test('承办人看得到是谁的、哪个单位；本人的不写；不再承办、看不到案卷的，也看不到是谁', async () => {
  const { id: record, exemption } = await course.held(await course.notified());
  await course.investigating(exemption);
  const { person, unit, assignments } = await done<z.infer<typeof ExemptionView>>(
    cast.view('investigator1', exemption),
  );
  const about = `${person!.name} · ${unit.name}`;
  expect(new Set(await told('investigator1', exemption))).toEqual(new Set([about]));
  expect(new Set(await told('subject', record))).toEqual(new Set([null]));
  const named = assignments.find((each) => each.person.staffNo === cast.staffNo('investigator1'))!;
  await done(
    cast.ask('secretary', 'POST', `/api/files/${exemption}/assignments/${named.id}/end`, {
      reason: '调整分工',
    }),
  );
  expect(await cast.view('investigator1', exemption)).toMatchObject({ status: 404 });
  expect(new Set(await told('investigator1', exemption))).toEqual(new Set([null]));
});
