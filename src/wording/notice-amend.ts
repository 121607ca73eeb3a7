import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';

/** What is said where words at a notice's preview change it, or cannot. */
export const NOTICE_AMENDED = {
  nobodyLeft: say`Bỏ như vậy thì không còn ai nhận, nên vẫn giữ danh sách cũ. Muốn thôi hẳn: chọn “Bỏ, không gửi”.`,
  onePerson: say`Tin này gửi riêng một người. Muốn gửi cho nơi khác, chọn “Đổi người nhận”.`,
  /** `count`: how many have that name. */
  whichPerson: (name: string, count: number, known: readonly string[]): RichText => {
    const why = count === 0 ? say`Ở đó chưa có ai tên “${name}” trên bot` : say`Có ${count} người tên “${name}”`;
    return known.length === 0
      ? say`${why}, nên chưa soạn tin nào.`
      : say`${why}. Hiện có: ${known.join('; ')}. Chưa soạn tin nào; xin nhắn lại, nêu rõ một người và đơn vị.`;
  },
  nobodyThere: (units: readonly string[]) => say`Chưa có người nhận như vậy ở: ${units.join(', ')}.`,
  noSuchPart: (part: string) =>
    say`Không thấy “${part}” (hoặc thấy mấy chỗ) trong nội dung nên chưa sửa. Gõ “sửa nội dung: …” và cả nội dung mới.`,
  orderSeen: (order: string) =>
    say`Trong nội dung có câu giống một lệnh cho bot: “${order}”. Câu ấy gửi cho các đơn vị, hay là việc khác?`,
  cutOrder: 'Việc khác: bỏ khỏi thông báo',
  keepOrder: 'Đúng là nội dung gửi đi',
  orderCut: (order: string) => say`Đã bỏ khỏi thông báo, chưa làm: “${order}”. Gửi thông báo xong, xin gõ lại lệnh ấy.`,
} as const;
