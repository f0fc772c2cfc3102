import type { Label } from '../../vocabulary/label.ts';
import { dated, ours } from '../dated.ts';

/** Rotation 轮岗交流 (四·能力). */
export const rotation = {
  'rotation.limit': dated(
    ['同一岗位应交流的任职月数', 'Months in one post until rotation'],
    'months',
    ours(96, '四·能力'),
  ),
  'rotation.limitSensitive': dated(
    ['敏感岗位应交流的任职月数', 'Months in a sensitive post until rotation'],
    'months',
    ours(60, '四·能力'),
  ),
  'rotation.soon': dated(
    ['提前提示的月数', 'Months of notice before rotation'],
    'months',
    ours(12, '四·能力'),
  ),
  'rotation.paperGap': dated(
    ['视为连续任职的间断天数', 'Gap that does not interrupt a stay'],
    'days',
    ours(183, '四·能力'),
  ),
  'rotation.retiring': dated(
    ['临近退休免于交流的月数', 'Months before retirement without rotation'],
    'months',
    ours(24, '四·能力'),
  ),
  'rotation.frequentWindow': dated(
    ['岗位变动过频：观察月数', 'Window for moving too often'],
    'months',
    ours(12, '四·能力'),
  ),
  'rotation.frequentStays': dated(
    ['岗位变动过频：到任次数', 'Stays begun that are too many'],
    'count',
    ours(2, '四·能力'),
  ),
  'rotation.experience': dated(
    ['判断经历单一的任职月数', 'Months after which experience is judged'],
    'months',
    ours(120, '四·能力'),
  ),
} as const;

const kinds: Label = {
  zh: '人、财、物、招生、基建、采购、纪检、审计',
  en: 'personnel, finance, property, admissions, construction, purchasing, discipline inspection, audit',
};

export const sensitivePosts = {
  'rotation.sensitivePosts': dated(['敏感岗位', 'Sensitive posts'], 'text', ours(kinds, '四·能力')),
} as const;
