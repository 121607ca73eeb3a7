import type { Made, PrintTask } from './print-file.ts';

type Print = (task: PrintTask) => Promise<Made>;

/** Pictures of the latest rounds: several people look at the same one, and it stays as it is until something changes. */
const KEPT = 6;

/** Makes files, a picture of the same data once. */
export function keepPictures(print: Print): Print {
  const pictures = new Map<string, Made>();
  return async (task) => {
    if (task.make !== 'round-picture' && task.make !== 'calendar') return print(task);
    const key = JSON.stringify(task);
    const made = pictures.get(key) ?? (await print(task));
    pictures.delete(key);
    pictures.set(key, made);
    for (const oldest of [...pictures.keys()].slice(0, -KEPT)) pictures.delete(oldest);
    return made;
  };
}
