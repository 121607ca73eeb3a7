/**
 * Keeps what is typed while it is typed, and while there is no network: the page works without it, but a broken connection on
 * a post would lose the page. Its sentences come with the page.
 */
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('report-form'));
const line = document.getElementById('status');
/** @type {Record<string, string>} */
const words = JSON.parse(line?.dataset.words ?? '{}');
/** What could not be saved yet stands under this name; nothing else is ever left on the machine. */
const KEPT = `report:${location.pathname}`;
/** Comes along whatever was changed: the version that the form started from. */
const FROM = 'f.#from';
const PAUSE_MS = 1200;
const RETRY_MS = 5000;

/** What each field had when the page came, or when it was last kept: only what was changed here is sent, so that two windows do not undo each other. */
/** @type {Map<string, string>} */
const known = new Map();
let isUnsaved = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {string | undefined} sentence */
function say(sentence) {
  if (line !== null) line.textContent = sentence ?? '';
}

/** @param {HTMLFormElement} from @returns {[string, string][]} */
function typedIn(from) {
  return [...new FormData(from)].flatMap(([name, value]) =>
    name.startsWith('f.') && typeof value === 'string' ? [/** @type {[string, string]} */ ([name, value])] : [],
  );
}

/** @param {HTMLFormElement} from */
function remember(from) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(typedIn(from)));
  } catch {
    // A browser that keeps nothing: the page is as good as without this.
  }
}

function forget() {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // Nothing was kept.
  }
}

/** Sends what was typed to be kept. @param {HTMLFormElement} from @returns {Promise<boolean>} */
async function save(from) {
  clearTimeout(timer);
  if (!isUnsaved) return true;
  isUnsaved = false;
  say(words.saving);
  try {
    const sent = typedIn(from);
    const body = new URLSearchParams([['do', 'draft'], ...sent]);
    const answer = await fetch(location.href, { method: 'POST', body, keepalive: true });
    if (!answer.ok && answer.status !== 410) throw new Error(String(answer.status));
    const { said, fields } = await answer.json();
    forget();
    for (const [name, value] of sent) known.set(name, value);
    const own = new Set(sent.map(([name]) => name));
    say(takeOver(from, fields ?? {}, own) ? `${said} ${words.merged}` : said);
    return true;
  } catch {
    isUnsaved = true;
    remember(from);
    say(words.offline);
    timer = setTimeout(() => void save(from), RETRY_MS);
    return false;
  }
}

/**
 * Shows what is kept now where nothing is being typed; whether any of it was changed elsewhere, in another window or in the chat. What was
 * sent from here comes back as it was read: "1250" as "1.250".
 * @param {HTMLFormElement} into @param {Record<string, string>} fields @param {ReadonlySet<string>} own
 */
function takeOver(into, fields, own) {
  let isNew = false;
  for (const [name, value] of Object.entries(fields)) {
    const input = into.elements.namedItem(name);
    if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) continue;
    if (input === document.activeElement || input.value !== known.get(name)) continue;
    if (input.value === value) continue;
    isNew ||= !own.has(name);
    input.value = value;
    known.set(name, value);
  }
  return isNew;
}

/** @param {HTMLFormElement} from */
async function canSend(from) {
  if (typedIn(from).length > 0) {
    isUnsaved = true;
    return save(from);
  }
  return fetch(location.href, { method: 'HEAD' }).then(
    () => true,
    () => false,
  );
}

/** Fills in what was typed while there was no network. @param {HTMLFormElement} into */
function restore(into) {
  /** @type {[string, string][]} */
  let kept = [];
  try {
    kept = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
  } catch {
    return;
  }
  for (const [name, value] of kept) {
    const input = into.elements.namedItem(name);
    if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) {
      isUnsaved ||= input.value !== value;
      input.value = value;
    }
  }
  if (!isUnsaved) return forget();
  void save(into).then((isSaved) => isSaved && say(words.restored));
}

if (document.querySelector('[data-done]') !== null) forget();
// A browser that brings a page back as it was left, by "Back", knows nothing of what was sent since.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
// After a jump to the part of the page that the address names.
addEventListener('load', () => document.getElementById('problems')?.focus());

if (form !== null) {
  let isChecked = false;
  for (const [name, value] of typedIn(form)) known.set(name, value);
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData])
      if (name.startsWith('f.') && name !== FROM && known.get(name) === value) formData.delete(name);
  });
  restore(form);
  form.addEventListener('input', () => {
    isUnsaved = true;
    clearTimeout(timer);
    timer = setTimeout(() => void save(form), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    if (isChecked) return;
    event.preventDefault();
    const { submitter } = event;
    void canSend(form).then((isSafe) => {
      if (!isSafe) return say(words.cannotSend);
      isChecked = true;
      form.requestSubmit(submitter);
    });
  });
  // Back from the next page: what was checked then is not checked now.
  addEventListener('pageshow', () => {
    isChecked = false;
  });
  addEventListener('online', () => void save(form));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(form);
  });
}

export {};
