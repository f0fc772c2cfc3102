// Writes the invented school's workbooks where the README finds them: node server/demo/write-examples.ts
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importFiles } from '../imports/import-files.ts';
import { figuresFile, recordFiles, rosterFile } from './hand-in-files.ts';

const folder = join(import.meta.dirname, '../../docs/examples');
const [constraints, conduct] = recordFiles();
const books = {
  'roster.xlsx': rosterFile(),
  'figures-2024.xlsx': figuresFile(2024, new Map()),
  'constraints.xlsx': constraints!,
  'conduct.xlsx': conduct!,
};
for (const [name, { sheets }] of Object.entries(books))
  await writeFile(join(folder, name), await importFiles.write(sheets));
