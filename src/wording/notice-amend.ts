import { say } from './rich-text.ts';

/** What is said where words at a notice's preview change it, or cannot. */
export const NOTICE_AMENDED = {
  nobodyLeft: say`Bỏ như vậy thì không còn ai nhận, nên vẫn giữ danh sách cũ. Muốn thôi hẳn: chọn “Bỏ, không gửi”.`,
  nobodyThere: (units: readonly string[]) => say`Chưa có người nhận như vậy ở: ${units.join(', ')}.`,
  noSuchPart: (part: string) =>
    say`Không thấy “${part}” (hoặc thấy mấy chỗ) trong nội dung nên chưa sửa. Gõ “sửa nội dung: …” và cả nội dung mới.`,
  orderSeen: (order: string) =>
    say`Trong nội dung có câu giống một lệnh cho bot: “${order}”. Câu ấy gửi cho các đơn vị, hay là việc khác?`,
  cutOrder: 'Việc khác: bỏ khỏi thông báo',
  keepOrder: 'Đúng là nội dung gửi đi',
  orderCut: (order: string) => say`Đã bỏ khỏi thông báo, chưa làm: “${order}”. Gửi thông báo xong, xin gõ lại lệnh ấy.`,
} as const;
