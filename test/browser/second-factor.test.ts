// A cadre makes the own account safer: a second factor, recovery codes, sessions ended, guesses told.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Authenticator, setUpFactor } from './support/authenticator.ts';
import { violationsOn } from './support/axe.ts';
import { startDemo } from './support/server.ts';
import { atHand, loginOf, settled, signIn, visit, type Visitor } from './support/visitor.ts';

const { staffNo, password } = loginOf('cadre');
let hand: Awaited<ReturnType<typeof atHand>>;
let here: Visitor;
let telephone: Authenticator;

beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo'), { FAILURES_PER_ACCOUNT: '4' }));
  here = await signIn(hand.browser, hand.url, 'cadre');
});
afterAll(() => hand.close());

async function toSignIn(given: string = password): Promise<Visitor> {
  const visitor = await visit(hand.browser, hand.url);
  const { page } = visitor;
  await page.goto('/sign-in');
  await page.locator('input[name=staffNo]').fill(staffNo);
  await page.locator('input[name=password]').fill(given);
  await page.locator('form button[type=submit]').click();
  return visitor;
}
async function withCode(code: string): Promise<Visitor> {
  const visitor = await toSignIn();
  // The field that is asked for has the focus.
  await visitor.page.locator('input[name=code]:focus').waitFor();
  await visitor.page.keyboard.type(code);
  await visitor.page.keyboard.press('Enter');
  return visitor;
}

test('a second factor is set up with a code of the telephone; ten recovery codes are shown once', async () => {
  const { page } = here;
  await page.goto('/account');
  await page.getByRole('link', { name: '设置第二因素' }).click();
  telephone = await setUpFactor(here, password);
  expect(new Set(telephone.recoveryCodes).size).toBe(10);
  await page.getByText('恢复码还剩 10 个').waitFor();
  expect(await page.content()).not.toContain(telephone.recoveryCodes[0]);
});

test('signing in asks for the code after the right password, and takes it', async () => {
  const visitor = await withCode(telephone.next());
  await visitor.page.locator('.shell').waitFor();
  expect(visitor.faults).toEqual([]);
  await visitor.leave();
});

test('a recovery code signs in once; the page of the codes has no violation', async () => {
  const [code] = telephone.recoveryCodes;
  const visitor = await withCode(code!);
  await visitor.page.locator('.shell').waitFor();
  const again = await withCode(code!);
  await again.page.getByText('工号或密码不正确').waitFor();
  expect(await violationsOn(again.page)).toEqual([]);
  await again.leave();
  const { page } = visitor;
  await page.goto('/second-factor');
  await page.getByText('恢复码还剩 9 个').waitFor();
  await page.getByRole('button', { name: '重新生成恢复码' }).click();
  await page.locator('dialog input[name=password]').fill(password);
  await page.locator('dialog input[name=code]').fill(telephone.recoveryCodes[1]!);
  await page.getByRole('button', { name: '作废原有恢复码' }).click();
  await page.locator('.recovery-codes li').first().waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOn(page)).toEqual([]);
  telephone = {
    ...telephone,
    recoveryCodes: await page.locator('.recovery-codes li').allInnerTexts(),
  };
  await visitor.leave();
});

test('another session is seen and ended, and its page is at the entrance at once', async () => {
  const visitor = await withCode(telephone.recoveryCodes[0]!);
  await visitor.page.locator('.shell').waitFor();
  const { page } = here;
  await page.goto('/account');
  const rows = page.locator('.session-table tbody tr');
  await rows.first().waitFor();
  const count = await rows.count();
  expect(count).toBeGreaterThan(1);
  await rows.first().getByRole('button', { name: '退出' }).click();
  await expect.poll(() => rows.count()).toBe(count - 1);
  await visitor.page.goto('/account');
  await visitor.page.locator('input[name=password]').waitFor();
  await visitor.leave();
});

test('guesses lead to a wait that says how long; the owner is told of them at the next sign-in', async () => {
  for (let i = 0; i < 3; i += 1) {
    const visitor = await toSignIn('a wrong guess');
    await visitor.page.locator('.error-summary').waitFor();
    await visitor.leave();
  }
  const owner = await withCode(telephone.recoveryCodes[2]!);
  await owner.page.getByText('有人用您的工号登录失败 3 次').waitFor();
  await settled(owner.page);
  expect(await violationsOn(owner.page)).toEqual([]);
  await owner.page.getByRole('button', { name: '知道了' }).click();
  await owner.page.getByText('有人用您的工号').waitFor({ state: 'detached' });
  await owner.leave();
  for (let i = 0; i < 4; i += 1) {
    const visitor = await toSignIn('a wrong guess');
    await visitor.page.locator('.error-summary').waitFor();
    await visitor.leave();
  }
  const late = await toSignIn();
  await late.page.getByText('请在 1 分钟后再试').waitFor();
  await late.leave();
});
