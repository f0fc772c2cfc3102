import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { ClockView, ResumeClock } from './clock.contract.ts';
import type { ClockService } from './clock.service.ts';

export const clockRoutes =
  (clock: ClockService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/clock',
      config: needs('system.config'),
      schema: { summary: '期限时钟 The clock of time limits', response: { 200: ClockView } },
      handler: () => clock.view(),
    });
    app.route({
      method: 'POST',
      url: '/api/clock/resume',
      config: needs('system.config'),
      schema: {
        summary: '确认时间无误，恢复计时 The time is right: go on',
        body: ResumeClock,
        response: { 200: ClockView },
      },
      handler: (request) => clock.resume(request.actor, request.body),
    });
  };
