import { openDatabase } from '../../src/store/database.ts';
import { openStore, type Store } from '../../src/store/store.ts';

/** An empty database as the migrations leave it, made once. */
const EMPTY: Buffer = (() => {
  const db = openDatabase(':memory:');
  const image = db.serialize();
  db.close();
  return image;
})();

/** A store in memory. The same as `openStore`, without going through every migration again. */
export function openEmptyStore(): Store {
  return openStore(':memory:', { image: EMPTY });
}
