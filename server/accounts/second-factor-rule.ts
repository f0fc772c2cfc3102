// Whom a password alone does not suffice: everybody who acts on others. Cadres, requesters and voters hold no role.
import type { Actor } from '../permissions/actor.ts';

export const needsSecondFactor = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.length > 0;

interface Session {
  readonly actor: Pick<Actor, 'roles'>;
  readonly hasSecondFactor: boolean;
}

/**
 * Whether a session may not act yet. The demo asks nobody: its password stands in the source for everybody to read,
 * and a factor that everybody can compute would protect nothing.
 */
export const lacksSecondFactor = (
  { actor, hasSecondFactor }: Session,
  { isDemo }: { readonly isDemo: boolean },
): boolean => !isDemo && !hasSecondFactor && needsSecondFactor(actor);
