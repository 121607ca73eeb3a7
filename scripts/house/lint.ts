import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintAtImport } from './at-import.ts';
import { lintImports } from './imports.ts';
import { lintRowFields } from './row-fields.ts';
import { lintSizes } from './sizes.ts';
import { type Fault, readSource } from './source.ts';
import { lintStoreWrites, readWrites, type Writes } from './store-writes.ts';
import { lintSystem } from './system.ts';
import { lintVietnamese } from './vietnamese.ts';

/** Reads every source file and every script and says which rule of the house it breaks. */
export function lintHouse(): Fault[] {
  const writes = readWrites('src');
  const read = (folder: string) => (file: string) => readFileSync(join(folder, file), 'utf8');
  const files = (folder: string, pattern: string) =>
    globSync(pattern, { cwd: folder })
      .map((file) => file.replaceAll('\\', '/'))
      .sort();
  return [
    ...files('src', '**/*.ts').flatMap((file) => lintFile(file, read('src')(file), writes)),
    ...files('src', '**/*.js').flatMap((file) => lintScript(file, read('src')(file))),
    ...files('scripts', '**/*.ts').flatMap((file) => lintScript(`scripts/${file}`, read('scripts')(file))),
  ];
}

/** The broken rules of one file, given as its path below `src` and its text. */
export function lintFile(file: string, text: string, writes: Writes): Fault[] {
  const source = readSource(file, text);
  return [
    ...lintImports(source),
    ...lintSystem(source),
    ...lintAtImport(source),
    ...lintVietnamese(source),
    ...lintRowFields(source),
    ...lintStoreWrites(source, writes),
    ...lintSizes(source),
  ];
}

/** Scripts start things, and a browser's are in another world: they may ask for what they need. Words stand elsewhere. */
function lintScript(file: string, text: string): Fault[] {
  const source = readSource(file, text);
  return [...lintVietnamese(source), ...lintSizes(source)];
}
