import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { Id } from '../http/shared.contract.ts';
import {
  DecideRelation,
  DeclareRelation,
  OwnRelation,
  OwnRelations,
  RelationPage,
  RelationQuery,
  RelationView,
} from './relations.contract.ts';
import type { RelationsService } from './relations.service.ts';

export const relationsRoutes =
  (relations: RelationsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/my-record/relations',
      config: needs('relation.declare'),
      schema: { summary: '本人的亲属与回避 Own relations', response: { 200: OwnRelations } },
      handler: (request) => relations.own(request.actor),
    });
    app.route({
      method: 'POST',
      url: '/api/relations',
      config: needs('relation.declare'),
      schema: {
        summary: '申报亲属、回避、原单位或代表的单位 Declare a relation',
        body: DeclareRelation,
        response: { 200: OwnRelation },
      },
      handler: (request) => relations.declare(request.actor, request.body),
    });
    app.route({
      method: 'GET',
      url: '/api/relations',
      config: needs('relation.confirm'),
      schema: {
        summary: '申报的关系 Declared relations',
        querystring: RelationQuery,
        response: { 200: RelationPage },
      },
      handler: (request) => relations.page(request.actor, request.query),
    });
    app.route({
      method: 'POST',
      url: '/api/relations/:id/decision',
      config: needs('relation.confirm'),
      schema: {
        summary: '确认、退回或终止一项关系 Confirm, refuse or end a relation',
        params: z.strictObject({ id: Id }),
        body: DecideRelation,
        response: { 200: RelationView },
      },
      handler: (request) => relations.decide(request.actor, { ...request.params, ...request.body }),
    });
  };
