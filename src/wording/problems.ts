import type { Problem } from '../domain/problem.ts';
import { sayFieldFault } from './field-fault.ts';
import { sayPeriodKey } from './period.ts';
import type { RichText, Span } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { sayMoment, sayWeekdayAndDay } from './when.ts';

/** The words by which a refusal is known, wherever it stands in a message: the turn adds whom to ask. */
const REFUSED = {
  rights: b('ngoài quyền'),
  wrong: b('Mã mời không đúng'),
  locked: b('Đã nhập sai mã quá nhiều lần'),
  expired: b('Mã mời đã hết hạn'),
  usedUp: b('Mã mời đã dùng hết số lượt'),
  revoked: b('Mã mời đã được thu hồi'),
  closed: b('đã được duyệt'),
} as const satisfies Readonly<Record<string, Span>>;

/** Whether something was refused that only a human can help with. */
export function isRefusal(text: RichText): boolean {
  const marks: readonly Span[] = Object.values(REFUSED);
  return text.some((span) => marks.includes(span));
}

/** Problems that are always said in the same words. */
const FIXED = {
  'no-such-template': say`Không có mẫu này. Gõ ${code('/mau')} để xem mẫu đang dùng.`,
  'template-settled': say`Việc này đã được làm rồi, có thể do người khác. Gõ ${code('/mau')} để xem mẫu đang dùng.`,
  'send-time': say`Giờ gửi phải sau lúc này và trong vòng 60 ngày, ví dụ “8h sáng mai”.`,
  'no-such-notice': say`Không có thông báo nào mang số ấy. Gõ /thongbao danhsach để xem.`,
  'notice-over': say`Thông báo này đã gửi xong hoặc đã dừng, nên bot không làm gì thêm.`,
  'no-such-material': say`Không có (hoặc không còn) tài liệu mang số ấy. Gõ /tailieu để xem danh sách.`,
  'no-such-topic': say`Không có chủ đề này trong kế hoạch. Gõ /tailieu để xem các chủ đề.`,
  'no-such-colleague': say`Người này không ở đơn vị đó (nữa), nên chưa giao được. Gõ /giao để chọn người khác.`,
  'no-such-assignment': say`Không có việc nào mang số ấy được giao cho anh/chị hoặc trong đơn vị của anh/chị.`,
  'assigned-before': say`Việc này đã giao cho người đó rồi và đang chờ trả lời. Gõ /giao để xem.`,
  'assignment-over': say`Việc này đã được lấy lại, hoặc báo cáo đã gửi, nên bot không làm gì thêm.`,
  'not-waiting': say`Anh/chị không còn trong danh sách chờ: đã được xác nhận, hoặc bị gạch. Gõ /toi để xem.`,
  'not-allowed': say`Việc này ${REFUSED.rights} của anh/chị. Gõ /trogiup để xem các lệnh dùng được.`,
  'no-such-task': say`Không có nhiệm vụ này trong các đơn vị của anh/chị. Gõ /nhiemvu để xem danh sách.`,
  'nothing-owed': say`✅ Đơn vị không còn báo cáo nào phải nộp. Gõ ${code('/lichsu')} để xem các bản đã nộp.`,
  'code-expired': say`${REFUSED.expired}. Xin đề nghị người cấp mã tạo mã mới.`,
  'code-used-up': say`${REFUSED.usedUp}. Xin đề nghị người cấp mã tạo mã mới.`,
  'due-day-over': say`Hạn này đã qua. Xin chọn ngày từ hôm nay trở đi.`,
  'no-such-one-off': say`Không có báo cáo đột xuất nào đang mở với số này.`,
  'code-revoked': say`${REFUSED.revoked}. Xin đề nghị người cấp mã tạo mã mới.`,
  'no-such-role': say`Người này không (còn) giữ vai trò đó.`,
  'no-such-request': say`Không có yêu cầu nào mang số ấy đang chờ trả lời. Gõ /toi yeucau để xem.`,
  'no-such-invitation': say`Không có mã mời nào đang mở với số này.`,
  'no-such-question': say`Không có câu hỏi nào như vậy đang chờ anh/chị trả lời ở đây, nên bot chưa làm gì.`,
  'stand-in-there': say`Những ngày đó đã có người thay. Gõ ${code('/thaythe')} để xem, kết thúc việc đó trước nếu cần.`,
  'no-stand-in': say`Việc thay thế này đã kết thúc, đã được trả lời, hoặc không phải của anh/chị, nên bot chưa làm gì.`,
  'question-over': say`Câu hỏi này đã quá hạn hoặc không còn cần trả lời, nên bot chưa làm gì.`,
  'linked-already': say`Ứng dụng này đã liên kết với anh/chị rồi. Mã dành cho ứng dụng khác.`,
  'link-waiting': say`Vẫn đang chờ xác nhận ở cuộc trò chuyện nơi mã được tạo.`,
  'link-crowded': say`Đã có nhiều tài khoản gửi mã này nên bot không nhận thêm. Xin tạo mã mới bằng /toi lienket ở ứng dụng đang dùng.`,
  'asker-changed': say`Tài khoản xin liên kết không còn như lúc hỏi, nên bot chưa liên kết. Cần thì tạo mã mới bằng /toi lienket.`,
  'moves-provincial-role': say`Một trong hai tài khoản có vai trò cấp tỉnh nên không gộp bằng mã được. Người có vai trò đó cần dùng bot ở ứng dụng này thì xin quản trị viên cấp mã mời riêng.`,
  'no-such-app': say`Ứng dụng này không (còn) thuộc về người đó, nên bot chưa làm gì.`,
  'only-app': say`Đây là ứng dụng duy nhất của người này nên chưa gỡ được. Muốn người này thôi dùng bot thì kết thúc vai trò: /donvi ketthuc và mã đơn vị.`,
  'last-admin': say`Đây là quản trị viên duy nhất nên chưa kết thúc được vai trò. Xin mời một quản trị viên khác trước: ${code('/moi quantri')}`,
  'reason-needed': say`Xin nêu lý do; lý do được ghi vào nhật ký và báo cho người liên quan.`,
  'nothing-to-undo': say`Không có việc nào của anh/chị để hoàn tác.`,
  'undone-before': say`Việc này đã được hoàn tác trước đó.`,
  'too-late-to-undo': say`Đã quá thời gian hoàn tác. Xin thực hiện thao tác ngược lại; lý do được ghi vào nhật ký.`,
  'built-on': say`Chưa hoàn tác được: sau đó đã có thay đổi khác dựa trên việc này. Gõ /tonghop để xem tình hình.`,
  'nothing-to-change': say`Không có đơn vị nào thay đổi: tình trạng đã khác lúc anh/chị xem. Gõ /tonghop để xem lại.`,
  'received-when': say`Giờ nhận phải trong kỳ báo cáo và không sau lúc này.`,
  'sent-day-odd': say`Ngày gửi phải từ ngày đầu của kỳ số liệu trở đi và không sau hôm nay.`,
  'role-needs-unit': say`Lãnh đạo, cán bộ đầu mối và chuyên viên phải kèm mã đơn vị; quản trị và điều phối thì không. Ví dụ: ${code('/moi HBG')}`,
  'no-such-ticket': say`Không có vướng mắc nào mang số ấy. Gõ /vuongmac để xem danh sách.`,
  'ticket-closed': say`Vướng mắc này đã đóng, nên bot không làm gì thêm. Cần nữa thì người hỏi mở lại bằng “hỏi thêm”.`,
  'words-needed': say`Chưa có nội dung. Xin gõ nội dung.`,
  'nobody-to-tell': say`Chưa có ai trong nhóm này tham gia bot, nên chưa gửi gì.`,
} as const satisfies Partial<Record<Problem['problem'], RichText>>;

/** Which ones there are says more than an example, and goes for every command. */
function sayNoRound({ typed, known = [], opensOn = null }: Extract<Problem, { problem: 'no-round' }>): RichText {
  if (typed === '') return say`Chưa có kỳ báo cáo nào được mở.`;
  const when = opensOn === null ? '' : ` Kỳ này mở từ ${sayWeekdayAndDay(opensOn)}.`;
  const those = known.length === 0 ? '' : ` Các kỳ đã mở: ${[...new Set(known)].map(sayPeriodKey).join(', ')}.`;
  return say`Không có kỳ báo cáo “${typed}” đã mở.${when}${those}`;
}

/** A problem as the person reads it: what was wrong, and how to do it right. */
export function sayProblem(problem: Problem, zone: string): RichText {
  switch (problem.problem) {
    case 'no-round':
      return sayNoRound(problem);
    case 'not-your-unit':
      return say`Anh/chị nộp cho ${problem.own.join(', ')}, không nộp thay ${problem.unit}: chưa nhận gì. Nếu nay phụ trách cả ${problem.unit}, xin cơ quan điều phối cấp mã mời.`;
    case 'not-yours-to-see':
      return problem.own.length === 0
        ? say`Anh/chị không thuộc ${problem.unit} nên không xem được nhiệm vụ và báo cáo của đơn vị đó.`
        : say`Anh/chị thuộc ${problem.own.join(', ')}, không xem được nhiệm vụ và báo cáo của ${problem.unit}.`;
    case 'no-such-unit':
      return say`Không có đơn vị nào có mã hoặc tên “${problem.typed}”. Gõ /donvi để xem mã các đơn vị.`;
    case 'unit-ended':
      return say`${problem.unit} đã kết thúc hoặc sáp nhập trước hạn của kỳ này nên không còn ai sửa: báo cáo được giữ nguyên. Cần số liệu khác thì hỏi đơn vị kế tiếp.`;
    case 'task-closed':
      return problem.state === 'waived'
        ? say`Nhiệm vụ này đã được miễn, không phải nộp.`
        : say`Báo cáo này ${REFUSED.closed}. Muốn sửa, xin đề nghị cơ quan điều phối mở lại.`;
    case 'not-owed':
      return problem.successors.length === 0
        ? say`Kế hoạch không (còn) yêu cầu ${problem.unit} nộp báo cáo này, nên bot không nhận.`
        : say`Báo cáo này nay do ${problem.successors.join(', ')} nộp, không phải ${problem.unit}, nên bot không nhận. Anh/chị làm tiếp ở đơn vị đó thì xin cơ quan điều phối cấp mã mời.`;
    case 'faulty-report':
      return join([
        say`Chưa nhận được báo cáo vì:`,
        ...problem.faults.map((fault) => sayFieldFault(undefined, fault.field, fault.fault)),
        say`Gõ /nop để nhập lại.`,
      ]);
    case 'code-unknown':
      return say`${REFUSED.wrong}. Xin kiểm tra từng ký tự rồi gõ lại: ${code('/batdau MÃ')} (còn ${problem.triesLeft} lần thử).`;
    case 'code-locked':
      return say`${REFUSED.locked}. Xin thử lại sau ${sayMoment(problem.until, zone)}.`;
    case 'moment-over':
      return say`Giờ hẹn ${sayMoment(problem.said, zone)} đã qua nên bot chưa ghi. Xin hẹn lại, ví dụ: 17h, sáng mai.`;
    case 'promise-too-far':
      return say`Bot chỉ ghi lời hẹn trong ${problem.days} ngày tới. Cần lâu hơn, xin đề nghị cơ quan điều phối gia hạn.`;
    case 'hour-outside':
      return say`Bot chỉ nhắc trong giờ cho phép, nên giờ riêng phải từ ${problem.first} đến ${problem.last}. Ví dụ: ${code('/nhac giờ 9h')}`;
    case 'snooze-too-far':
      return say`Bot chỉ đặt nhắc lại trong ${problem.days} ngày tới, nên chưa ghi.`;
    case 'too-many-snoozes':
      return say`Anh/chị đã đặt ${problem.most} lần nhắc lại, nên bot chưa ghi thêm. Gõ ${code('/nhac bo')} để bỏ các lần đó.`;
    case 'stretch-odd':
      return say`Ngày thay thế phải từ hôm nay trở đi và không quá ${problem.most} ngày; lâu hơn, xin bàn giao: ${code('/bangiao')}`;
    case 'decided-already':
      return say`Việc này ${problem.by ?? 'anh/chị'} đã quyết định lúc ${sayMoment(problem.at, zone)}${problem.answer === '' ? '' : `: ${problem.answer}`}. Bot không làm gì thêm.`;
    case 'ticket-answered':
      return say`${problem.by} đã trả lời lúc ${sayMoment(problem.at, zone)}.`;
    case 'too-many-tickets':
      return say`Đang có ${problem.limit} vướng mắc của anh/chị chờ trả lời, nên bot chưa ghi thêm. Gõ /vuongmac để xem hoặc rút bớt.`;
    case 'notice-before':
      return say`${problem.by} đã có thông báo cùng nội dung cho cùng người nhận (số ${problem.id}, ${sayMoment(problem.at, zone)}).`;
    case 'inner-date-late':
      return say`Hạn nội bộ phải trước hạn của báo cáo: chậm nhất ${sayWeekdayAndDay(problem.last)}.`;
    case 'text-too-long':
      return say`Nội dung dài quá ${problem.limit} ký tự. Xin rút gọn rồi gửi lại.`;
    default:
      return FIXED[problem.problem];
  }
}
