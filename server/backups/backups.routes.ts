import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { BackupBegun, BackupList } from './backups.contract.ts';
import type { BackupsService } from './backups.service.ts';

export const backupRoutes =
  (backups: BackupsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/backups',
      config: needs('backup.run'),
      schema: { summary: '备份列表 Backups at hand, the newest first', response: { 200: BackupList } },
      handler: () => backups.list(),
    });
    app.route({
      method: 'POST',
      url: '/api/backups',
      config: needs('backup.run'),
      schema: {
        summary: '立即备份 Makes a backup into the configured folder, as a job',
        response: { 202: BackupBegun },
      },
      handler: async (request, reply) => reply.code(202).send(await backups.start(request.actor)),
    });
  };
