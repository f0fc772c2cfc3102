import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import {
  LogHeadView,
  LogKeys,
  LogState,
  Proof,
  ProofQuery,
  Receipt,
  ReceiptPage,
  ReceiptParams,
  ReceiptQuery,
} from './log.contract.ts';
import type { LogService } from './log.service.ts';

export const logRoutes =
  (log: LogService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/audit/head',
      config: needs('audit.head.read'),
      schema: {
        summary: '日志头：条数、根、签名 The signed head of the log',
        response: { 200: LogHeadView },
      },
      handler: () => log.head(),
    });
    app.route({
      method: 'GET',
      url: '/api/audit/state',
      config: needs('audit.head.read'),
      schema: { summary: '日志头及其是否成立 The head, and whether it holds', response: { 200: LogState } },
      handler: () => log.state(),
    });
    app.route({
      method: 'GET',
      url: '/api/audit/proof',
      config: needs('audit.proof.read'),
      schema: {
        summary: '一条记录在日志中，或旧日志头是新日志头的开头 Inclusion or consistency proof',
        querystring: ProofQuery,
        response: { 200: Proof },
      },
      handler: (request) => log.proof(request.query),
    });
    app.route({
      method: 'GET',
      url: '/api/audit/keys',
      config: needs('audit.head.read'),
      schema: {
        summary: '曾用于签名的全部公钥 Every public key that ever signed',
        response: { 200: LogKeys },
      },
      handler: () => log.keys(),
    });
    app.route({
      method: 'GET',
      url: '/api/audit/receipts',
      config: needs('account.own'),
      schema: {
        summary: '本人办理的、以本人为对象的事项 One’s own acts, and those done to oneself',
        querystring: ReceiptQuery,
        response: { 200: ReceiptPage },
      },
      handler: (request) => log.receipts(request.actor, request.query),
    });
    app.route({
      method: 'GET',
      url: '/api/audit/receipts/:entryId',
      config: needs('account.own'),
      schema: {
        summary: '一项办理的回执 The receipt of one act',
        params: ReceiptParams,
        response: { 200: Receipt },
      },
      handler: (request) => log.receipt(request.actor, request.params),
    });
  };
