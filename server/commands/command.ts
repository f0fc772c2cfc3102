import type { ParseArgsOptionsConfig } from 'node:util';
import type { Label } from '../../scoring/index.ts';

export const EXIT = { done: 0, notSo: 1, badInput: 2, fault: 3 } as const;

/** Where a command reads and writes: results go to `out`, messages for people to `say`. */
export interface Terminal {
  readonly language: keyof Label;
  readonly read: (file: string) => Promise<string>;
  readonly out: (text: string) => void;
  readonly say: (text: string) => void;
}

export interface Given {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** One command of interfaces.md section 1; `run` answers the exit code. */
export interface Command {
  readonly usage: string;
  readonly about: Label;
  readonly options: ParseArgsOptionsConfig;
  readonly run: (given: Given, terminal: Terminal) => Promise<number>;
}

/** Input that a person has to mend: each message names a place and what was expected there. */
export class BadInput extends Error {
  readonly messages: readonly string[];
  constructor(messages: readonly string[]) {
    super(messages[0]);
    this.name = 'BadInput';
    this.messages = messages;
  }
}
