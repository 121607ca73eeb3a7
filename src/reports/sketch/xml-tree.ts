import { SaxesParser } from 'saxes';

/** An element of a document's XML with what is in it. */
export interface Node {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Node[];
  /** Its own text, its children's not. */
  text: string;
}

/** Reads XML into a tree. Throws what the parser says. */
export function readTree(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const path = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    path.at(-1)?.children.push(node);
    path.push(node);
  });
  parser.on('closetag', () => void path.pop());
  parser.on('text', (text) => {
    const node = path.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.write(xml).close();
  return root;
}

export function child(node: Node | undefined, ...names: string[]): Node | undefined {
  let found = node;
  for (const name of names) found = found?.children.find((one) => one.name === name);
  return found;
}

export function childrenOf(node: Node | undefined, name: string): Node[] {
  return node?.children.filter((one) => one.name === name) ?? [];
}

/** The attribute of a child, as Word writes most of what it says: `<w:jc w:val="center"/>`. */
export function wordValue(node: Node | undefined, name: string, attribute = 'w:val'): string | undefined {
  return child(node, name)?.attributes[attribute];
}

export function numberOf(node: Node | undefined, name: string, attribute = 'w:val'): number | undefined {
  const value = Number(wordValue(node, name, attribute) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}
