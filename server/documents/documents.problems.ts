import { problem } from '../http/problem.ts';

export const documentTemplateBroken = problem(
  'document-template-broken',
  503,
  '文书模板有误，暂时不能生成文书',
  'The template of this document is broken, so it cannot be made now',
);
