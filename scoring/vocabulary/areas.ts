import type { Label } from './label.ts';

export type Area = 1 | 2 | 3 | 4 | 5 | 6;

/** The six areas of duty; the categories of inaction and the areas of initiative mirror each other. */
export const areas = {
  1: { zh: '贯彻落实决策部署', en: 'Carrying out decisions', clause: '三(一)' },
  2: { zh: '谋改革促发展', en: 'Reform and development', clause: '三(二)' },
  3: { zh: '履行领导责任', en: 'Duties of leadership', clause: '三(三)' },
  4: { zh: '落实分工任务', en: 'Shared tasks', clause: '三(四)' },
  5: { zh: '处置突发事件', en: 'Emergencies', clause: '三(五)' },
  6: { zh: '服务师生', en: 'Service to staff and students', clause: '三(六)' },
} as const satisfies Record<Area, Label & { clause: string }>;

export const AREAS: readonly Area[] = [1, 2, 3, 4, 5, 6];

/** The clause of the opinion that an area stands in. */
export const clauseOfArea = (area: Area): (typeof areas)[Area]['clause'] => areas[area].clause;
