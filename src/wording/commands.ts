import type { HelpEntry } from './help.ts';

/** What each command does, in a few words, and one example: for help and the platforms' menus. */
export const COMMAND_WORDS = {
  batdau: { summary: 'tham gia bằng mã mời', example: '/batdau ABCD234567' },
  nhiemvu: { summary: 'báo cáo đơn vị còn phải nộp và hạn nộp', example: '/nhiemvu' },
  nop: {
    summary: 'nộp báo cáo hoặc sửa bản đã nộp',
    example: '/nop t11 hoi_nghi=3 nguoi_du=250 ket_qua=Đã tổ chức 3 hội nghị',
  },
  tep: { summary: 'gửi tệp kèm báo cáo khi ứng dụng không gửi được tệp', example: '/tep t11' },
  hen: { summary: 'hẹn giờ gửi báo cáo, đến giờ đó bot không đôn đốc', example: '/hen 17h' },
  giao: {
    summary: 'giao báo cáo hoặc một phần cho đồng nghiệp; xem, lấy lại',
    example: '/giao Hoa số hội nghị trước thứ Sáu',
  },
  phan: { summary: 'gửi phần việc được giao', example: '/phan 3' },
  lichsu: { summary: 'báo cáo đã nộp, giờ nhận, đúng hạn hay muộn', example: '/lichsu' },
  visao: { summary: 'vì sao tôi bị nhắc', example: '/visao' },
  vuongmac: { summary: 'nêu khó khăn, vướng mắc; xem trả lời', example: '/vuongmac Chưa có hướng dẫn về kinh phí' },
  tailieu: { summary: 'đề cương, tài liệu, đường dẫn theo chủ đề', example: '/tailieu hạ tầng số' },
  tonghop: { summary: 'tình hình cả kỳ: đúng hạn, muộn, chưa nộp', example: '/tonghop t11' },
  bang: { summary: 'bảng theo dõi trên web; các máy đang đăng nhập; đường dẫn chỉ xem', example: '/bang' },
  duyet: {
    summary: 'duyệt báo cáo, cái cần xem trước; trả lại để sửa, mở lại',
    example: '/duyet HBG t11',
  },
  giahan: {
    summary: 'gia hạn cho một, nhiều hay tất cả đơn vị, xem trước ai đổi gì',
    example: '/giahan HBG, HCG đến hết 20/11 vì mưa lũ',
  },
  mien: { summary: 'miễn báo cáo một kỳ cho đơn vị; bỏ miễn', example: '/mien HBG t11 vì đang sáp nhập' },
  nopthay: {
    summary: 'nhập thay báo cáo giấy: số văn bản, giờ nhận, số liệu, bản chụp',
    example: '/nopthay HBG t11 125/BC-UBND ngày 16/11',
  },
  dondoc: { summary: 'nhắc ngay các đơn vị chưa nộp, xem trước ai sẽ nhận', example: '/dondoc t11, /dondoc HBG, HCG' },
  goi: { summary: 'đơn vị cần gọi điện; ghi lại cuộc gọi', example: '/goi HBG đã gọi, hứa 17h' },
  thongbao: { summary: 'gửi thông báo, tệp; hẹn giờ; xem kết quả, ai đã nhận', example: '/thongbao' },
  dotxuat: {
    summary: 'yêu cầu một báo cáo đột xuất; xem, rút báo cáo đang mở',
    example: '/dotxuat Báo cáo về an toàn thông tin',
  },
  xuat: {
    summary: 'báo cáo tổng hợp: bản Word, bảng Excel, ảnh tình hình; lịch cả năm',
    example: '/xuat t11 word',
  },
  mau: { summary: 'mẫu Word của báo cáo tổng hợp: nhận, sửa, gửi lại', example: '/mau' },
  donvi: { summary: 'các đơn vị, mã, người phụ trách, ai liên lạc được', example: '/donvi HBG' },
  kenh: { summary: 'tình trạng các bot, hạn mức tin trong tháng, tin chưa đến', example: '/kenh' },
  moi: { summary: 'tạo mã mời (cho đơn vị, hoặc chuyên viên của đơn vị mình)', example: '/moi HBG' },
  cuochop: { summary: 'một mã cho cả cuộc họp; xem ai đã vào, xác nhận tất cả', example: '/cuochop mo 3' },
  toi: { summary: 'thông tin bot lưu về tôi, sửa tên, rút lại đồng ý', example: '/toi ten Nguyễn Văn An' },
  lich: { summary: 'các hạn nộp báo cáo trong 12 tháng tới', example: '/lich' },
  danhan: { summary: 'bot đã nhận báo cáo của đơn vị chưa', example: '/danhan' },
  daguivanban: { summary: 'đơn vị đã gửi báo cáo bằng văn bản', example: '/daguivanban t11' },
  xingiahan: { summary: 'xin cơ quan điều phối gia hạn nộp', example: '/xingiahan đến 20/11 vì mưa lũ' },
  trogiup: { summary: 'các lệnh dùng được, kèm ví dụ', example: '/trogiup' },
  hoantac: { summary: 'bỏ việc vừa làm, trong 30 phút', example: '/hoantac' },
  huy: { summary: 'bỏ việc đang làm dở', example: '/huy' },
  xacnhan: { summary: 'báo đã nhận một thông báo', example: '/xacnhan 5' },
  gapnguoi: { summary: 'người phụ trách, cách liên hệ', example: '/gapnguoi' },
  nhamnguoi: { summary: 'không còn phụ trách, hoặc bot nhắn nhầm người', example: '/nhamnguoi' },
} as const satisfies Readonly<Record<string, Pick<HelpEntry, 'summary' | 'example'>>>;
