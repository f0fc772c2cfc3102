// From an empty store to a roster: accounts, the first hr_head, grants, slips.
import { accountPage, accountsWithoutSlip } from '../../db/queries/account-pages.ts';
import { proposalsAwaitingDecision, wasEverGranted } from '../../db/queries/accounts.ts';
import { cadreCount } from '../../db/queries/roster.ts';
import { ADMIN_ROLES } from '../permissions/matrix.ts';
import { may } from '../permissions/may.ts';
import { item, type Source } from './todo-item.ts';

export const accountsToCreate: Source = async ({ store, actor }) => {
  if (!may(actor, 'account.create')) return [];
  const most = ADMIN_ROLES.length;
  const page = await accountPage(store.read, store.tables, { staffNoStart: '', after: null, limit: most });
  if (page.next !== null) return [];
  return [
    item('accountsToCreate', '/accounts', {
      title: { zh: '按工号建立账号', en: 'Create accounts by staff number' },
      detail: { zh: '除三员外还没有账号', en: 'There are none but the three admins' },
    }),
  ];
};

export const firstHeadToGrant: Source = async ({ store, actor }) => {
  if (!may(actor, 'account.role.grant')) return [];
  if (await wasEverGranted(store.read, store.tables, 'hr_head')) return [];
  return [
    item('firstHeadToGrant', '/accounts', {
      title: { zh: '授权首位组织部负责人', en: 'Grant the first head of HR' },
      detail: { zh: '仅此一次无须提名', en: 'The only grant that needs no proposal' },
    }),
  ];
};

export const proposalsToDecide: Source = async ({ store, actor }) => {
  if (!may(actor, 'account.role.grant')) return [];
  const waiting = await proposalsAwaitingDecision(store.read, store.tables);
  const count = waiting.filter(({ proposedBy }) => proposedBy !== actor.accountId).length;
  if (count === 0) return [];
  return [
    item('proposalsToDecide', '/accounts', {
      title: { zh: '决定授权提名', en: 'Decide on proposed grants' },
      detail: { zh: `${count} 份提名待决定`, en: `${count} to be decided` },
      count,
    }),
  ];
};

export const grantsToPropose: Source = async ({ store, actor }) => {
  if (!may(actor, 'account.role.propose')) return [];
  if (await wasEverGranted(store.read, store.tables, 'hr')) return [];
  const waiting = await proposalsAwaitingDecision(store.read, store.tables);
  if (waiting.length > 0) return [];
  return [
    item('grantsToPropose', '/accounts/propose', {
      title: { zh: '提名组织部工作人员', en: 'Propose the HR officers' },
      detail: { zh: '他们导入名册和考核数据', en: 'They import the roster and the figures' },
    }),
  ];
};

export const slipsToPrint: Source = async ({ store, actor, now }) => {
  if (!may(actor, 'account.role.propose')) return [];
  const count = (await accountsWithoutSlip(store.read, store.tables, now())).length;
  if (count === 0) return [];
  return [
    item('slipsToPrint', '/accounts/slips', {
      title: { zh: '打印激活单', en: 'Print activation slips' },
      detail: { zh: `${count} 个账号还没有激活单`, en: `${count} accounts have none` },
      count,
    }),
  ];
};

export const rosterToImport: Source = async ({ store, actor }) => {
  if (!may(actor, 'roster.import')) return [];
  if ((await cadreCount(store.read, store.tables, { search: '', unitIds: null })) > 0) return [];
  return [
    item('rosterToImport', '/imports/roster', {
      title: { zh: '导入干部名册', en: 'Import the roster' },
      detail: { zh: '名册还是空的', en: 'It is empty' },
    }),
  ];
};
