import type { Day } from '../day.ts';
import type { Label } from '../vocabulary/label.ts';

/** How sure we are of a text: read in an official copy, read on a secondary page, or not read. */
export type Reading = 'official' | 'secondary' | 'unread';

export interface Instrument extends Label {
  readonly inForceOn: Day;
  readonly reading: Reading;
}

/** The documents that parameters and rules rely on; an article is cited as `instrument#article`. */
export const instruments = {
  'opinion-2017': {
    zh: '关于贯彻“三个区分开来”治理为官不为的实施意见',
    en: 'Implementing opinion on the three distinctions and on inaction in office',
    inForceOn: '2017-05-02',
    reading: 'official',
  },
  'exchange-2006': {
    zh: '党政领导干部交流工作规定',
    en: 'Regulation on the exchange of leading cadres',
    inForceOn: '2006-08-06',
    reading: 'official',
  },
  'appointment-2019': {
    zh: '党政领导干部选拔任用工作条例',
    en: 'Regulation on the selection and appointment of leading cadres',
    inForceOn: '2019-03-03',
    reading: 'official',
  },
  'appraisal-2019': {
    zh: '党政领导干部考核工作条例',
    en: 'Regulation on the appraisal of leading cadres',
    inForceOn: '2019-04-07',
    reading: 'secondary',
  },
  'accountability-2019': {
    zh: '中国共产党问责条例',
    en: 'Regulation on accountability',
    inForceOn: '2019-09-01',
    reading: 'official',
  },
  'civil-service-2018': {
    zh: '公务员法',
    en: 'Law on civil servants',
    inForceOn: '2019-06-01',
    reading: 'official',
  },
  'civil-appraisal-2020': {
    zh: '公务员考核规定',
    en: 'Regulation on the appraisal of civil servants',
    inForceOn: '2020-12-28',
    reading: 'official',
  },
  'sanctions-2020': {
    zh: '公职人员政务处分法',
    en: 'Law on administrative sanctions for public employees',
    inForceOn: '2020-07-01',
    reading: 'official',
  },
  'updown-2022': {
    zh: '推进领导干部能上能下规定',
    en: 'Regulation on leading cadres moving up and down',
    inForceOn: '2022-09-08',
    reading: 'secondary',
  },
  'institution-appraisal-2023': {
    zh: '事业单位工作人员考核规定',
    en: 'Regulation on the appraisal of staff of public institutions',
    inForceOn: '2023-01-12',
    reading: 'secondary',
  },
  'party-discipline-2023': {
    zh: '中国共产党纪律处分条例',
    en: 'Regulation on party discipline',
    inForceOn: '2024-01-01',
    reading: 'secondary',
  },
} as const satisfies Record<string, Instrument>;

export type InstrumentId = keyof typeof instruments;
