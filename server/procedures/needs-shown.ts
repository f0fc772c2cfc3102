// Whom the next step still waits for, as whoever asks may see it; who names people sees whom he could name.
import type { z } from 'zod';
import type { Db } from '../../db/store.ts';
import type { Tables } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { mayAssign } from './assignments.service.ts';
import { candidatesFor, type OfKind, staffingOf } from './naming.ts';
import { statesByName } from './named-steps.ts';
import type { NeedView } from './procedures.contract.ts';
import type { Standing } from './rights.ts';

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly today: Day;
}

export async function needsShown(
  asked: Asked,
  { standing, ...of }: OfKind & { readonly standing: Standing },
): Promise<z.infer<typeof NeedView>[]> {
  const { kind, file } = of;
  if (!statesByName(kind).includes(file.state)) return [];
  const missing = (await staffingOf(asked, [file])).missing(of);
  const needs: z.infer<typeof NeedView>[] = [];
  for (const step of missing) {
    const able = mayAssign(standing) ? await candidatesFor(asked, of, step) : [];
    needs.push({
      ...{ event: step.event.event, label: step.label },
      ...{ principals: [...step.principals], missing: step.missing },
      // Nobody names himself.
      candidates: able.filter(({ staffNo }) => staffNo !== standing.actor.staffNo),
    });
  }
  return needs;
}
