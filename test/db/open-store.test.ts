import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/store.ts';
import { countedIds } from '../support/store.ts';
import { testKeys } from '../support/test-keys.ts';

describe('opening a store', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dandang-open-'));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    rmSync(folder, { recursive: true });
  });
  const open = (url: string) => openStore({ url, keys: testKeys, now: () => 0, newId: countedIds() });

  test.each(['file:', 'file://'])(
    'a url may begin with %s, and its folder is made for its owner only',
    async (scheme) => {
      const file = join(folder, 'data', 'new.db');
      const store = await open(scheme + file);
      expect(await store.ready()).toBe(true);
      expect(existsSync(file)).toBe(true);
      expect(statSync(join(folder, 'data')).mode & 0o077).toBe(0);
      await store.close();
    },
  );

  test.each(['mysql://localhost/x', 'data/x.db', ''])(
    'a url that is neither file nor postgres is refused: %j',
    async (url) => {
      await expect(open(url)).rejects.toThrow('must begin with file: or postgres://');
    },
  );

  test('a Node too old for the driver is refused with the cure, before the driver is loaded', async () => {
    vi.stubGlobal('process', { versions: { napi: '9' }, version: 'v20.20.2' });
    await expect(open(`file:${join(folder, 'old.db')}`)).rejects.toThrow(
      /v20\.20\.2 is too old.*Install Node 24/u,
    );
    expect(existsSync(join(folder, 'old.db'))).toBe(false);
  });
});
