import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { Id } from '../http/shared.contract.ts';
import { CadrePage, CadreQuery, CadreView, UnitList } from './cadres.contract.ts';
import type { CadresService } from './cadres.service.ts';

export const cadresRoutes =
  (cadres: CadresService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/units',
      config: needs('profile.read'),
      schema: { response: { 200: UnitList } },
      handler: (request) => cadres.units(request.actor),
    });
    app.route({
      method: 'GET',
      url: '/api/cadres',
      config: needs('profile.read'),
      schema: { querystring: CadreQuery, response: { 200: CadrePage } },
      handler: (request) => cadres.roster(request.actor, request.query),
    });
    app.route({
      method: 'GET',
      url: '/api/cadres/:id',
      config: needs('profile.read'),
      schema: { params: z.strictObject({ id: Id }), response: { 200: CadreView } },
      handler: (request) => cadres.cadre(request.actor, request.params),
    });
  };
