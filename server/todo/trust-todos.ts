// What waits where people are related to each other, and where something is to leave the house.
import { exportsAwaiting, exportsToFetch } from '../../db/queries/exports.ts';
import { relationsToDecide } from '../../db/queries/relations.ts';
import { FETCHABLE_MS } from '../exports/export-views.ts';
import { may, scopeOf } from '../permissions/may.ts';
import { item, type Source } from './todo-item.ts';

export const relationsToConfirm: Source = async ({ store, actor }) => {
  const scope = scopeOf(actor, 'relation.confirm');
  if (scope.kind === 'none' || scope.kind === 'own') return [];
  const unitIds = scope.kind === 'all' ? null : [...scope.units];
  const waiting = await relationsToDecide(store.read, store.tables, { unitIds, notBy: actor.accountId });
  const others = waiting.filter(({ cadreId, otherCadreId }) =>
    actor.cadreId === null ? true : ![cadreId, otherCadreId].includes(actor.cadreId),
  );
  if (others.length === 0) return [];
  return [
    item('relationsToConfirm', '/relations', {
      title: { zh: '核实申报的亲属与回避关系', en: 'Check declared relations' },
      detail: {
        zh: `${others.length} 项待核实，申报之时起已须回避`,
        en: `${others.length} declared; they count already`,
      },
      count: others.length,
    }),
  ];
};

export const exportsToRelease: Source = async ({ store, actor }) => {
  if (!may(actor, 'export.release')) return [];
  const count = (await exportsAwaiting(store.read, store.tables, { notBy: actor.accountId })).length;
  if (count === 0) return [];
  return [
    item('exportsToRelease', '/exports', {
      title: { zh: '放行导出', en: 'Release exports' },
      detail: { zh: `${count} 份超过 50 人的导出待放行`, en: `${count} of more than 50 people` },
      count,
    }),
  ];
};

export const exportsReleased: Source = async ({ store, actor, now }) => {
  if (!may(actor, 'export.create')) return [];
  const since = now() - FETCHABLE_MS;
  const asked = { accountId: actor.accountId, since };
  const count = (await exportsToFetch(store.read, store.tables, asked)).length;
  if (count === 0) return [];
  return [
    item('exportsReleased', '/exports', {
      title: { zh: '下载已放行的导出', en: 'Fetch released exports' },
      detail: { zh: '放行后 3 天内有效', en: 'For three days after the release' },
      count,
    }),
  ];
};
