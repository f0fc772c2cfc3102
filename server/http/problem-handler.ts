// The one place where what went wrong becomes an answer (RFC 9457): refusals by name, faults without a word of detail.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnknownCursor } from '../../db/queries/page.ts';
import { StaleVersion } from '../../db/rows.ts';
import { isUniqueViolation } from '../../db/store-errors.ts';
import type { App } from './app-type.ts';
import { languageOf } from './language.ts';
import { notFound, problem, type ProblemKind, Refused, staleVersion } from './problem.ts';
import { RETRY_AFTER_SECONDS, storeProblem } from './read-only.ts';
import { tooManyRequests } from './request-limits.ts';

const badRequest = problem('bad-request', 400, '请求无法读取', 'The request cannot be read');
const unknownCursor = problem(
  'unknown-cursor',
  400,
  '翻页标记无效，请回到第一页',
  'The page mark is not valid; begin again with the first page',
);
const tooLarge = problem('too-large', 413, '内容超过大小限制', 'Larger than allowed');
const wrongType = problem('wrong-media-type', 415, '不支持的内容类型', 'Content type not supported');
const conflict = problem(
  'conflict',
  409,
  '与刚刚发生的更改冲突，请重试',
  'In conflict with another change; try again',
);

const tooLong = problem('too-long', 414, '网址过长', 'The address is longer than allowed');

const BY_STATUS: ReadonlyMap<number, ProblemKind> = new Map(
  [badRequest, notFound, tooLarge, tooLong, wrongType, tooManyRequests].map((kind) => [kind.status, kind]),
);

/** What an error that is not a refusal yet means to whoever asked; null = a fault. */
function kindOf(error: unknown): ProblemKind | null {
  if (error instanceof StaleVersion) return staleVersion;
  if (error instanceof UnknownCursor) return unknownCursor;
  if (isUniqueViolation(error)) return conflict;
  const ofStore = storeProblem(error);
  if (ofStore) return ofStore;
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  const status = Number(error.statusCode);
  if (status < 400 || status >= 500) return null;
  return BY_STATUS.get(status) ?? { ...badRequest, status };
}

export function problemBody(refused: Refused, request: FastifyRequest) {
  const language = languageOf(request);
  const { kind, detail, places } = refused;
  return {
    type: `/problems/${kind.name}`,
    title: kind.title[language],
    status: kind.status,
    ...(detail === null ? {} : { detail: detail[language] }),
    instance: request.id,
    ...(places.length === 0
      ? {}
      : { errors: places.map((place) => ({ pointer: place.pointer, detail: place.detail[language] })) }),
  };
}

const fault = { zh: '服务器内部故障', en: 'Internal fault' };

function sendFault(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  request.log.error({ err: error }, 'fault');
  return reply
    .code(500)
    .type('application/problem+json')
    .send({ type: 'about:blank', title: fault[languageOf(request)], status: 500, instance: request.id });
}

function sendProblem(refused: Refused, request: FastifyRequest, reply: FastifyReply) {
  if (refused.kind.status >= 503 && !reply.hasHeader('Retry-After'))
    reply.header('Retry-After', RETRY_AFTER_SECONDS);
  request.log.info({ problem: refused.kind.name }, 'refused');
  return reply.code(refused.kind.status).type('application/problem+json').send(problemBody(refused, request));
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Refused) return sendProblem(error, request, reply);
  const kind = kindOf(error);
  return kind ? sendProblem(new Refused(kind), request, reply) : sendFault(error, request, reply);
}

export function answerProblems(app: App): void {
  app.setErrorHandler(answerError);
}

/** Answers an address that the router could not even read. */
export const answerUnreadable = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  void answerError(error, request, reply);
};

const wrongMethod = problem(
  'wrong-method',
  405,
  '这个地址不接受此操作',
  'This address does not take this method',
);

/** Answers what another method of the same address would. */
export const answerWrongMethod = (request: FastifyRequest, reply: FastifyReply, allowed: string) =>
  sendProblem(new Refused(wrongMethod), request, reply.header('Allow', allowed));

/** Answers what no route takes. */
export const answerUnknown = (request: FastifyRequest, reply: FastifyReply) =>
  sendProblem(new Refused(notFound), request, reply);
