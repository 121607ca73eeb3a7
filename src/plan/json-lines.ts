import { type Node, type ParseError, parseTree } from 'jsonc-parser';

/** Steps from the top of a JSON text to a value in it. */
export type JsonPath = readonly (string | number)[];

export interface JsonLines {
  /** Line of the value at that path (of its key, in an object); of the nearest value around it when it is not there. */
  lineOf(path: JsonPath): number;
  /** Keys that stand twice in one object: `JSON.parse` would silently take the last. */
  repeated: readonly JsonPath[];
}

/** Lines of every value of a JSON text, or the line on which it stops being JSON (comments and trailing commas are not). */
export function locateJson(text: string): JsonLines | { brokenLine: number } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const [error] = errors;
  if (root === undefined || error !== undefined) return { brokenLine: lineAt(error?.offset ?? text.length) };
  return {
    repeated: repeatedKeys(root, []),
    lineOf(path) {
      const steps = path.map((_, index) => memberAt(root, path.slice(0, index + 1)));
      return lineAt((steps.findLast((member) => member !== null) ?? root).offset);
    },
  };
}

/** The key with its value, or the list's element. Of keys that stand twice the last one, as `JSON.parse` takes it. */
function memberAt(root: Node, path: JsonPath): Node | null {
  return path.reduce<Node | null>((around, step) => {
    const node = around?.type === 'property' ? around.children?.[1] : around;
    if (node?.type === 'array') return node.children?.[Number(step)] ?? null;
    return node?.children?.findLast((property) => property.children?.[0]?.value === String(step)) ?? null;
  }, root);
}

function repeatedKeys(node: Node, path: JsonPath): JsonPath[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, index) => repeatedKeys(child, [...path, index]));
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return children.flatMap((property) => {
    const [key, value] = property.children ?? [];
    const inner = [...path, String(key?.value)];
    const again = seen.has(String(key?.value)) ? [inner] : [];
    seen.add(String(key?.value));
    return [...again, ...(value === undefined ? [] : repeatedKeys(value, inner))];
  });
}
