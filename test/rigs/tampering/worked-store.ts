// A store somebody has worked with: more than a thousand entries made through the product's routes, a head of it held
// elsewhere, and copies from on the way.
import type { Dialect } from '../../../db/columns.ts';
import type { HeldHead } from '../../../db/audit-log/verify.ts';
import { headersOf } from '../support/ask.ts';
import { several } from '../support/people.ts';
import { aProduct, type Product } from '../support/product.ts';
import { foundSchool } from '../support/small-school.ts';
import { headOf } from './verdict.ts';

const OFFICES = [
  ...several('sysadmin', 1),
  ...several('hr_head', 1),
  ...several('secadmin', 1),
  ...several('hr', 1),
];

export interface WorkedStore {
  readonly product: Product;
  readonly held: HeldHead;
}

interface Wanted {
  readonly dialect: Dialect;
  readonly postgresUrl: string | null;
  readonly entries: number;
  /** Called now and then, between two acts. */
  readonly onTheWay?: (product: Product, entries: number) => Promise<void>;
}

export async function workedStore({ dialect, postgresUrl, entries, onTheWay }: Wanted): Promise<WorkedStore> {
  const product = await aProduct({ dialect, postgresUrl, offices: OFFICES });
  await foundSchool(product.node);
  const { store } = product.node;
  for (let n = 0; ; n += 1) {
    await oneRound(product, n);
    await store.log.sequenced();
    const size = (await store.log.head())?.size ?? 0;
    await onTheWay?.(product, size);
    if (size >= entries) return { product, held: await headOf(store) };
  }
}

async function change(
  product: Product,
  who: string,
  path: string,
  body: unknown,
  key: string,
): Promise<string> {
  const { status, text } = await product.node.ask({
    ...{ method: 'POST', path, body, headers: headersOf(product.as(who), key) },
  });
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return text;
}

async function oneRound(product: Product, n: number): Promise<void> {
  const staffNos = [`W${n}a`, `W${n}b`];
  await change(product, 'sysadmin1', '/api/accounts', { staffNos }, `key-worked-a${n}`);
  const lines = staffNos.map((staffNo) => ({
    ...{ staffNo, role: 'inspector', unitId: null, fromOn: '2026-01-01', untilOn: '2027-12-31' },
  }));
  const proposal = { reason: `第 ${n} 批提名`, lines };
  const text = await change(product, 'hr_head1', '/api/grant-proposals', proposal, `key-worked-p${n}`);
  const { id, version } = JSON.parse(text) as { id: string; version: number };
  const decision = { event: n % 3 === 0 ? 'refuse' : 'grant', version, reason: '研究决定' };
  await change(product, 'secadmin1', `/api/grant-proposals/${id}/decision`, decision, `key-worked-d${n}`);
  await change(product, 'hr_head1', '/api/activation-slips', { staffNos }, `key-worked-s${n}`);
}
