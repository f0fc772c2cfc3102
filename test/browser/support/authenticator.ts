// Somebody's telephone: reads the secret off the page and shows the codes.
import { codeAt, STEP_MS } from '../../support/second-factor.ts';
import type { Visitor } from './visitor.ts';

export interface Authenticator {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  /** A code that was not used yet: of the step after the one used last. */
  next(): string;
}

/** Sets up a second factor where the page asks for it, and keeps the recovery codes. */
export async function setUpFactor({ page }: Visitor, password: string): Promise<Authenticator> {
  await page.getByRole('button', { name: '开始设置' }).waitFor();
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: '开始设置' }).click();
  await page.locator('.qr').waitFor();
  const secret = (await page.locator('.secret').innerText()).replaceAll(/\s/gu, '');
  let used = Date.now();
  await page.locator('input[name=code]').fill(codeAt(secret, used));
  await page.getByRole('button', { name: '启用第二因素' }).click();
  await page.locator('.recovery-codes li').first().waitFor();
  const recoveryCodes = await page.locator('.recovery-codes li').allInnerTexts();
  await page.getByRole('button', { name: '我已打印或抄下恢复码' }).click();
  await page.locator('.recovery-codes').waitFor({ state: 'detached' });
  return {
    secret,
    recoveryCodes,
    next: () => {
      used = Math.max(used + STEP_MS, Date.now());
      return codeAt(secret, used);
    },
  };
}
