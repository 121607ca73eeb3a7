import { writeFileSync } from 'node:fs';
import { dumpSchema, openDatabase } from '../src/store/database.ts';

const TARGET = 'test/store/schema.sql';
const db = openDatabase(':memory:');
writeFileSync(TARGET, dumpSchema(db));
db.close();
console.log(`wrote ${TARGET}`);
