import { inBoth } from './in-both.ts';

/** What the steps of an exemption ask for, and what follows from each. */
export const stepWords = inBoth(
  {
    withdrawIntro: '撤回后这一申请终止，所涉记录继续办理；不能再次申请。',
    acceptIntro: '受理后由两名调查人核实。',
    declineIntro: '不予受理的通知送达当事人，当事人可以在期限内补充后重新申请一次。请在理由中写明缺什么。',
    resubmitIntro: '申请回到填写状态，补充后再提交一次。',
    showFactsIntro: '提出后须另一名调查人会签；会签后查明的事实送达当事人，陈述期限从签收之日起算。',
    extendIntro: '应当事人请求延长陈述期限，只能一次。',
    serveIntro: '认定书送达当事人；不利的认定，申诉期限从签收之日起算。',
    withdrawAppealIntro: '撤回后原认定生效，不能再次申诉。',
    respondIntro: '陈述写入案卷，红线审查人和认定小组都会看到；提交后不能修改，材料还可以补充。',
    yourStatement: '对查明事实的意见',
    statementToFactsHint: '逐项写明哪些属实，哪些不属实，依据是什么；没有意见也可以写明。',
    proposeIntro: '意见供红线审查和认定小组参考，决定由小组作出。只能在事实容许的范围内提出。',
    proposedOutcome: '拟定的认定',
    shutBy: (against: string) => `事实不容许：${against}`,
    redLineIntro: '请独立核对三条红线。只要有一条存在，就不能免责，也不能从轻减轻。',
    lineNo: '没有发现',
    lineYes: '存在',
    lineTold: (found: string, reason: string) => `${found}。${reason}`,
    appealIntro: '申诉由没有参加原认定的机构审理，结果不会更重；审理期间所涉记录不扣分。',
    appealGrounds: '申诉理由',
    appealGroundsHint: '写明哪项事实、哪条依据或哪个程序有误。',
    appealWanted: '请求改为',
  },
  {
    withdrawIntro: 'The application ends and the record goes on; it cannot be applied for again.',
    acceptIntro: 'Two investigators then find the facts.',
    declineIntro:
      'The person is told and may complete it and apply once more in time. Say in the reason what is missing.',
    resubmitIntro: 'The application goes back to being written, to be submitted once more.',
    showFactsIntro:
      'The other investigator has to countersign; then the facts are served on the person, and the time to answer runs from that day.',
    extendIntro: 'More time to answer, as the person asked; only once.',
    serveIntro:
      'The decision is served on the person; against an adverse one the time to appeal runs from that day.',
    withdrawAppealIntro: 'The decision takes effect; it cannot be appealed again.',
    respondIntro:
      'Your answer goes into the file; whoever checks the red lines and the panel read it. It cannot be changed; papers can still be added.',
    yourStatement: 'Your answer to the facts found',
    statementToFactsHint:
      'What is right, what is not, and what that rests on; you may also say that you agree.',
    proposeIntro: 'For the red-line check and the panel, who decides. Only what the facts leave open.',
    proposedOutcome: 'Outcome proposed',
    shutBy: (against) => `closed by the facts: ${against}`,
    redLineIntro:
      'Check the three red lines for yourself. If one of them holds, neither exemption nor mitigation is open.',
    lineNo: 'Not found',
    lineYes: 'It holds',
    lineTold: (found, reason) => `${found}. ${reason}`,
    appealIntro:
      'Heard by a body that did not take part in the decision; never heavier. Meanwhile the record takes no points.',
    appealGrounds: 'Grounds',
    appealGroundsHint: 'Which fact, rule or step was wrong.',
    appealWanted: 'What you ask for',
  },
);
