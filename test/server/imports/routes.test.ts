import { afterAll, beforeAll, expect, test } from 'vitest';
import { readXlsx } from '../../../server/adapters/xlsx.ts';
import { importFiles } from '../../../server/imports/import-files.ts';
import { COOKIE } from '../../../server/http/session.ts';
import { type Answer, anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';
import { aRoster, someCadres, staffNoOf } from '../../support/imports.ts';
import { conductWorkbook, rosterWorkbook } from '../../../server/imports/templates.ts';

let app: TestApp;
let hr: Visitor;
let head: Visitor;
beforeAll(async () => {
  app = await anApp();
  await withAccounts(app, [
    { staffNo: 'hr', role: 'hr' },
    { staffNo: 'head', role: 'hr_head' },
    { staffNo: 'leader', role: 'leader' },
  ]);
  hr = await app.visitorAs('acc_hr');
  head = await app.visitorAs('acc_head');
});
afterAll(() => app?.remove());

const BOUNDARY = 'a-boundary-of-no-file';
const asUpload = (name: string, bytes: Uint8Array): readonly [Buffer, Record<string, string>] => [
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
        'content-type: application/octet-stream\r\n\r\n',
    ),
    bytes,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]),
  { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
];
const upload = (visitor: Visitor, path: string, name: string, bytes: Uint8Array): Promise<Answer> =>
  visitor.post(`/api/imports/${path}`, ...asUpload(name, bytes));

test('a file goes from dry run to batch to undo, and its Chinese name is kept', async () => {
  const bytes = await importFiles.write(aRoster(3));
  const trial = await upload(hr, 'roster/dry-runs', '干部名册.xlsx', bytes);
  expect(trial).toMatchObject({ status: 200, body: { fileName: '干部名册.xlsx', counts: { added: 26 } } });
  const { fileHash } = trial.body as { fileHash: string };
  const [body, type] = asUpload('干部名册.xlsx', bytes);
  const path = `/api/imports/roster/batches?fileHash=${fileHash}`;
  const once = { ...type, 'idempotency-key': 'import-once-only' };
  const first = await hr.post(path, body, once);
  expect(first).toMatchObject({ status: 200, body: { state: 'applied', version: 1, actions: ['undo'] } });
  const again = await hr.post(path, body, once);
  expect(again.body).toEqual(first.body);
  expect(again.headers['idempotency-replayed']).toBe('true');
  const { id } = first.body as { id: string };
  expect((await hr.get('/api/imports/roster/batches')).body).toMatchObject({ items: [{ id }], next: null });
  const undo = await hr.post(`/api/imports/roster/batches/${id}/undo`, { version: 1, reason: '导错了' });
  expect(undo).toMatchObject({ status: 200, body: { state: 'undone' } });
});

test('the template and the marked file are workbooks', async () => {
  const template = await app.app.inject({
    ...{ method: 'GET', url: '/api/imports/figures/template?year=2026' },
    cookies: { [COOKIE]: hr.cookie! },
  });
  expect(template.headers['content-type']).toContain('spreadsheetml');
  const sheets = await readXlsx(template.rawPayload);
  expect(sheets[2]!.rows[0]).toEqual(expect.arrayContaining(['2025年', '2021年']));
});

test('another file than the one tried, none, too large a one, or one that still has problems is refused', async () => {
  const bytes = await importFiles.write(rosterWorkbook({ cadres: someCadres(1) }));
  const problem = (name: string) => ({ body: { type: `/problems/${name}` } });
  const other = await upload(hr, `roster/batches?fileHash=${'0'.repeat(64)}`, 'a.xlsx', bytes);
  expect(other).toMatchObject({ status: 409, ...problem('file-changed') });
  expect(await hr.post('/api/imports/roster/dry-runs', {})).toMatchObject({
    status: 400,
    ...problem('file-missing'),
  });
  const large = await upload(hr, 'roster/dry-runs', 'a.xlsx', new Uint8Array(5 * 1024 * 1024 + 1));
  expect(large).toMatchObject({ status: 413, ...problem('file-too-large') });
  const trial = await upload(hr, 'roster/dry-runs', 'a.xlsx', bytes);
  const { fileHash, problems } = trial.body as { fileHash: string; problems: unknown[] };
  expect(problems).toMatchObject([{ sheet: '干部', row: 2, column: 'F', code: 'unknownUnit', value: 'U1' }]);
  const still = await upload(hr, `roster/batches?fileHash=${fileHash}`, 'a.xlsx', bytes);
  expect(still).toMatchObject({ status: 422, ...problem('file-has-problems') });
  expect(still.body).toMatchObject({ errors: [{ pointer: '/干部/F2' }] });
});

test('who may not import, confirm or undo is refused before the file is looked at', async () => {
  const leader = await app.visitorAs('acc_leader');
  expect(await upload(leader, 'roster/dry-runs', 'a.xlsx', new Uint8Array(1))).toMatchObject({ status: 403 });
  expect(await upload(head, 'roster/dry-runs', 'a.xlsx', new Uint8Array(1))).toMatchObject({ status: 403 });
  const decision = { event: 'confirm', version: 1, reason: '复核' };
  expect(await hr.post('/api/imports/conduct/batches/bat_x/decision', decision)).toMatchObject({
    status: 403,
  });
});

test('hr_head confirms what hr brought', async () => {
  const roster = await importFiles.write(aRoster(1));
  const { fileHash } = (await upload(hr, 'roster/dry-runs', 'a.xlsx', roster)).body as { fileHash: string };
  await upload(hr, `roster/batches?fileHash=${fileHash}`, 'a.xlsx', roster);
  const initiative = {
    staffNo: staffNoOf(0),
    area: 2,
    quality: 'explore',
    occurredOn: '2025-03-01',
  } as const;
  const said = {
    level: 'school',
    role: 'lead',
    finding: 'verified',
    documentNo: '校发1号',
    summary: '试点',
  } as const;
  const bytes = await importFiles.write(conductWorkbook({ initiatives: [{ ...initiative, ...said }] }));
  const trial = (await upload(hr, 'conduct/dry-runs', 'a.xlsx', bytes)).body as { fileHash: string };
  const batch = await upload(hr, `conduct/batches?fileHash=${trial.fileHash}`, 'a.xlsx', bytes);
  expect(batch).toMatchObject({ status: 200, body: { needsConfirmation: true, actions: ['undo'] } });
  const history = await head.get('/api/imports/conduct/batches');
  expect(history.body).toMatchObject({ items: [{ actions: ['confirm', 'reject'], appliedBy: 'hr' }] });
  const { id } = batch.body as { id: string };
  const decision = { event: 'confirm', version: 1, reason: '已核对文号' };
  expect(await head.post(`/api/imports/conduct/batches/${id}/decision`, decision)).toMatchObject({
    ...{ status: 200, body: { state: 'confirmed', confirmedBy: 'head', version: 2 } },
  });
});
