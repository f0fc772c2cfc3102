import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { Id } from '../http/shared.contract.ts';
import type { ReadersService } from './readers.service.ts';
import { ReaderPage, ReaderQuery, Unmask, Unmasked } from './reads.contract.ts';
import type { UnmaskedService } from './unmasked.service.ts';

interface Wanted {
  readonly readers: ReadersService;
  readonly unmasked: UnmaskedService;
}

export const readsRoutes =
  ({ readers, unmasked }: Wanted): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/my-record/readers',
      config: needs('profile.read'),
      schema: {
        summary: '谁看过我的档案 Who looked at my record',
        querystring: ReaderQuery,
        response: { 200: ReaderPage },
      },
      handler: (request) => readers.own(request.actor, request.query),
    });
    app.route({
      method: 'POST',
      url: '/api/cadres/:id/unmasked',
      // The value is kept nowhere, not even as the answer to a repeat.
      config: needs('profile.citizen_id.read', { on: 'file', answer: 'shownOnce' }),
      schema: {
        summary: '写明理由查看证件号或电话 Citizen ID or phone in whole, for a reason',
        params: z.strictObject({ id: Id }),
        body: Unmask,
        response: { 200: Unmasked },
      },
      handler: (request) => unmasked.unmask(request.actor, { ...request.params, ...request.body }),
    });
  };
