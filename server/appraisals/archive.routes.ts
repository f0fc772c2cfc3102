import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { YearParams, YearView } from './appraisals.contract.ts';
import { ArchiveCheck, ArchiveYear } from './archive.contract.ts';
import type { ArchiveService } from './archive.service.ts';

/** Reopening has no route: a meeting of the board decides on it. */
export const archiveRoutes =
  (archives: ArchiveService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/years/:year/archive',
      config: needs('appraisal.archive'),
      schema: {
        summary: '归档前的检查 What speaks against archiving a year',
        params: YearParams,
        response: { 200: ArchiveCheck },
      },
      handler: (request) => archives.check(request.actor, request.params),
    });
    app.route({
      method: 'POST',
      url: '/api/years/:year/archive',
      config: needs('appraisal.archive'),
      schema: {
        summary: '归档 Archive a year',
        params: YearParams,
        body: ArchiveYear,
        response: { 200: YearView },
      },
      handler: (request) => archives.archive(request.actor, { ...request.params, ...request.body }),
    });
  };
