// Every event of the machines that have routes × fifteen principals × six relations, sent over HTTP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anApp, type TestApp } from '../../support/app.ts';
import { holdsForEveryEvent, PAGES } from '../../support/matrix-events.ts';

/** A year is archived by a route of its own, and reopened by a meeting: appraisals-archive.test.ts. */
const WITHOUT_EVENTS_ROUTE = ['year'];

describe('每个事件 × 十五种身份 × 六种关系', () => {
  holdsForEveryEvent(['pilot', 'correction', 'initiative']);
});

describe('机器', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await anApp();
  });
  afterAll(() => app.remove());

  test('没有路由的机器还没有文件可办', () => {
    expect([...app.services.kinds.keys()].toSorted()).toEqual(
      [...Object.keys(PAGES), ...WITHOUT_EVENTS_ROUTE].toSorted(),
    );
  });
});
