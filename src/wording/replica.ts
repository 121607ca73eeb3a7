import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';

/** The copy on the other machine is behind: what that means, and who can mend it. */
export function sayReplicaBehind(minutes: number): RichText {
  return say`⚠️ Bản sao dữ liệu ở máy dự phòng đã chậm hơn ${minutes} phút. Bot vẫn nhận báo cáo bình thường, nhưng nếu máy chủ hỏng lúc này thì có thể mất phần mới nhất. Nhờ anh/chị báo người vận hành kiểm tra.`;
}

/** Below a receipt that had to be sent before the copy has what it is for. */
export const STORED_HERE_ONLY = say`⚠️ Báo cáo đã được lưu trên máy chủ của bot; bản sao dự phòng đang chậm nên chưa có. Xin giữ tin này.`;

export function sayReplicaWhole(): RichText {
  return say`✅ Bản sao dữ liệu ở máy dự phòng đã đầy đủ trở lại.`;
}
