import { expect, it } from 'vitest';
import { offerBoard, offerView } from '../../src/actions/board-access.ts';
import { openBoardSite } from '../support/board-site.ts';

it('an address of the board is made for coordinators alone, whoever asks for it', () => {
  const { bench, tú } = openBoardSite();
  const { desk } = bench.bot();
  const offered = ({ person }: { person: number }, offer: typeof offerBoard) => {
    const [chat] = bench.store.chats.ofPerson(person);
    if (chat === undefined) throw new Error('no chat');
    return offer(desk, { person, at: bench.clock.now() }, chat);
  };
  for (const offer of [offerBoard, offerView]) {
    for (const role of ['leader', 'liaison', 'staff'] as const)
      expect(offered(bench.join(role, 'HBG'), offer)).toEqual({ refused: 'not-allowed' });
    expect(offered(tú, offer)).toHaveProperty('url');
  }
});
