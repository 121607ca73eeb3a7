/** Steps from the top of a JSON text to a value in it. */
export type JsonPath = readonly (string | number)[];

export interface JsonLines {
  /** Line of the value at that path (of its key, in an object); of the nearest value around it when it is not there. */
  lineOf(path: JsonPath): number;
  /** Keys that stand twice in one object: `JSON.parse` would silently take the last. */
  repeated: readonly JsonPath[];
}

const TOKEN = /[{}[\],:]|"(?:[^"\\\n]|\\.)*"|[-\d][-+.\deE]*|true|false|null/y;

/** Lines of every value of a JSON text, or the line on which it stops being JSON. */
export function locateJson(text: string): JsonLines | { brokenLine: number } {
  const scan = createScan(text);
  try {
    scan.value([]);
    if (scan.peek() !== '') return { brokenLine: scan.line() };
  } catch (error) {
    if (error instanceof BrokenJson) return { brokenLine: scan.line() };
    throw error;
  }
  return {
    repeated: scan.repeated,
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const line = scan.lines.get(keyOf(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return 1;
    },
  };
}

class BrokenJson extends Error {}

function createScan(text: string) {
  const lines = new Map<string, number>();
  const repeated: JsonPath[] = [];
  let position = 0;
  let line = 1;

  /** The next token without taking it; '' at the end of the text. */
  function peek(): string {
    for (; /\s/.test(text.charAt(position)); position++) if (text.charAt(position) === '\n') line++;
    TOKEN.lastIndex = position;
    const token = TOKEN.exec(text)?.[0] ?? '';
    if (token === '' && position < text.length) throw new BrokenJson();
    return token;
  }
  function take(wanted?: string): string {
    const token = peek();
    if (token === '' || (wanted !== undefined && token !== wanted)) throw new BrokenJson();
    position += token.length;
    return token;
  }
  function value(path: JsonPath): void {
    const token = take();
    if (!lines.has(keyOf(path))) lines.set(keyOf(path), line);
    if (token === '{') members('}', () => member(path));
    else if (token === '[') members(']', (index) => value([...path, index]));
    else if (token.length === 1 && '}],:'.includes(token)) throw new BrokenJson();
  }
  function members(end: string, each: (index: number) => void): void {
    if (peek() === end) return void take();
    for (let index = 0; ; index++) {
      each(index);
      if (peek() === end) return void take();
      take(',');
    }
  }
  function member(path: JsonPath): void {
    const key = take();
    if (!key.startsWith('"')) throw new BrokenJson();
    const inner = [...path, key.slice(1, -1)];
    if (lines.has(keyOf(inner))) repeated.push(inner);
    lines.set(keyOf(inner), line);
    take(':');
    value(inner);
  }
  return { lines, repeated, peek, value, line: () => line };
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path.map(String));
}
