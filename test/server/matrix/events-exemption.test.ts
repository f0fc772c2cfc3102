// 容错认定: every event × fifteen principals × six relations, sent over HTTP.
import { describe } from 'vitest';
import { holdsForEveryEvent } from '../../support/matrix-events.ts';

describe('容错认定：每个事件 × 十五种身份 × 六种关系', () => {
  holdsForEveryEvent(['exemption']);
});
