import { inBoth } from './in-both.ts';

/** The list of initiative records and its filters. */
export const initiativeListWords = inBoth(
  {
    lead: '由本人、单位或督查填报，另一人核实，公示无异议后计入；按三(一)至三(六)六个方面，与不为记录相互对照。',
    ownLead: '本人的担当作为：填报后由组织部核实，公示无异议后计入当年。',
    new: '填报担当作为',
    caption: '担当作为记录',
    search: '按姓名、内容查找',
    area: '方面',
    allAreas: '全部方面',
    unit: '单位',
    allUnits: '全部单位',
    state: '状态',
    allStates: '全部状态',
    until: '期限',
    empty: '还没有担当作为记录',
    emptyHint: '勇于探索、敢于担当、善于作为的事，可以从“填报担当作为”开始。',
  },
  {
    lead: 'Filed by the person, the unit or a supervisor, verified by another, counted after a public notice; in six areas, mirrored by the records of inaction.',
    ownLead: 'Your own initiative: HR verifies it, and it counts after a public notice.',
    new: 'File an initiative',
    caption: 'Initiative records',
    search: 'Search name or content',
    area: 'Area',
    allAreas: 'All areas',
    unit: 'Unit',
    allUnits: 'All units',
    state: 'State',
    allStates: 'All states',
    until: 'Until',
    empty: 'No initiative yet',
    emptyHint: 'Begin with “File an initiative” where somebody explored, shouldered or delivered.',
  },
);
