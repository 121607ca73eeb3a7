/** What the rehearsal room's addresses answer when something is asked in a way they cannot follow. Plain sentences: they go into JSON. */
export const roomAnswers = {
  notJson: 'Nội dung gửi lên không phải JSON hợp lệ. Ví dụ đúng: {"to":"2026-11-16T08:30"}.',
  notJsonMessage: 'Nội dung gửi lên không phải JSON hợp lệ. Ví dụ đúng: {"text":"/nhiemvu"}.',
  notObject: (example: string) => `Nội dung gửi lên phải là một đối tượng JSON, ví dụ: ${example}.`,
  wrongContentType: (wanted: readonly string[]) => `Đầu mục Content-Type chưa đúng: cần ${wanted.join(' hoặc ')}.`,
  foreignPage: 'Yêu cầu này đến từ một trang khác nên không được nhận. Xin thao tác ngay trong phòng diễn tập.',
  timeMissing:
    'Thiếu “to”: thời điểm cần chuyển tới. Xin ghi giờ địa phương theo dạng năm-tháng-ngàyTgiờ:phút, ví dụ "2026-11-16T08:30".',
  timeUnreadable: (given: string) =>
    `Không đọc được thời điểm “${given}” ở “to”. Xin ghi giờ địa phương theo dạng năm-tháng-ngàyTgiờ:phút, không kèm múi giờ, ví dụ "2026-11-16T08:30".`,
  timeImpossible: (given: string) =>
    `Thời điểm “${given}” ở “to” không có trên lịch. Xin kiểm tra lại ngày, giờ; ví dụ đúng: "2026-11-16T08:30".`,
  sleepUnreadable: '“sleep” chỉ nhận true (nhảy thẳng, như máy đã ngủ) hoặc false (đi qua từng thời điểm).',
  chatUnknown: (chat: string) => `Không có ai trong phòng diễn tập với kênh trò chuyện “${chat}”. Xin tải lại trang.`,
  messageEmpty: 'Tin nhắn trống. Xin gửi “text” có nội dung, “picked” (nút đã bấm) hoặc một tệp.',
  textUnreadable: '“text” phải là một chuỗi chữ, ví dụ: {"text":"/nhiemvu"}.',
  textTooLong: (limit: number) =>
    `Tin nhắn dài quá ${limit.toLocaleString('vi-VN')} ký tự. Xin rút ngắn hoặc gửi thành nhiều tin.`,
  pickedUnreadable:
    '“picked” phải gồm “value” và “label” (chuỗi chữ) cùng “line” (số của tin nhắn có nút), ví dụ: {"picked":{"value":"/nop 12","label":"Nộp báo cáo","line":7}}.',
  formUnreadable: 'Không đọc được biểu mẫu gửi kèm tệp. Xin đính kèm lại tệp ở trường “file”.',
  fileMissing: 'Chưa có tệp nào ở trường “file”. Xin chọn tệp rồi gửi lại.',
  fileTooLarge: (limitMb: number) => `Tệp lớn quá ${limitMb} MB. Xin nén lại hoặc tách thành nhiều tệp nhỏ hơn.`,
  linesUnreadable: '“after” phải là một số nguyên từ 0 trở lên, ví dụ: ?after=0.',
  notFound: 'Không có trang này.',
  broken: 'Có trục trặc ở phía máy chủ, thao tác vừa rồi có thể chưa được ghi. Xin thử lại sau ít phút.',
} as const;
