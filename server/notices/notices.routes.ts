import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import type { InboxService } from './inbox.service.ts';
import type { NoticeAddressService } from './notice-address.service.ts';
import {
  InboxPage,
  InboxQuery,
  MessageParams,
  MessagesRead,
  NoticeAddressView,
  SetNoticeAddress,
} from './notices.contract.ts';

const Nothing = z.null().describe('No content');

interface Needed {
  readonly inbox: InboxService;
  readonly noticeAddress: NoticeAddressService;
}

export const noticesRoutes =
  ({ inbox, noticeAddress }: Needed): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/inbox',
      config: needs('inbox.read'),
      schema: {
        summary: '收件箱 What one was told',
        querystring: InboxQuery,
        response: { 200: InboxPage },
      },
      handler: (request) => inbox.page(request.actor, request.query),
    });
    app.route({
      method: 'POST',
      url: '/api/inbox/:id/read',
      config: needs('inbox.read'),
      schema: {
        summary: '标为已读 Mark a message as read',
        params: MessageParams,
        response: { 204: Nothing },
      },
      handler: async (request, reply) => {
        await inbox.read(request.actor, request.params.id);
        return reply.code(204).send(null);
      },
    });
    app.route({
      method: 'POST',
      url: '/api/inbox/read-all',
      config: needs('inbox.read'),
      schema: { summary: '全部标为已读 Mark all as read', response: { 200: MessagesRead } },
      handler: (request) => inbox.readAll(request.actor),
    });
    app.route({
      method: 'GET',
      url: '/api/account/notice-address',
      config: needs('account.own'),
      schema: { summary: '本人的通知邮箱 The own address', response: { 200: NoticeAddressView } },
      handler: (request) => noticeAddress.view(request.actor),
    });
    app.route({
      method: 'PUT',
      url: '/api/account/notice-address',
      config: needs('account.own'),
      schema: {
        summary: '设置通知邮箱 Set the own address',
        body: SetNoticeAddress,
        response: { 200: NoticeAddressView },
      },
      handler: (request) => noticeAddress.set(request.actor, request.body),
    });
    app.route({
      method: 'DELETE',
      url: '/api/account/notice-address',
      config: needs('account.own'),
      schema: { summary: '删除通知邮箱 Remove the own address', response: { 204: Nothing } },
      handler: async (request, reply) => {
        await noticeAddress.remove(request.actor);
        return reply.code(204).send(null);
      },
    });
  };
