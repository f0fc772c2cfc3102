// Writes the product's own Word templates, by hand when they change: `node server/documents/make-templates.ts`
import { writeFileSync } from 'node:fs';
import { zipOf } from '../adapters/zip-writer.ts';
import { drawnTemplates } from './draw-templates.ts';

for (const { file, parts } of drawnTemplates())
  writeFileSync(new URL(`./templates/${file}`, import.meta.url), zipOf(parts));
