// Meetings are read by the head of HR, who records them, and by those who sit in them: whoever a file could name may
// ask, and the service shows him his own.
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import {
  CancelMeeting,
  CandidateQuery,
  Candidates,
  ConfirmMeeting,
  MeetingDay,
  MeetingPage,
  MeetingParams,
  MeetingQuery,
  MeetingView,
  PlanMeeting,
  RecordMeeting,
} from './meetings.contract.ts';
import type { MeetingsService } from './meetings.service.ts';

const readingRoutes =
  (meetings: MeetingsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/meetings',
      config: needs('meeting.confirm', { on: 'file' }),
      schema: { summary: '会议 Meetings', querystring: MeetingQuery, response: { 200: MeetingPage } },
      handler: (request) => meetings.page(request.actor, request.query),
    });
    app.route({
      method: 'GET',
      url: '/api/meetings/agenda-candidates',
      config: needs('meeting.record'),
      schema: {
        summary: '等待会议决定的事项 Files waiting for a meeting',
        querystring: CandidateQuery,
        response: { 200: Candidates },
      },
      handler: (request) => meetings.candidates(request.actor, request.query.body),
    });
    app.route({
      method: 'GET',
      url: '/api/meetings/:id',
      config: needs('meeting.confirm', { on: 'file' }),
      schema: {
        summary: '一次会议 One meeting',
        params: MeetingParams,
        querystring: MeetingDay,
        response: { 200: MeetingView },
      },
      handler: (request) => meetings.view(request.actor, request.params.id, request.query.on),
    });
  };

export const meetingsRoutes =
  (meetings: MeetingsService): Routes =>
  async (app) => {
    await app.register(readingRoutes(meetings));
    app.route({
      method: 'POST',
      url: '/api/meetings',
      config: needs('meeting.record'),
      schema: { summary: '安排会议 Plan a meeting', body: PlanMeeting, response: { 200: MeetingView } },
      handler: (request) => meetings.plan(request.actor, request.body),
    });
    app.route({
      method: 'POST',
      url: '/api/meetings/:id/record',
      config: needs('meeting.record'),
      schema: {
        summary: '记录到会、回避、表决和纪要 Record attendance, votes and minutes',
        params: MeetingParams,
        body: RecordMeeting,
        response: { 200: MeetingView },
      },
      handler: (request) => meetings.record(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'POST',
      url: '/api/meetings/:id/confirmation',
      config: needs('meeting.confirm', { on: 'file' }),
      schema: {
        summary: '成员确认，全部决定同时生效 Confirm: every decision takes effect in one act',
        params: MeetingParams,
        body: ConfirmMeeting,
        response: { 200: MeetingView },
      },
      handler: (request) => meetings.confirm(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'POST',
      url: '/api/meetings/:id/cancellation',
      config: needs('meeting.record'),
      schema: {
        summary: '取消会议 Cancel a meeting',
        params: MeetingParams,
        body: CancelMeeting,
        response: { 200: MeetingView },
      },
      handler: (request) => meetings.cancel(request.actor, { ...request.body, ...request.params }),
    });
  };
