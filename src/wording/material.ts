import type { Instant } from '../domain/calendar.ts';
import type { Choice, Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { sayMoment } from './when.ts';

export const MATERIAL_WORDS = {
  what: 'tài liệu đang đưa vào dở',
  whatRemoving: 'việc gỡ tài liệu',
  askContent: say`Gửi tệp, ảnh; hoặc dán đường dẫn, nội dung của tài liệu. Gõ /huy để bỏ. Không gửi nội dung mật.`,
  askTitle: say`Tên tài liệu là gì? Ví dụ: Đề cương tuyên truyền tháng 11.`,
  askTopic: say`Tài liệu thuộc chủ đề nào?`,
  askReason: (id: number) => say`Nêu lý do bỏ tài liệu số ${id}. Gõ /huy để dừng.`,
  add: 'Đưa tài liệu vào',
} as const;

/** A file came and nobody asked for one. */
export function sayWhatWithFile(id: number, isWord: boolean): Outgoing {
  const template = { label: 'Làm mẫu báo cáo tổng hợp', value: `/mau tep ${id}` };
  return {
    text: say`Đã nhận tệp. Anh/chị muốn làm gì với tệp này?`,
    choices: [
      [{ label: 'Gửi kèm thông báo', value: `/thongbao tep ${id}` }],
      [{ label: 'Đưa vào tài liệu', value: `/tailieu tep ${id}` }],
      ...(isWord ? [[template]] : []),
    ],
    answer: 'pick',
  };
}

export interface SpokenMaterial {
  id: number;
  title: string;
  topic: string;
  body: string;
  file: string | null;
  addedAt: Instant;
}

/** One material; its file follows. `isOther`: another one was asked for, which this one replaced. */
export function sayMaterial(material: SpokenMaterial, isOther: boolean, mayManage: boolean, zone: string): Outgoing {
  const { id, title, topic, body, file, addedAt } = material;
  return {
    text: join(
      [
        join([
          say`📚 ${b(title)} (số ${id})`,
          say`Chủ đề: ${topic}; cập nhật ${sayMoment(addedAt, zone)}`,
          isOther ? say`Tài liệu anh/chị tìm đã được thay bằng bản này.` : [],
        ]),
        body === '' ? [] : say`${body}`,
        file === null ? [] : say`Tệp “${file}” gửi ngay sau tin này.`,
      ],
      '\n\n',
    ),
    ...(mayManage
      ? {
          choices: [
            [
              { label: 'Thay bản mới', value: `/tailieu thay ${id}` },
              { label: 'Bỏ tài liệu này', value: `/tailieu bo ${id}` },
            ],
          ],
          answer: 'pick' as const,
        }
      : {}),
  };
}

const SHOWN = 8;

/** Everything, or what was found; a topic heads what belongs to it. */
export function sayMaterials(found: readonly SpokenMaterial[], searched: string, mayManage: boolean): Outgoing {
  const add: Choice[][] = mayManage ? [[{ label: MATERIAL_WORDS.add, value: '/tailieu them' }]] : [];
  if (found.length === 0) return { text: sayNone(searched), choices: add, answer: 'pick' };
  const shown = found.slice(0, SHOWN);
  const topics = [...new Set(shown.map((one) => one.topic))];
  const more = found.length - shown.length;
  return {
    text: join(
      [
        say`${b(searched === '' ? `Tài liệu (${found.length})` : `Tìm thấy ${found.length} tài liệu`)}`,
        ...topics.map((topic) =>
          join([
            say`${b(topic)}`,
            ...shown.filter((one) => one.topic === topic).map((one) => say`• Số ${one.id}: ${one.title}`),
          ]),
        ),
        more > 0
          ? say`Còn ${more} tài liệu; gõ ${code('/tailieu')} kèm vài từ để tìm, ví dụ ${code('/tailieu hạ tầng')}.`
          : [],
      ],
      '\n\n',
    ),
    choices: [...shown.map(({ id, title }) => [{ label: title, value: `/tailieu ${id}` }]), ...add],
    answer: 'pick',
  };
}

function sayNone(searched: string): RichText {
  return searched === ''
    ? say`Chưa có tài liệu nào.`
    : say`Chưa có tài liệu nào khớp với “${searched.slice(0, 60)}”. Gõ ${code('/tailieu')} để xem tất cả, hoặc hỏi điều phối bằng ${code('/vuongmac')}.`;
}

export function sayMaterialAdded(id: number, title: string, isReplaced: boolean): RichText {
  const done = isReplaced ? say`Đã thay bằng bản mới, số ${id}` : say`Đã đưa vào tài liệu số ${id}`;
  return say`✅ ${done}: ${b(title)}. Các đơn vị tìm được bằng /tailieu.`;
}

export function sayMaterialRemoved(title: string): RichText {
  return say`Đã bỏ tài liệu “${title}”. Không ai nhận được tài liệu này nữa.`;
}
