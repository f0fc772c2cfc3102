// The trail of deeds as auditadmin reads it: who, in which duty, what, why, and hashes; never the rows themselves.
import type { z } from 'zod';
import { staffNosOf } from '../../db/queries/account-pages.ts';
import { auditEntries } from '../../db/queries/audit.ts';
import type { Store } from '../../db/store.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { may, scopeOf, seesMasked } from '../permissions/may.ts';
import type { AuditPage, AuditQuery } from './audit.contract.ts';

const PERMISSION = 'audit.read';

export interface AuditService {
  entries(actor: Actor, input: z.infer<typeof AuditQuery>): Promise<z.infer<typeof AuditPage>>;
}

export function auditService({ store }: { store: Store }): AuditService {
  const { read, tables } = store;

  /** The subject asked about; those who may only read about themselves ask about nobody else. */
  function subjectFor(actor: Actor, asked: string | undefined): string | null {
    const scope = scopeOf(actor, PERMISSION);
    if (scope.kind !== 'own') return asked ?? null;
    if (!may(actor, PERMISSION, { cadreId: asked ?? scope.cadreId })) throw new Refused(notFound);
    return scope.cadreId;
  }

  return {
    async entries(actor, { subject, after, limit }) {
      const request = { subject: subjectFor(actor, subject), actor: null, after: after ?? null, limit };
      const page = await auditEntries(read, tables, request);
      const staffNos = await staffNosOf(
        read,
        tables,
        page.items.map((entry) => entry.actor),
      );
      const isMasked = seesMasked(actor, PERMISSION);
      return {
        next: page.next,
        items: page.items.map((entry) => ({
          id: entry.id,
          at: entry.at,
          actor: staffNos.get(entry.actor) ?? entry.actor,
          duty: entry.duty,
          deed: entry.deed,
          subject: entry.subject,
          reason: isMasked ? null : entry.reason,
          oldHash: entry.oldHash,
          newHash: entry.newHash,
        })),
      };
    },
  };
}
