import { isDay } from '../../scoring/index.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = '10X98765432';

/** What is wrong with a citizen ID of GB 11643, or null. */
export function faultOfCitizenId(id: string): 'shape' | 'birthday' | 'checksum' | null {
  if (!/^\d{17}[\dX]$/u.test(id)) return 'shape';
  if (!isDay(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)) return 'birthday';
  return id.at(-1) === checkSignOf(id) ? null : 'checksum';
}

/** The last sign that the first seventeen digits call for. */
export function checkSignOf(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0);
  return CHECK_SIGNS.charAt(sum % 11);
}
