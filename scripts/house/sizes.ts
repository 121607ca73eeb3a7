import { LIMITS } from './layout.ts';
import { type Fault, faultAt, type Source, walk } from './source.ts';

/** A file or a function that is too long to be one idea. */
export function lintSizes(source: Source): Fault[] {
  const lines = source.text.trimEnd().split('\n').length;
  const faults: Fault[] = [];
  if (lines > LIMITS.file)
    faults.push(faultAt(source, 'sizes', source.program, `${lines} lines; ${LIMITS.file} are enough`));
  walk(source.program, (node) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/u.test(node.type)) return;
    const length = source.text.slice(node.start, node.end).split('\n').length;
    if (length > LIMITS.function) {
      faults.push(faultAt(source, 'sizes', node, `a function of ${length} lines; ${LIMITS.function} are enough`));
    }
  });
  return faults;
}
