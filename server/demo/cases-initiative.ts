// What was achieved of late: one deed on public notice, one that waits to be verified.
import { addMonths } from '../../scoring/index.ts';
import { type Cases, deedsOf } from './case-deeds.ts';
import { dean, ordinaryCadre, personnelOfficer } from './logins.ts';
import { holderOf } from './people.ts';

export async function fileInitiatives(cases: Cases): Promise<void> {
  const { services, as, today } = cases;
  const deeds = deedsOf(cases);
  const { initiatives } = services.conduct;
  const noted = await initiatives.draft(await as(ordinaryCadre), {
    ...{ area: 4, quality: 'shoulder', occurredOn: addMonths(today, -1), level: 'school', role: 'lead' },
    ...{ documentNo: null, factId: null },
    summary: '牵头四个学院共建跨学科实验室，三个月内厘清设备归属与开放办法，已投入使用。',
  });
  await deeds.addEvidence(
    noted,
    ordinaryCadre,
    '共建协议摘要',
    '四个学院签订共建协议，设备目录和开放办法见附件。',
  );
  const submitted = await deeds.move('conduct', ordinaryCadre, noted, 'submit');
  const reason = '与协议、验收单一致';
  const verified = await deeds.move('conduct', personnelOfficer, submitted, 'verify', { reason });
  await deeds.move('conduct', personnelOfficer, verified, 'publicise');

  const { staffNo } = holderOf(dean.post.unit.name, '党委副书记');
  const waiting = await initiatives.draft(await as(dean), {
    ...{
      area: 6,
      quality: 'deliver',
      occurredOn: addMonths(today, -2),
      level: 'unit',
      role: 'lead',
      staffNo,
    },
    ...{ documentNo: null, factId: null },
    summary: '开设学生事务夜间窗口，办结积压的学籍异动三十七件。',
  });
  await deeds.move('conduct', dean, waiting, 'submit');
}
