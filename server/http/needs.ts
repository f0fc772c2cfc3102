// What a route declares about itself beside its contracts; the app refuses to start with a route that does not.
import type { Actor } from '../permissions/actor.ts';
import { isPermission, type Permission } from '../permissions/matrix.ts';

interface Manner {
  /** A change that writes nothing lasting (sign-in, dry run) needs no `Idempotency-Key`. */
  readonly key?: 'unneeded';
  /** The answer holds what is shown once (codes): a repeat is told so instead of being shown it again. */
  readonly answer?: 'shownOnce';
  /** What somebody may do who still has to choose a password of his own, or to set up a second factor. */
  readonly before?: 'ownPassword' | 'secondFactor';
  /** A program of the operator's may ask too, with a bearer token of its own. */
  readonly token?: 'operator';
  /** About a file: whoever a file could name may ask; the file itself decides. */
  readonly on?: 'file';
}
export interface Needs extends Manner {
  readonly permission: Permission;
}

declare module 'fastify' {
  interface FastifyContextConfig extends Partial<Needs> {}
  interface FastifyRequest {
    actor: Actor;
  }
}

/** `config: needs('roster.import')` */
export function needs(permission: Permission, manner: Manner = {}): Needs {
  if (!isPermission(permission)) throw new Error(`permissions.txt has no ${permission}`);
  return { permission, ...manner };
}
