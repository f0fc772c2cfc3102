// Home: what waits for whoever asks, the most pressing first.
import type { z } from 'zod';
import type { Store } from '../../db/store.ts';
import type { Day } from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { FileListService } from '../procedures/file-list.service.ts';
import {
  accountsToCreate,
  firstHeadToGrant,
  grantsToPropose,
  proposalsToDecide,
  rosterToImport,
  slipsToPrint,
} from './beginning-todos.ts';
import { calendarToImport } from './calendar-todos.ts';
import { clockToCheck, fileTodos } from './file-todos.ts';
import { meetingTodos } from './meeting-todos.ts';
import { filesToStaff } from './naming-todos.ts';
import { filesToDecide } from './panel-todos.ts';
import { toPutRight } from './put-right-todos.ts';
import { reopenedToRun, yearsToReopen } from './reopened-todos.ts';
import type { TodoList } from './todo.contract.ts';
import type { Source } from './todo-item.ts';
import { backupsToMend, noticesToMend } from './upkeep-todos.ts';
import { exportsReleased, exportsToRelease, relationsToConfirm } from './trust-todos.ts';
import { batchesToConfirm, ownResult, runToStart, tiesToDecide, yearToOpen } from './year-todos.ts';

export interface TodoService {
  of(actor: Actor): Promise<z.infer<typeof TodoList>>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly today: () => Day;
  readonly dayOf: (instant: number) => Day;
  readonly kinds: ReadonlyMap<string, FileKind>;
  readonly files: FileListService;
}

const SOURCES: readonly Source[] = [
  backupsToMend,
  noticesToMend,
  firstHeadToGrant,
  proposalsToDecide,
  batchesToConfirm,
  tiesToDecide,
  relationsToConfirm,
  exportsToRelease,
  exportsReleased,
  accountsToCreate,
  grantsToPropose,
  rosterToImport,
  yearToOpen,
  runToStart,
  yearsToReopen,
  reopenedToRun,
  slipsToPrint,
  calendarToImport,
  toPutRight,
  ownResult,
];

const next = {
  zh: '目前没有待办；有需要您处理的事项时会出现在这里。',
  en: 'Nothing waits for you. Whatever needs you will appear here.',
};

export function todoService(needed: Needed): TodoService {
  const sources = [
    clockToCheck,
    ...fileTodos(needed),
    filesToStaff(needed.kinds),
    filesToDecide(needed.kinds),
    ...meetingTodos(needed),
    ...SOURCES,
  ];
  return {
    async of(actor) {
      const found = await Promise.all(sources.map((source) => source({ ...needed, actor })));
      return { items: found.flat(), next };
    },
  };
}
