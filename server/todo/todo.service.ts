// Home: what waits for whoever asks, the most pressing first.
import type { z } from 'zod';
import type { Store } from '../../db/store.ts';
import type { Actor } from '../permissions/actor.ts';
import {
  accountsToCreate,
  firstHeadToGrant,
  grantsToPropose,
  proposalsToDecide,
  rosterToImport,
  slipsToPrint,
} from './beginning-todos.ts';
import type { TodoList } from './todo.contract.ts';
import type { Source } from './todo-item.ts';
import { batchesToConfirm, ownResult, runToStart, tiesToDecide, yearToOpen } from './year-todos.ts';

export interface TodoService {
  of(actor: Actor): Promise<z.infer<typeof TodoList>>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
}

const SOURCES: readonly Source[] = [
  firstHeadToGrant,
  proposalsToDecide,
  batchesToConfirm,
  tiesToDecide,
  accountsToCreate,
  grantsToPropose,
  rosterToImport,
  yearToOpen,
  runToStart,
  slipsToPrint,
  ownResult,
];

const next = {
  zh: '目前没有待办；有需要您处理的事项时会出现在这里。',
  en: 'Nothing waits for you. Whatever needs you will appear here.',
};

export function todoService(needed: Needed): TodoService {
  return {
    async of(actor) {
      const found = await Promise.all(SOURCES.map((source) => source({ ...needed, actor })));
      return { items: found.flat(), next };
    },
  };
}
