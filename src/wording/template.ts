import type { FormField } from '../domain/report-form.ts';
import type { TemplateProblem } from '../domain/template-problem.ts';
import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { BLOCK_NAMES, LINE_NAMES, TOTAL_PREFIX } from './template-names.ts';
import { sayMoment } from './when.ts';

const put = (name: string): string => `{{${name}}}`;

export const TEMPLATE_WORDS = {
  what: 'việc gửi mẫu Word',
  fileName: 'mau-bao-cao-tong-hop.docx',
  builtIn: 'mẫu kèm theo kế hoạch',
  list: 'Danh sách tên trong mẫu',
  back: 'Dùng lại mẫu trước',
  take: 'Dùng mẫu này',
  caption: say`Mẫu Word đang dùng của báo cáo tổng hợp.`,
  trialName: 'thu-mau-du-thao.docx',
  trial: (title: string): RichText => say`Bản điền thử theo mẫu mới: ${title}. Xin mở xem kỹ trước khi dùng.`,
  onlyWord: say`Mẫu phải là tệp Word (.docx). Tệp vừa gửi không phải tệp Word nên chưa dùng được.`,
  elsewhere: (app: string | null): RichText =>
    app === null
      ? say`Ứng dụng này không gửi được tệp Word. Xin nhờ người vận hành thay tệp bao-cao.docx trong thư mục kế hoạch.`
      : say`Ứng dụng này không gửi được tệp Word. Xin mở bot trên ${app} và gõ /mau ở đó.`,
  atBoard: say`Ứng dụng này không gửi được tệp vào đây. Mẫu Word đổi ở bảng theo dõi, mục “Mẫu Word”: tải mẫu về, sửa trong Word rồi gửi lại ở đó. Gõ ${code('/bang')} để lấy liên kết vào bảng.`,
  noRound: say`Chưa có kỳ báo cáo nào được mở nên chưa điền thử được mẫu. Xin gửi lại mẫu khi đã có kỳ báo cáo.`,
} as const;

/** The first pages of a trial, to be looked at in the chat. */
export const TRIAL_PICTURE = {
  name: 'thu-mau-trang-dau.png',
  mediaType: 'image/png',
  caption: say`Trang đầu của bản điền thử (bản vẽ phác: phông chữ, ngắt trang có thể khác Word; không vẽ ảnh và đầu, chân trang). Bản Word đầy đủ ở dưới.`,
} as const;

export function sayNoSketch(caption: RichText): RichText {
  return join([caption, say`Mẫu này không vẽ thành ảnh xem trước được.`], ' ');
}

/** What is in force, how to change it, and the ways from here. */
export function sayTemplate(
  current: { id: number; name: string; takenAt: number | null } | null,
  zone: string,
): Outgoing {
  const inForce =
    current === null
      ? say`Báo cáo tổng hợp đang dùng ${TEMPLATE_WORDS.builtIn}.`
      : say`Báo cáo tổng hợp đang dùng mẫu ${b(current.name)}, từ ${sayMoment(current.takenAt ?? 0, zone)}.`;
  const back = current === null ? [] : [[{ label: TEMPLATE_WORDS.back, value: `/mau truoc ${current.id}` }]];
  return {
    text: join(
      [
        say`📄 ${inForce}`,
        say`Tệp mẫu gửi kèm dưới đây. Muốn đổi: mở bằng Word, sửa tiêu đề, thứ tự, câu chữ; giữ nguyên các tên trong ngoặc như ${code(put('ky'))}; rồi gửi lại tệp vào đây. Mẫu mới được điền thử để anh/chị xem trước khi dùng.`,
      ],
      '\n\n',
    ),
    choices: [[{ label: TEMPLATE_WORDS.list, value: '/mau ten' }], ...back],
    answer: 'free',
  };
}

/** Every name, with what takes its place. */
export function sayTemplateNames(figures: readonly Pick<FormField, 'key' | 'shortLabel'>[]): RichText {
  const list = (names: Readonly<Record<string, string>>): RichText =>
    join(Object.entries(names).map(([name, meaning]) => say`${code(put(name))} ${meaning}`));
  const totals = Object.fromEntries(figures.map(({ key, shortLabel }) => [`${TOTAL_PREFIX}${key}`, shortLabel]));
  return join(
    [
      say`${b('Đứng riêng một đoạn')} (thay bằng bảng hoặc nhiều đoạn):`,
      list(BLOCK_NAMES),
      say`${b('Đứng ở bất cứ đâu')} (thay bằng một cụm từ):`,
      list(LINE_NAMES),
      say`${b('Tổng của từng chỉ tiêu')}:`,
      list(totals),
    ],
    '\n\n',
  );
}

const MOST_TOLD = 12;

/** Why a template is not taken, each fault with how to put it right. */
export function sayTemplateProblems(name: string, problems: readonly TemplateProblem[]): RichText {
  const told = problems.slice(0, MOST_TOLD).map((problem) => say`• ${sayTemplateProblem(problem)}`);
  const rest = problems.length - told.length;
  return join(
    [
      say`⚠️ Chưa dùng được mẫu “${name}”. Mẫu đang dùng vẫn giữ nguyên. Xin sửa trong Word rồi gửi lại:`,
      join([...told, rest === 0 ? [] : say`… còn ${rest} điểm khác.`]),
      say`Xem đủ các tên: ${code('/mau ten')}`,
    ],
    '\n\n',
  );
}

function sayTemplateProblem(problem: TemplateProblem): RichText {
  switch (problem.fault) {
    case 'unreadable':
      return say`Tệp không mở được như một văn bản Word (.docx), hoặc có mật khẩu. Xin lưu lại bằng Word, kiểu “Word Document (.docx)”, không đặt mật khẩu.`;
    case 'too-large':
      return say`Nội dung tệp quá lớn khi mở ra. Xin bỏ bớt ảnh trong mẫu.`;
    case 'macros':
      return say`Tệp có macro, sẽ đi theo mọi dự thảo lập từ mẫu này. Xin lưu lại thành kiểu “Word Document (.docx)” không có macro.`;
    case 'broken-braces':
      return say`Chỗ “${problem.near}” thiếu hoặc thừa dấu ngoặc: mỗi tên phải nằm giữa ${code('{{')} và ${code('}}')}.`;
    case 'unknown-name':
      return problem.meant === null
        ? say`Không có tên ${code(put(problem.name))}. Xin xóa hoặc thay bằng tên trong danh sách.`
        : say`Không có tên ${code(put(problem.name))}; có phải là ${code(put(problem.meant))}?`;
    case 'not-alone':
      return say`Tên ${code(put(problem.name))} phải đứng riêng một đoạn, không có chữ nào cạnh nó.`;
    case 'not-in-text':
      return say`Tên ${code(put(problem.name))} phải nằm trong phần thân văn bản, không ở đầu trang hay chân trang.`;
    case 'missing-name':
      return say`Thiếu ${join(
        problem.anyOf.map((name) => say`${code(put(name))}`),
        ' hoặc ',
      )}${meaningOf(problem.anyOf[0] ?? '')}.`;
    case 'not-a-draft':
      return say`Thiếu chữ “DỰ THẢO”: văn bản bot lập ra luôn là dự thảo và phải ghi rõ như vậy.`;
  }
}

function meaningOf(name: string): string {
  const meaning = { ...BLOCK_NAMES, ...LINE_NAMES }[name as keyof typeof BLOCK_NAMES];
  return meaning === undefined ? '' : ` (${meaning})`;
}

/** The template is sound, its trial has gone out: shall it be used? */
export function sayTakeTemplate(id: number, name: string, absent: readonly string[] = []): Outgoing {
  const note = absent.length === 0 ? [] : say`${sayAbsentBlocks(absent)} `;
  return {
    text: say`Mẫu “${name}” dùng được. ${note}Dùng mẫu này cho các báo cáo tổng hợp từ nay? Mẫu cũ được giữ lại, có thể dùng lại bất cứ lúc nào.`,
    choices: [[{ label: TEMPLATE_WORDS.take, value: `/mau dung ${id}` }]],
    answer: 'pick',
  };
}

/** What a report by this template will not have. */
export function sayAbsentBlocks(names: readonly string[]): RichText {
  const listed = names.map((name) => say`${code(put(name))}${meaningOf(name)}`);
  return say`⚠️ Mẫu này không có ${join(listed, ', ')}: báo cáo lập theo mẫu sẽ thiếu các phần đó.`;
}

export function sayTemplateTaken(name: string): RichText {
  return say`✅ Từ nay báo cáo tổng hợp dùng mẫu “${name}”. Muốn dùng lại mẫu trước: ${code('/mau')}`;
}

export function sayTemplateBack(name: string, now: string | null): RichText {
  return say`✅ Đã thôi dùng mẫu “${name}”. Báo cáo tổng hợp dùng lại ${now === null ? TEMPLATE_WORDS.builtIn : `mẫu “${now}”`}.`;
}

/** To the other coordinators. */
export function sayTemplateChanged(name: string, by: string): RichText {
  return say`📄 ${by} vừa đổi mẫu Word của báo cáo tổng hợp thành “${name}”. Xem mẫu: ${code('/mau')}`;
}

export function sayTemplateEnded(name: string, by: string): RichText {
  return say`📄 ${by} vừa thôi dùng mẫu Word “${name}” của báo cáo tổng hợp. Xem mẫu đang dùng: ${code('/mau')}`;
}
