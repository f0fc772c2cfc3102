import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { RetentionList } from './retention.contract.ts';
import { afterwards, retentionSchedule } from './retention-schedule.ts';

export const retentionRoutes: Routes = async (app) => {
  app.route({
    method: 'GET',
    url: '/api/retention',
    config: needs('rule.read'),
    schema: { summary: '各类记录的保存期限 Retention', response: { 200: RetentionList } },
    handler: () => ({ items: retentionSchedule.map((each) => ({ ...each })), afterwards }),
  });
};
