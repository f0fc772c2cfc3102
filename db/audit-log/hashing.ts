// RFC 6962 section 2.1: leaves and nodes are hashed differently, so that neither can pass for the other.
import { hash } from 'node:crypto';

/** The root of a log without entries. */
export const EMPTY_ROOT = hash('sha256', '');

/** SHA-256(0x00 ‖ entry) */
export const leafHashOf = (entry: string | Uint8Array): string =>
  hash('sha256', Buffer.concat([Uint8Array.of(0), Buffer.from(entry as string)]));

/** SHA-256(0x01 ‖ left ‖ right) */
export const nodeHashOf = (left: string, right: string): string =>
  hash('sha256', Buffer.from(`01${left}${right}`, 'hex'));
