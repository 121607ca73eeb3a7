import type { BotLink } from '../actions/bots.ts';
import { drawQr } from '../actions/draw-qr.ts';
import type { Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { MEETING_PAGE, INVITATION_SHEET as WORDS } from '../wording/invitation-sheet.ts';
import { escaped } from './picture/drawing.ts';

export interface PrintedInvitation {
  unit: { code: string; name: string };
  role: Role;
  code: string;
  uses: number;
  expiresAt: Instant;
  botLinks: readonly (BotLink & { app: string })[];
}

const STYLE = `
  @page { size: A4; margin: 10mm }
  body { font-family: "Times New Roman", serif; font-size: 11pt; margin: 0; color: #000 }
  .note { font-size: 10pt; padding: 4mm }
  .cards { display: grid; grid-template-columns: 1fr 1fr }
  .card { border: 1px dashed #777; padding: 4mm; height: 60mm; box-sizing: border-box; overflow: hidden;
    break-inside: avoid; display: grid; grid-template-columns: 34mm 1fr; gap: 3mm }
  .card img { width: 34mm; height: 34mm }
  h2 { font-size: 12pt; margin: 0 0 1mm } p { margin: 0 0 1mm }
  .code { font-family: "Courier New", monospace; font-size: 13pt; font-weight: bold; white-space: nowrap }
  .wall { text-align: center; font-size: 22pt; padding: 8mm } .wall img { width: 100mm; height: 100mm }
  .wall .code { font-size: 34pt } .wall ol { display: inline-block; text-align: left }
  @media print { .note { display: none } }`;

/** Every invitation on a card to be cut out, eight on an A4 page, as one file that needs nothing beside it. */
export function writeInvitationPage(invitations: readonly PrintedInvitation[], zone: string): string {
  const cards = invitations.map((one) => card(one, zone)).join('\n');
  return page(WORDS.title, `<p class="note">${escaped(WORDS.screen)}</p>\n<main class="cards">\n${cards}\n</main>`);
}

/** A meeting's code for the wall: the code to scan, the code to type, four steps. */
export function writeMeetingPage(code: string, botLinks: PrintedInvitation['botLinks']): string {
  const apps = botLinks
    .filter(({ link }) => link === null)
    .map(({ app, name }) => `<p>${escaped(`${app}: “${name ?? ''}”`)}</p>`);
  const steps = MEETING_PAGE.steps.map((step) => `<li>${escaped(step)}</li>`).join('');
  const body = `<h1>${escaped(MEETING_PAGE.title)}</h1>${picture(code, botLinks)}<p class="code">${escaped(code)}</p>${apps.join('')}<ol>${steps}</ol>`;
  return page(MEETING_PAGE.title, `<main class="wall">${body}</main>`);
}

function card({ unit, role, code, uses, expiresAt, botLinks }: PrintedInvitation, zone: string): string {
  const typed = WORDS.typed(code);
  const withLink = botLinks.find(({ link }) => link !== null);
  const named = botLinks.filter(({ link, name }) => link === null && name !== null);
  const lines = [
    withLink === undefined ? WORDS.scanText : WORDS.scan(withLink.app),
    ...named.map(({ app, name }) => WORDS.search(app, name ?? '')),
  ];
  return `<section class="card"><div>${picture(typed, botLinks)}</div><div>
<h2>${escaped(unit.name)} (${escaped(unit.code)})</h2><p>${escaped(WORDS.role(role))}</p>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}<p class="code">${escaped(typed)}</p>
<p>${escaped(WORDS.after)}</p><p>${escaped(WORDS.until(expiresAt, zone, uses))}</p></div></section>`;
}

/** The link where a bot has one, else what is to be sent to it. */
function picture(typed: string, botLinks: readonly BotLink[]): string {
  const link = botLinks.find((one) => one.link !== null)?.link ?? typed;
  return `<img alt="QR" src="data:image/png;base64,${drawQr(link).toString('base64')}">`;
}

function page(title: string, body: string): string {
  return `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>\n<body>${body}</body></html>\n`;
}
