import multipart from '@fastify/multipart';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { AsWorkbook, sendWorkbook } from '../http/workbook.ts';
import { UPLOAD_LIMITS, uploaded } from '../imports/upload.ts';
import {
  CalendarDryRun,
  CalendarParams,
  CalendarView,
  ReplaceCalendar,
  TemplateQuery,
} from './calendar.contract.ts';
import type { CalendarService } from './calendar.service.ts';

export const calendarRoutes =
  (calendar: CalendarService): Routes =>
  async (app) => {
    await app.register(multipart, { limits: UPLOAD_LIMITS });
    app.route({
      method: 'GET',
      url: '/api/calendar',
      config: needs('rule.read'),
      schema: { summary: '工作日历 The working calendar', response: { 200: CalendarView } },
      handler: () => calendar.view(),
    });
    app.route({
      method: 'GET',
      url: '/api/calendar/template',
      config: needs('calendar.write'),
      schema: { summary: '日历模板 Template', querystring: TemplateQuery, response: { 200: AsWorkbook } },
      handler: async (request, reply) => {
        const { year } = request.query;
        return sendWorkbook(reply, `${year}年工作日历模板`, await calendar.template(year));
      },
    });
    app.route({
      method: 'POST',
      url: '/api/calendar/:year/dry-runs',
      config: needs('calendar.write', { key: 'unneeded' }),
      schema: {
        summary: '试导入日历 Dry run: nothing is written',
        consumes: ['multipart/form-data'],
        params: CalendarParams,
        response: { 200: CalendarDryRun },
      },
      handler: async (request) => calendar.dryRun({ ...request.params, file: await uploaded(request) }),
    });
    app.route({
      method: 'PUT',
      url: '/api/calendar/:year',
      config: needs('calendar.write'),
      schema: {
        summary: '导入一年的日历 Import the calendar of a year',
        params: CalendarParams,
        body: ReplaceCalendar,
        response: { 200: CalendarView },
      },
      handler: (request) => calendar.replace(request.actor, { ...request.params, ...request.body }),
    });
  };
