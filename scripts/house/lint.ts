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
  const files = (folder: string) =>
    globSync('**/*.ts', { cwd: folder })
      .map((file) => file.replaceAll('\\', '/'))
      .sort();
  return [
    ...files('src').flatMap((file) => lintFile(file, read('src')(file), writes)),
    ...files('scripts').flatMap((file) => lintScript(file, read('scripts')(file))),
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

/** Scripts start things, so they may ask for what they need; what people read does not stand in them either. */
function lintScript(file: string, text: string): Fault[] {
  const source = readSource(`scripts/${file}`, text);
  return [...lintVietnamese(source), ...lintSizes(source)];
}
