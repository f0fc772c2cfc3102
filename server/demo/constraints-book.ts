// What a score cannot buy, of every kind there is: disciplines, measures, investigations, leave, probation, refusal.
import type { Day, disciplineMeasures, DisciplineSource, Ground } from '../../scoring/index.ts';
import type { NewSheet } from '../adapters/spreadsheet.ts';
import { constraintsWorkbook } from '../imports/templates.ts';
import { people } from './people.ts';

const person = (index: number) => {
  const { staffNo, name } = people[index]!;
  return { staffNo, name };
};

type Taken = {
  [S in DisciplineSource]: readonly [source: S, measure: keyof (typeof disciplineMeasures)[S]];
}[DisciplineSource];
type Discipline = readonly [index: number, taken: Taken, effectiveOn: Day, ground: Ground, months?: number];

// oxfmt-ignore
const DISCIPLINES: readonly Discipline[] = [
  [70, ['party', 'warning'], '2026-03-12', 'work'],
  [151, ['party', 'warning'], '2024-09-03', 'life'],
  [222, ['party', 'seriousWarning'], '2026-05-20', 'politicalDiscipline'],
  [303, ['party', 'removalFromPost'], '2026-01-15', 'integrity'],
  [384, ['party', 'probation'], '2025-04-08', 'integrity', 12],
  [101, ['party', 'expulsion'], '2024-06-30', 'integrity'],
  [83, ['administrative', 'warning'], '2026-06-11', 'work'],
  [194, ['administrative', 'demerit'], '2025-10-09', 'work'],
  [285, ['administrative', 'majorDemerit'], '2025-07-17', 'work'],
  [376, ['administrative', 'demotion'], '2024-11-21', 'integrity'],
  [467, ['administrative', 'dismissal'], '2025-02-27', 'integrity'],
  [44, ['organisational', 'admonition'], '2026-08-05', 'work'],
  [125, ['organisational', 'admonition'], '2025-03-19', 'work'],
  [206, ['organisational', 'admonition'], '2026-11-02', 'integrity'],
  [317, ['organisational', 'transferAsMeasure'], '2026-02-24', 'unfit'],
  [398, ['organisational', 'nonLeadership'], '2025-09-15', 'unfit'],
  [479, ['organisational', 'orderedResignation'], '2026-04-13', 'accountability'],
  [160, ['organisational', 'demotion'], '2025-06-06', 'unfit'],
  [241, ['organisational', 'removal'], '2026-09-28', 'accountability'],
];

export const constraintsBook = (): NewSheet[] =>
  constraintsWorkbook({
    disciplines: DISCIPLINES.map(([index, [source, measure], effectiveOn, ground, months = null], n) => ({
      ...person(index),
      source,
      measure: `${source}.${measure}`,
      effectiveOn,
      ground,
      months,
      documentNo: `明湖处〔${effectiveOn.slice(0, 4)}〕${n + 1}号`,
    })),
    investigations: [
      { ...person(328), openedOn: '2026-10-16', closedOn: null, documentNo: '明湖立〔2026〕3号' },
      { ...person(409), openedOn: '2025-05-12', closedOn: '2025-11-28', documentNo: '明湖立〔2025〕1号' },
    ],
    leaves: [
      { ...person(52), type: 'sick', from: '2026-02-01', to: '2026-09-30', documentNo: '明湖假〔2026〕8号' },
      { ...person(133), type: 'sick', from: '2025-01-06', to: '2025-10-10', documentNo: '明湖假〔2025〕5号' },
      {
        ...person(214),
        type: 'personal',
        from: '2026-04-01',
        to: '2026-04-20',
        documentNo: '明湖假〔2026〕15号',
      },
      {
        ...person(295),
        type: 'maternity',
        from: '2026-03-05',
        to: '2026-08-31',
        documentNo: '明湖假〔2026〕11号',
      },
      {
        ...person(456),
        type: 'other',
        from: '2024-09-01',
        to: '2024-12-31',
        documentNo: '明湖假〔2024〕21号',
      },
    ],
    probations: [
      { ...person(490), from: '2026-03-01', to: '2027-02-28', documentNo: '明湖任〔2026〕6号' },
      { ...person(497), from: '2025-09-01', to: '2026-08-31', documentNo: '明湖任〔2025〕19号' },
    ],
    refusals: [{ ...person(441), year: 2025, documentNo: '明湖组〔2025〕200号' }],
  });
