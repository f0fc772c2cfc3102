// Unmistakable values, planted through the product's own routes wherever it keeps such things; then everything is
// read by everybody, searched for, provoked into errors, exported and logged: they show up nowhere but where they may.
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSignOf } from '../../server/imports/citizen-id.ts';
import { importFiles } from '../../server/imports/import-files.ts';
import { rosterWorkbook } from '../../server/imports/templates.ts';
import { ADMIN_ROLES, type Role } from '../../server/permissions/matrix.ts';
import { type Visitor, withAccounts } from '../support/app.ts';
import { anActor } from '../support/imports.ts';
import { anOffice, type Office } from '../support/office.ts';
import { NOON } from '../support/rows.ts';
import { setUpSecondFactor } from '../support/second-factor.ts';
import { YEAR } from '../support/school.ts';

const BODY = '44030519800101776';
const CITIZEN_ID = BODY + checkSignOf(BODY);
const PHONE = '13977770042';
const PASSWORD = '金丝雀在矿井深处轻声歌唱等待天亮';
/** Said in confidence about somebody: for the two sides and for whoever checks it. */
const IN_CONFIDENCE = '金丝雀：举报人与其系表亲';

/** Lists that are searched, by the name of what is searched for. */
const SEARCHED: Readonly<Record<string, string>> = {
  '/api/cadres': 'q',
  '/api/audit/entries': 'subject',
  '/api/accounts': 'q',
};
const HIS_OWN: ReadonlySet<string> = new Set(['citizenId', 'phone']);

const OFFICES: readonly Role[] = [
  'supervisor',
  'inspector',
  'leader',
  'board',
  'appeal_body',
  ...ADMIN_ROLES,
];

describe('金丝雀：种下的值哪里都不露面', () => {
  let office: Office;
  let lines: string[];
  let own: Visitor;
  const readers = new Map<string, Visitor>();
  const secrets = new Map<string, string>();
  let cadreId: string;
  const ids: string[] = [];

  beforeAll(async () => {
    lines = [];
    office = await anOffice('sqlite', { logLevel: 'debug', log: { write: (line) => void lines.push(line) } });
    const { app } = office;
    await withAccounts(app, [
      { staffNo: 'plain' },
      ...OFFICES.map((role) => ({ staffNo: `x_${role}`, role })),
    ]);
    await plantRecord();
    await office.evaluate();
    readers.set('anon', app.visitor());
    for (const name of ['plain', 'S2', 'S7', 'hr', 'head', ...OFFICES.map((role) => `x_${role}`)])
      readers.set(name, await office.as(name));
    await plantSecrets();
  });
  afterAll(() => office.remove());

  /** By import, as any roster comes in. */
  async function plantRecord(): Promise<void> {
    const sheets = rosterWorkbook({
      cadres: [
        {
          ...{ staffNo: 'C1', name: '林金丝', unitCode: '20', postTitle: '副院长', template: 'member' },
          ...{ citizenId: CITIZEN_ID, phone: PHONE },
        },
      ],
    });
    const bytes = await importFiles.write(sheets);
    await office.app.services.imports.apply(anActor('hr'), {
      ...{ kind: 'roster', year: null, file: { name: '名册.xlsx', bytes } },
      fileHash: createHash('sha256').update(bytes).digest('hex'),
    });
    secrets.set('citizenId', CITIZEN_ID).set('phone', PHONE).set('password', PASSWORD);
  }

  /** An account, its slip, password, second factor and session; a relation, an export. */
  async function plantSecrets(): Promise<void> {
    const { app } = office;
    const system = readers.get('x_sysadmin')!;
    expect((await system.post('/api/accounts', { staffNos: ['C1'] })).status).toBe(200);
    const printed = await readers.get('head')!.post('/api/activation-slips', { staffNos: ['C1'] });
    const slipCode = (printed.body as { slips: { code: string }[] }).slips[0]!.code;
    // The one place that shows it.
    expect(printed.text).toContain(slipCode);
    secrets.set('slipCode', slipCode);
    own = app.visitor();
    const activation = {
      ...{ staffNo: 'C1', slipCode, citizenIdLast4: CITIZEN_ID.slice(-4), password: PASSWORD },
    };
    expect((await own.post('/api/activation', activation)).status).toBe(204);
    const session = await own.signIn('C1', PASSWORD);
    cadreId = (session.body as { cadreId: string }).cadreId;
    const { secret, recoveryCodes } = await setUpSecondFactor(own, { password: PASSWORD, at: NOON });
    secrets.set('totp', secret).set('recoveryCode', recoveryCodes[0]!).set('cookie', own.cookie!);
    const kin = { kind: 'relative', staffNo: 'S2', name: '科长2', detail: IN_CONFIDENCE };
    const declared = await own.post('/api/relations', kin);
    expect(declared.status).toBe(200);
    const exported = await readers.get('hr')!.post('/api/exports', {
      ...{ what: 'roster', query: { q: 'C1' }, reason: '核对名册' },
    });
    expect(exported.status).toBe(200);
    ids.push(cadreId, ...[declared, exported].map(({ body }) => (body as { id: string }).id));
  }

  const leaks = (text: string, known: Iterable<[string, string]> = secrets): string[] =>
    [...known].filter(([, value]) => text.includes(value)).map(([name]) => name);

  /** How a route may be asked: for each planted id, and with a secret as what is searched for. */
  function pathsOf(url: string): string[] {
    if (url.includes(':'))
      return ids.map((id) => url.replace(':year', String(YEAR)).replaceAll(/:\w+/gu, id));
    const name = SEARCHED[url];
    const searched = name === undefined ? [] : [CITIZEN_ID, PHONE].map((text) => `${url}?${name}=${text}`);
    return [url, ...searched];
  }

  test('每条读取路由 × 每个身份：一处不露，检索也检索不出', async () => {
    const found: string[] = [];
    const confided = new Set<string>();
    const read = office.app.routes.filter(
      ({ method, url }) => method === 'GET' && !/:id\/events|\/file$|template/u.test(url),
    );
    expect(read.length).toBeGreaterThan(30);
    for (const url of Object.keys(SEARCHED)) expect(read.map((route) => route.url)).toContain(url);
    for (const [name, visitor] of [...readers, ['own', own] as const])
      for (const { url } of read)
        for (const path of pathsOf(url)) {
          const { text } = await visitor.get(path);
          // What was searched for comes back nowhere either. The person reads his own number.
          const known = name === 'own' ? [...secrets].filter(([kind]) => !HIS_OWN.has(kind)) : secrets;
          for (const leak of leaks(text, known)) found.push(`${name} ${path}: ${leak}`);
          if (text.includes(IN_CONFIDENCE)) confided.add(name);
        }
    expect(found).toEqual([]);
    // Said to the other side and to whoever checks it, and to nobody else.
    expect([...confided].sort()).toEqual(['S2', 'S7', 'hr', 'own']);
  });

  test('提交里带着它们引出的错误，答复里没有', async () => {
    const planted = Object.fromEntries([...secrets].map(([name, value]) => [name, value]));
    const found: string[] = [];
    const changes = office.app.routes.filter(
      ({ method, url }) => method !== 'GET' && !url.includes('session'),
    );
    for (const [name, visitor] of readers)
      for (const { method, url } of changes) {
        const path = pathsOf(url)[0]!;
        const body = { ...planted, nonsense: Object.values(planted) };
        const answer = await visitor.send(method as 'POST', path, body);
        for (const leak of leaks(answer.text)) found.push(`${name} ${method} ${path}: ${leak}`);
      }
    const wrong = await office.app.visitor().signIn('C1', `${PASSWORD}！`);
    expect(wrong.status).toBe(401);
    found.push(...leaks(wrong.text));
    expect(found).toEqual([]);
  });

  test('导出的工作簿里没有证件号和电话', async () => {
    const hr = readers.get('hr')!;
    const { app } = office.app;
    const answer = await app.inject({
      ...{ method: 'GET' as const, url: `/api/exports/${ids[2]!}/file` },
      headers: { cookie: `__Host-dandang=${hr.cookie!}` },
    });
    expect(answer.statusCode).toBe(200);
    const text = unzipped(answer.rawPayload);
    expect(text).toContain('林金丝');
    expect(leaks(text)).toEqual([]);
  });

  test('日志写了很多行，一行也没有', () => {
    expect(lines.length).toBeGreaterThan(1000);
    expect(leaks(lines.join('\n'), [...secrets, ['inConfidence', IN_CONFIDENCE]])).toEqual([]);
  });

  test('唯一给看的地方给看：本人的证件号和电话，没有白种', async () => {
    for (const [field, value] of [
      ['citizenId', CITIZEN_ID],
      ['phone', PHONE],
    ])
      expect((await own.post(`/api/cadres/${cadreId}/unmasked`, { field })).body).toEqual({ value });
    expect((await own.get(`/api/cadres/${cadreId}`)).text).toContain('440***********');
  });
});

/** The parts of a workbook, one after the other: local headers hold name, method and sizes. */
function unzipped(bytes: Buffer): string {
  const parts: string[] = [];
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const size = bytes.readUInt32LE(at + 18);
    const body = bytes.subarray(from, size > 0 ? from + size : undefined);
    parts.push(bytes.readUInt16LE(at + 8) === 0 ? body.toString() : inflateRawSync(body).toString());
  }
  return parts.join('\n');
}
