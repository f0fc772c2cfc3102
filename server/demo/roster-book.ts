import type { NewSheet } from '../adapters/spreadsheet.ts';
import { rosterWorkbook } from '../imports/templates.ts';
import { careers } from './careers.ts';
import { people } from './people.ts';
import { posts } from './posts.ts';
import { units } from './units.ts';

/** The whole roster as an office would hand it in. */
export const rosterBook = (): NewSheet[] =>
  rosterWorkbook({
    units: units.map(({ code, name, kind, parentCode }) => ({ code, name, kind, parentCode })),
    posts: posts.map(({ code, name, unit, rank, isChief, isSensitive }) => ({
      code,
      name,
      unitCode: unit.code,
      rank,
      isChief,
      isSensitive,
    })),
    cadres: people.map(({ staffNo, name, citizenId, phone, post, isPrincipal, retiresOn, isSpecialist }) => ({
      staffNo,
      name,
      citizenId,
      phone,
      unitCode: post.unit.code,
      postTitle: post.name,
      rank: post.rank,
      template: isPrincipal ? ('principal' as const) : ('member' as const),
      cadreSince: careers.get(staffNo)!.cadreSince,
      retiresOn,
      isSpecialist,
      isPartySecretary: post.isSecretary,
    })),
    appointments: [...careers.values()].flatMap(({ appointments }) =>
      appointments.map(({ person, post, from, to }) => ({
        staffNo: person.staffNo,
        name: person.name,
        postCode: post.code,
        from,
        to,
        isSensitive: post.isSensitive,
      })),
    ),
  });
