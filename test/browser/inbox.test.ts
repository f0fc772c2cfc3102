// Told in the product and by a real mail: the address on the account page, the inbox with its count, the way to the file.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { aMailServer, type MailServer } from '../support/mail-server.ts';
import { violationsInBoth } from './support/axe.ts';
import { startDemo } from './support/server.ts';
import { atHand, loginOf, settled, signIn, type Visitor } from './support/visitor.ts';

const MAIL = 'canary.mailbox@school.test';
let mailServer: MailServer;
let hand: Awaited<ReturnType<typeof atHand>>;
let cadre: Visitor;

beforeAll(async () => {
  mailServer = await aMailServer();
  const settings = { SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`, MAIL_FROM: 'dandang@school.test' };
  hand = await atHand(() => startDemo(inject('filledDemo'), settings));
  cadre = await signIn(hand.browser, hand.url, 'cadre');
});
afterAll(async () => {
  await hand.close();
  await mailServer.stop();
});

/** At least one by now: that the address was set. */
async function unread(): Promise<number> {
  const answer = await cadre.page.request.get('/api/inbox?limit=1');
  return ((await answer.json()) as { unread: number }).unread;
}
const badge = () => cadre.page.locator('nav a[href="/inbox"] .badge');
async function mailsHave(count: number): Promise<void> {
  await expect.poll(() => mailServer.mails.length, { timeout: 40_000, interval: 250 }).toBe(count);
}

test('收件箱是空的，说明什么时候会有', async () => {
  const auditor = await signIn(hand.browser, hand.url, 'auditadmin');
  const { page } = auditor;
  await page.locator('nav a[href="/inbox"]').click();
  await page.getByRole('heading', { level: 1, name: '收件箱' }).waitFor();
  await page.getByText('还没有消息').waitFor();
  expect(await page.locator('nav a[href="/inbox"] .badge').count()).toBe(0);
  expect(await violationsInBoth(page)).toEqual([]);
  expect(auditor.faults).toEqual([]);
  await auditor.leave();
});

test('在账号页留通知邮箱：不像邮箱的说明错在哪里；留了当即收到一封', async () => {
  const { page } = cadre;
  await page.getByRole('link', { name: '账号与登录' }).first().click();
  await page.getByRole('heading', { level: 2, name: '通知邮箱' }).waitFor();
  await page.getByText('没有姓名，没有事项，没有任何内容').waitFor();
  await page.locator('[name=mail]').fill('nobody');
  await page.getByRole('button', { name: '保存通知邮箱' }).click();
  await page.locator('.error-summary').waitFor();
  expect(await page.locator('[name=mail]').getAttribute('aria-invalid')).toBe('true');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.locator('[name=mail]').fill(MAIL);
  await page.getByRole('button', { name: '保存通知邮箱' }).click();
  await page.getByText(MAIL).waitFor();
  await mailsHave(1);
  expect(mailServer.mails[0]).toMatchObject({ to: [MAIL] });
  await page.reload();
  await page.getByText('交给邮件服务器').waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
});

test('一件事有了通知：邮件只请登录，收件箱里有一条未读，点进去就是那份通知', async () => {
  const { page } = cadre;
  const before = await unread();
  const id = await answeredCorrection();
  await mailsHave(2);
  const { raw, text } = mailServer.mails[1]!;
  const { name, staffNo } = loginOf('cadre');
  for (const secret of [name, staffNo, '常务副院长', '更正', id]) expect(raw + text).not.toContain(secret);
  const [link] = /http\S+\/inbox/u.exec(text)!;
  await page.goto(new URL(link).pathname);
  await settled(page);
  await expect.poll(() => badge().innerText()).toContain(`${before + 1} 条未读`);
  await page.getByRole('link', { name: '您有一份通知待签收：更正申请' }).first().waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.getByRole('link', { name: '您有一份通知待签收：更正申请' }).first().click();
  await page.waitForURL(`**/corrections/${id}`);
  await page.getByRole('button', { name: '签收' }).first().waitFor();
  await page.goBack();
  await settled(page);
  await expect.poll(() => badge().innerText()).toContain(`${before} 条未读`);
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await page.getByText(`已将 ${before} 条标为已读`).waitFor();
  await badge().waitFor({ state: 'detached' });
  await page.getByText('没有未读消息').waitFor();
  expect(cadre.faults).toEqual([]);
});

test('删除邮箱之后不再有邮件', async () => {
  const { page } = cadre;
  await page.goto('/account');
  await page.getByRole('button', { name: '删除通知邮箱' }).click();
  await page.getByText('还没有留邮箱').waitFor();
  expect(mailServer.mails).toHaveLength(2);
});

/** A correction asked for by the cadre and answered by the head of HR, over the interface: how is told elsewhere. */
async function answeredCorrection(): Promise<string> {
  const asked = { field: 'postTitle', wanted: '常务副院长', basis: '任免文件〔2025〕8号' };
  const { id } = await posted(cadre, '/api/corrections', asked);
  const step = async (who: Visitor, event: string, more: object = {}) => {
    const { version } = (await (await who.page.request.get(`/api/corrections/${id}`)).json()) as {
      version: number;
    };
    await posted(who, `/api/corrections/${id}/events`, { event, version, reason: '与档案一致', ...more });
  };
  await step(cadre, 'submit');
  const hr = await signIn(hand.browser, hand.url, 'hr');
  await step(hr, 'verify', { data: { found: '常务副院长', document: '任免文件〔2025〕8号' } });
  const head = await signIn(hand.browser, hand.url, 'hr_head');
  await step(head, 'keep');
  await Promise.all([hr.leave(), head.leave()]);
  return id;
}

async function posted({ page }: Visitor, path: string, data: object): Promise<{ id: string }> {
  const { csrfToken } = (await (await page.request.get('/api/session')).json()) as { csrfToken: string };
  const headers = { 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() };
  const answer = await page.request.post(path, { data, headers });
  expect([path, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([path, 200, '']);
  return (await answer.json()) as { id: string };
}
