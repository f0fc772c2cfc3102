// Argon2id, OWASP's minimum: 19 MiB, two passes, one lane.
import { hash, verify } from '@node-rs/argon2';
import type { Hasher } from '../accounts/passwords.ts';

const ARGON2ID = 2;
const cost = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const argon2: Hasher = {
  hash: (password) => hash(password, cost),
  verify: (hashed, password) => verify(hashed, password),
};
