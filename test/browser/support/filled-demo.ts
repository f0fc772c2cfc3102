// Before the journeys, once: the browser is unpacked, what is served is built, and the demo is filled in for every
// test to copy.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from '../../support/chromium.ts';
import { aFolder, serve } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a filled demo that nobody serves. */
    filledDemo: string;
  }
}

const BUILD = join(import.meta.dirname, '../../../server/build.ts');

export function buildIfNeeded(): void {
  execFileSync(process.execPath, [BUILD, '--if-needed'], { stdio: 'inherit' });
}

export async function fillDemo(): Promise<string> {
  const folder = aFolder();
  const server = await serve(folder, ['--demo']);
  await server.stop();
  return folder;
}

export default async function setup(project: TestProject) {
  chromiumPath();
  buildIfNeeded();
  const folder = await fillDemo();
  project.provide('filledDemo', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
