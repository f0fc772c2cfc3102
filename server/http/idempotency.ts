// A change carries an `Idempotency-Key`; sent again it is not done again: the first answer is given once more.
// The key is kept in the same transaction as the change, so that a crash leaves both or neither.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { completeAnswer, NOT_ANSWERED } from '../../db/queries/answers.ts';
import { answerGiven, keepAnswer } from '../../db/queries/operations.ts';
import { isUniqueViolation } from '../../db/store-errors.ts';
import { NoChangeRecorded, type Store, StoreIsReadOnly } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { App } from './app-type.ts';
import { changesSomething } from './guard.ts';
import { problem, Refused } from './problem.ts';

const keyMissing = problem(
  'idempotency-key-missing',
  400,
  '更改请求须带 Idempotency-Key 标头（8 到 100 个字符）',
  'A change needs the header Idempotency-Key (8 to 100 characters)',
);
const keyReused = problem(
  'idempotency-key-reused',
  422,
  '同一个 Idempotency-Key 已用于另一请求',
  'This Idempotency-Key was used for another request',
);
const keyInUse = problem(
  'idempotency-key-in-use',
  409,
  '同一请求正在处理',
  'The same request is being carried out',
);
const answerGone = problem(
  'answer-gone',
  409,
  '该请求已经完成，其结果只显示一次或未能送达，请刷新查看',
  'The request was carried out; its answer is shown once only or was lost: reload to see',
);

/** A key and what it was sent with, until the change it belongs to is written. */
interface Claim {
  readonly row: Row<'idempotency'>;
  isKept: boolean;
}

const KEY = /^[\x21-\x7E]{8,100}$/u;

export interface KeptAnswers {
  /** The store whose first change within a request keeps the request's key. */
  readonly store: Store;
  watch(app: App): void;
}

export function keptAnswers(store: Store, now: () => number): KeptAnswers {
  const claims = new AsyncLocalStorage<Claim>();
  const ofRequest = new WeakMap<FastifyRequest, Claim>();
  return {
    store: keepingKeys(store, claims),
    watch(app) {
      app.addHook('onRequest', async (request) => {
        if (needsKey(request) && !KEY.test(keyOf(request))) throw new Refused(keyMissing);
      });
      app.addHook('preHandler', async (request, reply) => {
        const row = claimOf(request, store, now);
        if (!row) return undefined;
        const before = await answerGiven(store.read, store.tables, row.actor, row.key);
        if (before) return replay(before, row, reply);
        ofRequest.set(request, { row, isKept: false });
        return undefined;
      });
      app.addHook('preHandler', (request, _reply, done) => {
        const claim = ofRequest.get(request);
        if (claim) claims.run(claim, done);
        else done();
      });
      app.addHook('onSend', async (request, reply, payload) => {
        const claim = ofRequest.get(request);
        if (!claim?.isKept) return;
        // The change is made and its answer true, even if nothing more can be written down: a repeat is told so.
        await keep(store, claim.row, { request, reply, payload }).catch((error: unknown) => {
          if (!(error instanceof StoreIsReadOnly)) throw error;
        });
      });
    },
  };
}

function needsKey(request: FastifyRequest): boolean {
  const { permission, key } = request.routeOptions.config;
  return permission !== undefined && changesSomething(request) && key !== 'unneeded';
}
const keyOf = ({ headers }: FastifyRequest): string => String(headers['idempotency-key'] ?? '');

function claimOf(request: FastifyRequest, store: Store, now: () => number): Row<'idempotency'> | null {
  if (!needsKey(request)) return null;
  const sent = JSON.stringify([request.method, request.url, request.body ?? null]);
  return {
    actor: request.actor.accountId,
    key: keyOf(request),
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    // Keyed: a body may hold a password.
    requestHash: store.sealed.lookup(sent),
    status: NOT_ANSWERED,
    response: '',
    at: now(),
  };
}

function replay(before: Row<'idempotency'>, asked: Row<'idempotency'>, reply: FastifyReply): FastifyReply {
  if (before.requestHash !== asked.requestHash) throw new Refused(keyReused);
  if (before.status === NOT_ANSWERED) throw new Refused(answerGone);
  reply.code(before.status).header('Idempotency-Replayed', 'true');
  if (before.response === '') return reply.send();
  const type = before.status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json';
  return reply.type(type).send(before.response);
}

const keepingKeys = (store: Store, claims: AsyncLocalStorage<Claim>): Store => ({
  ...store,
  get readOnly() {
    return store.readOnly;
  },
  async write(act, work) {
    const claim = claims.getStore();
    if (!claim || claim.isKept) return store.write(act, work);
    claim.isKept = true;
    try {
      return await store.write(act, async (tx, changed) => {
        await keepAnswer(tx, changed, store.tables, claim.row).catch((error: unknown) => {
          throw isUniqueViolation(error) ? new Refused(keyInUse) : error;
        });
        let isNamed = false;
        const result = await work(tx, (...change) => {
          isNamed = true;
          changed(...change);
        });
        // The key of a request alone is no change.
        if (!isNamed) throw new NoChangeRecorded(act.deed);
        return result;
      });
    } catch (error) {
      claim.isKept = false;
      throw error;
    }
  },
});

interface Answered {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly payload: unknown;
}

/** A fault's answer, or one shown once, is not kept: a repeat hears that the change was made. */
async function keep(store: Store, claim: Row<'idempotency'>, answered: Answered): Promise<void> {
  const { request, reply, payload } = answered;
  if (reply.statusCode >= 500 || request.routeOptions.config.answer === 'shownOnce') return;
  const response = typeof payload === 'string' ? payload : '';
  const act = {
    actor: claim.actor,
    duty: 'system',
    deed: 'answer.kept',
    subject: claim.key,
    reason: null,
  };
  await store.write(act, (tx, changed) =>
    completeAnswer(tx, changed, store.tables, { claim, status: reply.statusCode, response }),
  );
}
