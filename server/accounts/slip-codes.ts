// Codes for activation slips and one-time passwords: no letter that could be taken for another.
import { randomInt } from 'node:crypto';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUP = 4;

const randomText = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

const inGroups = (text: string): string => text.replaceAll(/.{4}(?=.)/gu, '$&-');

/** 59 bits: `7KQ2-M4XR-99TB`. */
export const newSlipCode = (): string => inGroups(randomText(3 * GROUP));
/** 99 bits. */
export const newOneTimePassword = (): string => inGroups(randomText(5 * GROUP));

/** A code as typed: case, spaces and dashes do not matter. */
export const slipCodeFrom = (typed: string): string =>
  inGroups(typed.toUpperCase().replaceAll(/[\s-]/gu, ''));
