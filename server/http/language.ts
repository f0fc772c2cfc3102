import type { FastifyRequest } from 'fastify';

export type Language = 'zh' | 'en';

/** Chinese, unless the client asks for English before it. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.trim().slice(2)) };
    })
    .filter(({ tag, weight }) => /^(?:zh|en)(?:-|$)/u.test(tag) && weight > 0);
  const best = wanted.reduce<(typeof wanted)[number] | null>(
    (first, next) => (first !== null && first.weight >= next.weight ? first : next),
    null,
  );
  return best?.tag.startsWith('en') ? 'en' : 'zh';
}
