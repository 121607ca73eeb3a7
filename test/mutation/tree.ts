import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Ran {
  /** Null where it took too long and was ended. */
  status: number | null;
  output: string;
  seconds: number;
}

/** A copy of the tree in which sources may be broken: its own files, the house's packages. */
export interface Tree {
  root: string;
  read(file: string): string;
  /** Breaks a source; what it was is kept beside the tree. */
  break(file: string, content: string): void;
  /** Puts back what was broken. */
  mend(): void;
  /** Runs Node there; it and all it started are ended after `limit` seconds. */
  run(args: readonly string[], limit: number, env?: Record<string, string>): Promise<Ran>;
}

/** Copies what git knows of `house` to `root`, unless it was copied before; what a process that died there had broken is mended. */
export function copyTree(house: string, root: string): Tree {
  if (!existsSync(join(root, 'node_modules'))) {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: house, encoding: 'utf8' }).split('\0');
    for (const file of files.filter((name) => name !== '' && existsSync(join(house, name)))) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      cpSync(join(house, file), join(root, file));
    }
    writeFileSync(join(root, 'commit.txt'), execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: house }));
    symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'));
  }
  const whole = join(root, 'unbroken');
  const tree: Tree = {
    root,
    read: (file) => readFileSync(join(root, file), 'utf8'),
    break(file, content) {
      mkdirSync(dirname(join(whole, file)), { recursive: true });
      if (!existsSync(join(whole, file))) cpSync(join(root, file), join(whole, file));
      writeFileSync(join(root, file), content);
    },
    mend() {
      if (existsSync(whole)) cpSync(whole, root, { recursive: true });
      rmSync(whole, { recursive: true, force: true });
    },
    run: (args, limit, env = {}) => run(root, args, limit, env),
  };
  tree.mend();
  return tree;
}

/** The commit that was copied. */
export function commitOf(tree: Tree): string {
  return tree.read('commit.txt').trim();
}

function run(cwd: string, args: readonly string[], limit: number, env: Record<string, string>): Promise<Ran> {
  const begun = performance.now();
  // A group of its own, so that an endless loop in a worker ends with it.
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  let isLate = false;
  const end = (): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Nobody of the group is left.
    }
  };
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, limit * 1000);
  process.once('exit', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(timer);
      process.off('exit', end);
      end();
      resolve({ status: isLate ? null : (status ?? 1), output, seconds: (performance.now() - begun) / 1000 });
    });
  });
}
