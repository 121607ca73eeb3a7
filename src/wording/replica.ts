import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';

/** The copy on the other machine is behind: what that means, and who can mend it. */
export function sayReplicaBehind(minutes: number): RichText {
  return say`⚠️ Bản sao dữ liệu ở máy dự phòng đã chậm hơn ${minutes} phút. Bot vẫn nhận báo cáo bình thường, nhưng nếu máy chủ hỏng lúc này thì có thể mất phần mới nhất. Nhờ anh/chị báo người vận hành kiểm tra.`;
}

export function sayReplicaWhole(): RichText {
  return say`✅ Bản sao dữ liệu ở máy dự phòng đã đầy đủ trở lại.`;
}
