/** What is made of a form, which never changes, made once for each: a sentence is read in a fraction of the time that takes. */
export function madeOnce<Source extends object, Made>(make: (source: Source) => Made): (source: Source) => Made {
  const known = new WeakMap<Source, Made>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const made = make(source);
    known.set(source, made);
    return made;
  };
}

/** What was made last of a form and a text: up to five readers ask what the same text says before a turn is answered. One text a form is kept. */
export function madeLast<Source extends object, Made>(
  make: (source: Source, text: string) => Made,
): (source: Source, text: string) => Made {
  const last = new WeakMap<Source, { text: string; made: Made }>();
  return (source, text) => {
    const before = last.get(source);
    if (before?.text === text) return before.made;
    const made = make(source, text);
    last.set(source, { text, made });
    return made;
  };
}
