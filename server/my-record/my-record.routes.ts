import { OwnResultView, OwnYears, YearParams } from '../appraisals/appraisals.contract.ts';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import type { MyRecordService } from './my-record.service.ts';
import { OwnFiles } from './own-files.contract.ts';

export const myRecordRoutes =
  (own: MyRecordService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/my-record',
      config: needs('appraisal.read'),
      schema: { response: { 200: OwnYears } },
      handler: (request) => own.years(request.actor),
    });
    app.route({
      method: 'GET',
      url: '/api/my-record/files',
      config: needs('inaction.read'),
      schema: {
        summary: '本人的履职记录与容错事项 Files of conduct and exemption about oneself',
        response: { 200: OwnFiles },
      },
      handler: (request) => own.files(request.actor),
    });
    app.route({
      method: 'GET',
      url: '/api/my-record/:year',
      config: needs('appraisal.read'),
      schema: { params: YearParams, response: { 200: OwnResultView } },
      handler: (request) => own.result(request.actor, request.params),
    });
  };
