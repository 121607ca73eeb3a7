import { expect, it } from 'vitest';
import { sayReplicaFault } from '../../src/wording/operator.ts';

it.each([
  ['cannot fetch generations: dial tcp 10.0.0.7:22: connect: connection refused', /không kết nối được/u],
  ['ssh: handshake failed: ssh: unable to authenticate', /không cho vào/u],
  ['cannot find snapshot index by timestamp: no snapshots available', /bị hỏng hoặc thiếu tệp.* npm run restore/u],
  ['cannot restore wal: decompress: lz4: bad magic number', /bị hỏng hoặc thiếu tệp/u],
  ['something that nobody has met yet', /chưa làm gì: something that nobody has met yet$/u],
])('why the replica cannot be read is said in plain words: %s', (detail, words) => {
  expect(sayReplicaFault('failed', detail)).toMatch(words);
});

it('a full disk here is no fault of the replica', () => {
  expect(sayReplicaFault('no-room', '/data')).toMatch(/^Ổ đĩa của máy này đã đầy \(\/data\)/u);
});
