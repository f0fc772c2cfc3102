// 得分由来: a line leads to the file of its record, for whoever may open it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCastInSchool } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import type { CastName } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { sectionHead, YEAR } from '../../support/school.ts';

interface Result {
  readonly lines: readonly {
    readonly recordId: string | null;
    readonly evidence: { readonly fileHref: string | null } | null;
  }[];
}

describe('得分由来的每一分打开它的案卷', () => {
  let cast: Awaited<ReturnType<typeof aCastInSchool>>;
  let final = '';
  let held = '';
  beforeAll(async () => {
    cast = await aCastInSchool();
    const course = courseOf(cast);
    final = await course.answered({ code: '1.1' });
    await course.confirmed(final);
    await cast.lapse(final, 'appeal_window_over');
    held = (await course.held(await course.answered({ code: '2.1' }))).id;
    await cast.evaluated();
  });
  afterAll(() => cast.remove());

  const hrefs = ({ lines }: Result) =>
    lines.flatMap(({ recordId, evidence }) => (recordId === null ? [] : [evidence?.fileHref]));
  const ofOther = (who: CastName) =>
    done<Result>(cast.get(who, `/api/years/${YEAR}/results/${sectionHead(2)}`));

  test('本人打开已生效和未认定的', async () => {
    const own = await done<Result>(cast.get('subject', `/api/my-record/${YEAR}`));
    expect(new Set(hrefs(own))).toEqual(new Set([`/conduct/${final}`, `/conduct/${held}`]));
    for (const href of hrefs(own)) expect((await cast.get('subject', `/api${href!}`)).status).toBe(200);
  });

  test('组织部工作人员只打开看得到的那一件；看不到内容的人没有链接', async () => {
    // Neither named in the pending one nor of its past: its line is not there for him.
    expect(hrefs(await ofOther('clerk'))).toEqual([`/conduct/${final}`]);
    expect(hrefs(await ofOther('dean')).filter(Boolean)).toEqual([]);
  });
});
