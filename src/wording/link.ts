import type { Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { sayRole } from './access.ts';
import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { sayDay, sayMoment } from './when.ts';

export interface LinkCode {
  code: string;
  expiresAt: Instant;
  botLinks: readonly { app: string; name: string | null; link: string | null }[];
  zone: string;
}

/** How to add another app to the same person. */
export function sayLinkCode({ code: secret, expiresAt, botLinks, zone }: LinkCode): RichText {
  const where = botLinks.map((botLink) => {
    const { app } = botLink;
    return botLink.link === null ? say`• ${app}: ${botLink.name ?? 'mở bot của tỉnh'}` : say`• ${app}: ${botLink.link}`;
  });
  return join(
    [
      say`Để dùng bot ở ứng dụng khác, mở bot ở đó rồi gửi:`,
      say`${code(`/batdau ${secret}`)}`,
      join([
        ...where,
        say`Sau đó quay lại đây xác nhận. Dùng một lần, đến ${sayMoment(expiresAt, zone)}. Không chuyển mã này cho người khác.`,
      ]),
    ],
    '\n\n',
  );
}

type Roles = readonly { role: Role; unit: string | null }[];

const listRoles = (roles: Roles): string => roles.map(sayRole).join('; ');

/** To whoever made the code, in the chat it was made in. No comes first: a number typed for something else must not link anybody. */
export function sayAskLink(asked: { id: number; app: string; name: string; roles: Roles }): Outgoing {
  const { id, app, name, roles } = asked;
  return {
    text: join(
      [
        say`🔗 ${b('Xác nhận liên kết ứng dụng')}`,
        say`Tài khoản ${b(name)} trên ${app} vừa gửi mã anh/chị tạo ở đây và xin dùng bot như anh/chị.`,
        roles.length === 0
          ? []
          : say`Tài khoản đó đã tham gia (${listRoles(roles)}); liên kết thì hai bên thành một người, giữ đủ các vai trò.`,
        say`Chỉ đồng ý khi đó chính là anh/chị; không phải thì mã sẽ bị huỷ. Trả lời sau cũng được: ${code(`/toi lienket ${id} co`)} hoặc ${code(`/toi lienket ${id} khong`)}.`,
      ],
      '\n\n',
    ),
    choices: [
      [
        {
          label: 'Không phải tôi',
          value: `/toi lienket ${id} khong`,
          means: { words: ['không', 'không phải', 'sai'] },
        },
      ],
      [
        {
          label: 'Đúng là tôi, liên kết',
          value: `/toi lienket ${id} co`,
          means: { words: ['có', 'đúng', 'đúng rồi'] },
        },
      ],
    ],
    answer: 'pick',
  };
}

/** To the account that typed a code: nothing is linked yet. */
export function sayLinkAsked(): RichText {
  return say`Mã đúng, ${b('đang chờ xác nhận')}. Bot vừa hỏi ở cuộc trò chuyện nơi mã được tạo; xin mở nơi đó và trả lời, rồi bot báo lại ở đây.`;
}

/** The same to the account that asked: not linked. */
export function sayLinkRefused(): RichText {
  return say`Yêu cầu liên kết không được đồng ý, nên ứng dụng này chưa liên kết với ai.`;
}

/** In the chat that decided. */
export function sayLinkDecided({ linked, app, name }: { linked: boolean; app: string; name: string }): RichText {
  return linked
    ? say`Đã liên kết ${app} (tài khoản ${b(name)}). Mỗi tin nhắc chỉ gửi một nơi; chọn nơi nhận trước bằng /toi uutien, gỡ bằng /toi bo.`
    : say`Đã từ chối ${b(name)} (${app}) và huỷ mã. Cần liên kết thì tạo mã mới bằng /toi lienket.`;
}

/** In the chat that was linked. */
export function sayLinked(name: string): RichText {
  return say`Đã liên kết: ${b(name)} nay dùng được bot ở cả ứng dụng này. Mỗi tin nhắc chỉ gửi một nơi; chọn nơi nhận trước bằng /toi uutien.`;
}

/** In the person's other chats. */
export function sayNewApp(app: string, account: string): RichText {
  return say`🔗 Vừa có thêm một ứng dụng dùng tài khoản của anh/chị: ${app} (${b(account)}). Không phải anh/chị thì gõ ${code('/toi bo')} để gỡ và báo cơ quan điều phối.`;
}

/** To the coordinators. */
export function sayAppLinked(linked: { name: string; roles: Roles; app: string; account: string }): RichText {
  const { name, roles, app, account } = linked;
  return say`🔗 ${b(name)} (${listRoles(roles)}) vừa liên kết thêm ${app} (tài khoản ${account}). Nếu nghi nhầm người, gõ ${code('/donvi ungdung')} và mã đơn vị để gỡ.`;
}

/** Somebody with a link code had joined here before. */
export function sayAskMerge(facts: { name: string; roles: Roles; own: string }): RichText {
  return join(
    [
      say`Mã này do ${b(facts.name)} (${listRoles(facts.roles)}) tạo; ở đây anh/chị đã tham gia với tên ${b(facts.own)}.`,
      say`Gộp lại thì bot coi là một người: giữ đủ các vai trò, mỗi tin nhắc chỉ gửi một nơi. Chỉ gộp khi cả hai đều là anh/chị.`,
    ],
    '\n\n',
  );
}

export function sayNotMerged(): RichText {
  return say`Đã giữ nguyên, không gộp.`;
}

/** One of a person's chats, as it is listed and asked about. */
export interface LinkedApp {
  number: number;
  app: string;
  /** Null: since before that was noted. */
  since: Instant | null;
  works: boolean;
  isHere: boolean;
}

/** "Zalo, từ 10/11/2026 (đang dùng ở đây)". */
export function sayLinkedApp({ app, since, works, isHere }: Omit<LinkedApp, 'number'>, zone: string): string {
  const notes = [isHere ? 'đang dùng ở đây' : '', works ? '' : 'không gửi tới được'].filter((note) => note !== '');
  const when = since === null ? '' : `, từ ${sayDay(dayOf(since, zone))}`;
  return `${app}${when}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}

export function sayWhichApp(apps: readonly LinkedApp[], zone: string): Outgoing {
  return {
    text: say`Gỡ ứng dụng nào? Gỡ rồi thì ở đó không xem, không nộp được gì nữa.`,
    choices: apps.map((app) => [{ label: sayLinkedApp(app, zone), value: `/toi bo ${app.number}` }]),
    answer: 'pick',
  };
}

export const DROP_APP = {
  what: 'việc gỡ ứng dụng chưa xong',
  only: say`Anh/chị chỉ dùng bot ở ứng dụng này nên không gỡ được. Muốn thôi dùng hẳn, gõ /toi rut.`,
  ask: (app: string): RichText =>
    say`Gỡ ${b(app)} khỏi tài khoản của anh/chị? Việc đang nhập dở ở đó sẽ bị bỏ; báo cáo đã nộp vẫn giữ.`,
  yes: 'Gỡ',
  no: 'Giữ nguyên',
  kept: say`Đã giữ nguyên.`,
  done: (app: string): RichText => say`Đã gỡ ${b(app)}. Tin từ nay gửi ở ứng dụng còn lại.`,
  /** In the chat that was dropped. */
  told: (reason: string | null): RichText =>
    reason === null
      ? say`Ứng dụng này đã được gỡ khỏi tài khoản, bot không nhắn ở đây nữa.`
      : say`Cơ quan điều phối đã gỡ ứng dụng này khỏi tài khoản. Lý do: ${reason}`,
  /** In the person's other chats, when a coordinator did it. */
  toldElsewhere: (app: string, reason: string): RichText =>
    say`Cơ quan điều phối đã gỡ ${b(app)} khỏi tài khoản của anh/chị. Lý do: ${reason}`,
} as const;
