// Both ledgers behind one address: a record is read and moved on by its id, whichever ledger it is of.
import type { z } from 'zod';
import { fileById } from '../../db/queries/procedure-files.ts';
import type { Store } from '../../db/store.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import type { Sent } from '../procedures/files.service.ts';
import type { InactionView } from './conduct.contract.ts';
import type { InactionsService } from './inactions.service.ts';
import type { InitiativeView } from './initiatives.contract.ts';
import type { InitiativesService } from './initiatives.service.ts';

type RecordShown = z.infer<typeof InactionView> | z.infer<typeof InitiativeView>;
export interface ConductService {
  readonly inactions: InactionsService;
  readonly initiatives: InitiativesService;
  view(actor: Actor, id: string): Promise<RecordShown>;
  move(actor: Actor, sent: Sent): Promise<RecordShown>;
}
type Ledger = Pick<ConductService, 'view' | 'move'>;

interface Needed {
  readonly store: Store;
  readonly inactions: InactionsService;
  readonly initiatives: InitiativesService;
}

export function conductService({ store, inactions, initiatives }: Needed): ConductService {
  const ledgers: Readonly<Record<string, Ledger>> = { inaction: inactions, initiative: initiatives };

  async function ledgerOf(id: string): Promise<Ledger> {
    const machine = (await fileById(store.read, store.tables, id))?.machine ?? '';
    const ledger = ledgers[machine];
    if (!ledger) throw new Refused(notFound);
    return ledger;
  }
  return {
    inactions,
    initiatives,
    view: async (actor, id) => (await ledgerOf(id)).view(actor, id),
    move: async (actor, sent) => (await ledgerOf(sent.id)).move(actor, sent),
  };
}
