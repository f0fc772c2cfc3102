// The end of a year at the browser: computed, its ties decided, archived; and what it gave to one person.
import { expect } from 'vitest';
import { headOfPersonnel, ordinaryCadre, personnelOfficer } from '../../../server/demo/logins.ts';
import type { Cast } from './case-steps.ts';
import { YEAR } from './school-files.ts';
import type { Visitor } from './visitor.ts';

interface Pool {
  readonly id: string;
  readonly version: number;
  readonly ties: Ties | null;
}
interface Ties {
  readonly placesLeft: number;
  readonly cadres: readonly { readonly id: string; readonly decided: boolean }[];
}
const isUndecided = ({ ties }: Pool): boolean =>
  ties !== null && ties.cadres.filter(({ decided }) => decided).length < ties.placesLeft;

export function yearOf(cast: Cast) {
  /** The cadre's own total of the year, in points, as the own page shows it. */
  async function ownTotal(): Promise<number> {
    const page = await cast.open(ordinaryCadre, `/my-record/${YEAR}`);
    const shown = await page.locator('table.origin tfoot td.number .figure').innerText();
    return Number(/\d+\.\d\d/u.exec(shown)![0]);
  }

  /** HR evaluates the year, by the button. */
  async function compute(): Promise<void> {
    const page = await cast.press(personnelOfficer, `/years/${YEAR}`, '测算拟定等次');
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.getByText('测算完成').waitFor();
  }

  /** The head decides every tie over the interface: how that looks is told elsewhere. */
  async function decideTies(): Promise<void> {
    const head = await cast.as(headOfPersonnel);
    const { pools } = await asked<{ pools: Pool[] }>(head, `/api/years/${YEAR}/summary`);
    for (const { id, version, ties } of pools.filter(isUndecided)) {
      const cadreIds = ties!.cadres.slice(0, ties!.placesLeft).map((cadre) => cadre.id);
      const decision = { cadreIds, reason: '会议研究确定', version };
      const path = `/api/years/${YEAR}/pools/${id}/tie-decision`;
      const { job } = await posted<{ job: { id: string } }>(head, path, decision);
      const stateOf = async () => (await asked<{ state: string }>(head, `/api/jobs/${job.id}`)).state;
      await expect.poll(stateOf, { timeout: 60_000, interval: 100 }).toBe('done');
    }
  }
  return { ownTotal, compute, decideTies };
}

async function asked<Answer>({ page }: Visitor, path: string): Promise<Answer> {
  return (await (await page.request.get(path)).json()) as Answer;
}

async function posted<Answer>(visitor: Visitor, path: string, data: object): Promise<Answer> {
  const { csrfToken } = await asked<{ csrfToken: string }>(visitor, '/api/session');
  const headers = { 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() };
  const answer = await visitor.page.request.post(path, { data, headers });
  expect([path, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([path, 200, '']);
  return (await answer.json()) as Answer;
}
