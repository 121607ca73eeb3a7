import { createHash } from 'node:crypto';

/** What people's pictures are called: no two the same. */
const NAME = /anh-\d+\.jpg/gu;

export function pictureName(number: number): string {
  return `anh-${number}.jpg`;
}

/** What a picture looks like follows from its name, so that every copy can be told from every other. */
export function pictureBytes(name: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]), Buffer.from(`JFIF\0${name}`)]);
}

export function pictureHash(name: string): string {
  return createHash('sha256').update(pictureBytes(name)).digest('hex');
}

/** The pictures a message names, in order. */
export function picturesIn(text: string): string[] {
  return [...text.matchAll(NAME)].map(([name]) => name).sort();
}
