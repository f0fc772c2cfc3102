import type { Label } from '../../vocabulary/label.ts';
import { dated, ours } from '../dated.ts';

/** What an inaction deducts (三). */
export const inaction = {
  'inaction.severity.minor': dated(
    ['不为分值：轻微', 'Points of a minor inaction'],
    'hundredths',
    ours(50, '三'),
  ),
  'inaction.severity.general': dated(
    ['不为分值：一般', 'Points of a general inaction'],
    'hundredths',
    ours(200, '三'),
  ),
  'inaction.severity.serious': dated(
    ['不为分值：严重', 'Points of a serious inaction'],
    'hundredths',
    ours(500, '三'),
  ),
  'inaction.severity.grave': dated(
    ['不为分值：特别严重', 'Points of a grave inaction'],
    'hundredths',
    ours(1000, '三'),
  ),
  'inaction.responsibility.direct': dated(
    ['责任系数：直接责任', 'Share for direct responsibility'],
    'basisPoints',
    ours(10_000, '四·问责'),
  ),
  'inaction.responsibility.leadership': dated(
    ['责任系数：领导责任', 'Share for leadership responsibility'],
    'basisPoints',
    ours(5000, '四·问责'),
  ),
  'inaction.responsibility.principal': dated(
    ['责任系数：主体责任', 'Share for principal responsibility'],
    'basisPoints',
    ours(5000, '四·问责'),
  ),
  'inaction.responsibility.supervisory': dated(
    ['责任系数：监督责任', 'Share for supervisory responsibility'],
    'basisPoints',
    ours(5000, '四·问责'),
  ),
  'inaction.repeat.step': dated(
    ['同类再犯加扣：每一事实', 'Surcharge for each earlier fact of the kind'],
    'basisPoints',
    ours(5000, '三'),
  ),
  'inaction.repeat.maximum': dated(
    ['同类再犯加扣：计入事实数上限', 'Earlier facts counted at most'],
    'count',
    ours(2, '三'),
  ),
  'inaction.repeat.window': dated(
    ['同类再犯：回溯月数', 'How far back an earlier fact counts'],
    'months',
    ours(24, '三'),
  ),
  'inaction.finding.upheld': dated(
    ['认定系数：成立', 'Share when upheld'],
    'basisPoints',
    ours(10_000, '三'),
  ),
  'inaction.finding.mitigated': dated(
    ['认定系数：从轻减轻', 'Share when mitigated'],
    'basisPoints',
    ours(5000, '一'),
  ),
  'inaction.cap.minor': dated(
    ['同一行为轻微事实合计扣分上限', 'Cap on minor facts of one behaviour'],
    'hundredths',
    ours(200, '三'),
  ),
  'inaction.cap.area': dated(
    ['单一方面扣分上限', 'Cap on deductions of one area'],
    'hundredths',
    ours(1000, '三'),
  ),
  'inaction.cap.total': dated(['扣分合计上限', 'Cap on all deductions'], 'hundredths', ours(2000, '三')),
} as const;

const criterion = (zh: string, en: string): Label => ({ zh, en });

/** By what severity is chosen at verification and confirmed at confirmation (三). */
export const severityCriteria = {
  'inaction.criterion.minor': dated(
    ['严重程度标准：轻微', 'Criterion for minor'],
    'text',
    ours(criterion('影响未出本单位，当即纠正', 'no effect beyond the unit, put right at once'), '三'),
  ),
  'inaction.criterion.general': dated(
    ['严重程度标准：一般', 'Criterion for general'],
    'text',
    ours(
      criterion(
        '错过时限或未达标准，影响限于校内',
        'a deadline or standard missed, effect within the school',
      ),
      '三',
    ),
  ),
  'inaction.criterion.serious': dated(
    ['严重程度标准：严重', 'Criterion for serious'],
    'text',
    ours(
      criterion(
        '重点工作失败、受影响人数众多，或经提醒仍不改',
        'key work failed, many people affected, or carried on after a reminder',
      ),
      '三',
    ),
  ),
  'inaction.criterion.grave': dated(
    ['严重程度标准：特别严重', 'Criterion for grave'],
    'text',
    ours(
      criterion('危及安全、损失重大、隐瞒或逃避职责', 'safety, great loss, concealment, or flight from duty'),
      '三',
    ),
  ),
} as const;
