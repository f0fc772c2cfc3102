import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import {
  CorrectRuleText,
  RecordRuleText,
  RuleTextPage,
  RuleTextParams,
  RuleTextQuery,
  RuleTextView,
  WithdrawRuleText,
} from './rule-texts.contract.ts';
import type { RuleTextsService } from './rule-texts.service.ts';

export const ruleTextsRoutes =
  (ruleTexts: RuleTextsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/rule-texts',
      config: needs('rule.read'),
      schema: {
        summary: '制度库 Rules by their words, valid on a day',
        querystring: RuleTextQuery,
        response: { 200: RuleTextPage },
      },
      handler: (request) => ruleTexts.page(request.query),
    });
    app.route({
      method: 'POST',
      url: '/api/rule-texts',
      config: needs('rule.propose'),
      schema: {
        summary: '录入制度文本，或替换一份 Record a rule, or put one in the place of another',
        body: RecordRuleText,
        response: { 200: RuleTextView },
      },
      handler: (request) => ruleTexts.record(request.actor, request.body),
    });
    app.route({
      method: 'GET',
      url: '/api/rule-texts/:id',
      config: needs('rule.read'),
      schema: { summary: '一份制度文本 One rule', params: RuleTextParams, response: { 200: RuleTextView } },
      handler: (request) => ruleTexts.view(request.actor, request.params),
    });
    app.route({
      method: 'PUT',
      url: '/api/rule-texts/:id',
      config: needs('rule.propose'),
      schema: {
        summary: '改正本人录入、尚未被引用的文本 Correct a text of one’s own that nothing rests on',
        params: RuleTextParams,
        body: CorrectRuleText,
        response: { 200: RuleTextView },
      },
      handler: (request) => ruleTexts.correct(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'POST',
      url: '/api/rule-texts/:id/withdrawal',
      config: needs('rule.propose'),
      schema: {
        summary: '撤回制度文本 Withdraw a rule',
        params: RuleTextParams,
        body: WithdrawRuleText,
        response: { 200: RuleTextView },
      },
      handler: (request) => ruleTexts.withdraw(request.actor, { ...request.body, ...request.params }),
    });
  };
