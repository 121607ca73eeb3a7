import type { FileChild } from 'docx';
import type { CorpusDocument } from './corpus-document.ts';
import { bare, bold, centred, letterhead, PROVINCE, para, paras, signature, table, title, word } from './word-parts.ts';

/** Rows a line each, cells apart by "|". */
export const rows = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

/** Paragraphs a line each; a line that begins with "#" is bold. */
export const body = (text: string): FileChild[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .map((line) => (line.startsWith('#') ? bold(line.slice(1)) : para(line)));

export const head = (above: string | null, agency: string, mark: string, day: string) =>
  letterhead({ above, agency, number: `Số:       /${mark}`, placeAndDate: `Hải Dương, ngày ${day}` });

export const NOVEMBER = '16 tháng 11 năm 2026';

export const SECOND_SIGHT_WORD: readonly CorpusDocument[] = [
  {
    name: 'Dai PTTH - BC NQ57 ky thang 11-2026.docx',
    about: 'a broadcaster: a total after its parts; a plan with figures and money for the next month only',
    period: '2026-11',
    unit: 'DPTTH',
    bytes: () =>
      word([
        head(PROVINCE, 'ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH', 'BC-PTTH', NOVEMBER),
        ...title('Công tác tuyên truyền Nghị quyết số 57-NQ/TW (từ 15/10 đến 14/11/2026)'),
        ...body(`1/ Trên sóng phát thanh và truyền hình: 38 tin, 06 phóng sự, 02 chuyên đề. Tổng cộng 46 tin, bài, chương trình.
        2/ Trang thông tin điện tử của Đài: 29 tin.
        3/ Kênh YouTube, Fanpage: 57 clip.
        4/ Kế hoạch tháng 12: sản xuất 50 tin, 08 phóng sự, 01 tọa đàm truyền hình trực tiếp có 60 khách mời; kinh phí dự kiến 120 triệu đồng.
        5/ Kiến nghị: Các sở, ngành chủ động cung cấp thông tin cho phóng viên.`),
        signature('GIÁM ĐỐC', '(đã ký)', 'Sở KH&CN', 'Ban Giám đốc'),
      ]),
    expected: {
      phat_thanh: 46,
      cong_ttdt: 29,
      mang_xa_hoi: 57,
      kien_nghi: 'Các sở, ngành chủ động cung cấp thông tin cho phóng viên.',
    },
    doubtful: [],
  },
  {
    name: 'CV thanh tra v.v bao cao NQ57.docx',
    about: 'an official letter instead of a report; one sentence with everything; no money spent, in figures',
    period: '2026-11',
    unit: 'TTT',
    bytes: () =>
      word([
        head(PROVINCE, 'THANH TRA TỈNH', 'TTT-VP', NOVEMBER),
        ...paras(
          'Kính gửi: Sở Khoa học và Công nghệ.',
          'Thực hiện Kế hoạch của UBND tỉnh về tuyên truyền Nghị quyết số 57-NQ/TW, tháng 11/2026 Thanh tra tỉnh đã lồng ghép phổ biến tại 01 hội nghị cán bộ, công chức cơ quan với 42 người dự và đăng 04 tin trên Trang thông tin điện tử của cơ quan; kinh phí: 0 đồng.',
          'Thanh tra tỉnh trân trọng gửi quý Sở tổng hợp./.',
        ),
        signature('KT. CHÁNH THANH TRA\nPHÓ CHÁNH THANH TRA', '(đã ký)', 'Như trên'),
      ]),
    expected: { hoi_nghi: 1, nguoi_du: 42, cong_ttdt: 4, kinh_phi: 0 },
    doubtful: [],
  },
  {
    name: 'BC 6 thang dau nam 2026 - TP Chi Linh.docx',
    about: 'half a year against the plan and the year before; money in thousands of đồng',
    period: '2026-H1',
    unit: 'TPCL',
    bytes: () =>
      word([
        head('UBND TỈNH HẢI DƯƠNG', 'UBND THÀNH PHỐ CHÍ LINH', 'BC-UBND', '12 tháng 6 năm 2026'),
        ...title('Kết quả tuyên truyền Nghị quyết 57 sáu tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2026'),
        ...body('#A. KẾT QUẢ 6 THÁNG ĐẦU NĂM'),
        table(
          rows(`Chỉ tiêu|Đơn vị tính|KH năm 2026|TH 6T/2025|TH 6T/2026|% KH|% cùng kỳ
          Hội nghị, hội thảo, lớp tập huấn|cuộc|60|21|34|56,7|161,9
          Số lượt người dự|lượt|6.000|1.870|3.415|56,9|182,6
          Tin, bài trên hệ thống truyền thanh|tin, bài|700|290|388|55,4|133,8
          Tin, bài trên Cổng TTĐT thành phố|tin, bài|200|85|112|56,0|131,8
          Bài đăng mạng xã hội|bài|900|310|540|60,0|174,2
          Pa nô, áp phích, tờ rơi|sản phẩm|2.000|640|1.150|57,5|179,7
          Tổ công nghệ số cộng đồng|tổ|150|148|150|100|101,4
          Kinh phí|nghìn đồng|180.000|70.500|96.400|53,6|136,7`),
        ),
        ...body(`#B. NHIỆM VỤ 6 THÁNG CUỐI NĂM
        Phấn đấu tổ chức thêm 26 hội nghị, lớp tập huấn; duy trì chuyên mục chuyển đổi số trên truyền thanh.`),
        signature('TM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH', '(đã ký)', 'Sở KH&CN', 'TT Thành ủy'),
      ]),
    expected: {
      hoi_nghi: 34,
      nguoi_du: 3415,
      phat_thanh: 388,
      cong_ttdt: 112,
      mang_xa_hoi: 540,
      truc_quan: 1150,
      kinh_phi: 96.4,
    },
    doubtful: [],
  },
  {
    name: 'So Y te bao cao nam 2026.docx',
    about: 'a year in prose: "gần", "trên", parts without a total; money as it is spoken',
    period: '2026',
    unit: 'SYT',
    bytes: () =>
      word([
        head(PROVINCE, 'SỞ Y TẾ', 'BC-SYT', '14 tháng 12 năm 2026'),
        ...title('Kết quả công tác tuyên truyền thực hiện Nghị quyết số 57-NQ/TW năm 2026'),
        ...body(`Năm 2026, toàn ngành tổ chức 24 hội nghị, lớp tập huấn về bệnh án điện tử và chuyển đổi số y tế, thu hút gần 2.000 lượt cán bộ, nhân viên y tế.
        Phối hợp với các cơ quan báo chí đăng 147 tin, bài; đăng trên 300 tin, bài trên Cổng thông tin điện tử của Sở và trang của các bệnh viện; 512 bài trên fanpage, Zalo OA.
        In 4.500 tờ gấp, 60 áp phích hướng dẫn sử dụng sổ sức khỏe điện tử.
        Tổng kinh phí đã chi là 86 triệu 500 nghìn đồng.
        Kết quả nổi bật: 14/14 bệnh viện công lập triển khai bệnh án điện tử, tỷ lệ người dân có sổ sức khỏe điện tử đạt 91%.
        Khó khăn: thiếu nhân lực công nghệ thông tin tại tuyến cơ sở.`),
        signature('GIÁM ĐỐC', '(đã ký)', 'UBND tỉnh (b/c)', 'Sở KH&CN'),
      ]),
    expected: {
      hoi_nghi: 24,
      tin_bai: 147,
      mang_xa_hoi: 512,
      kinh_phi: 86.5,
      ket_qua: '14/14 bệnh viện công lập triển khai bệnh án điện tử, tỷ lệ người dân có sổ sức khỏe điện tử đạt 91%',
      vuong_mac: 'thiếu nhân lực công nghệ thông tin tại tuyến cơ sở',
    },
    doubtful: ['nguoi_du', 'cong_ttdt', 'truc_quan'],
  },
  {
    name: 'BC CCB thang 11 (sua).docx',
    about: "last month's report with a new title: the days counted are still the old ones; numbering gone astray",
    period: '2026-11',
    unit: 'HCCB',
    bytes: () =>
      word([
        head('HỘI CCB VIỆT NAM', 'HỘI CỰU CHIẾN BINH TỈNH HẢI DƯƠNG', 'BC-CCB', NOVEMBER),
        ...title('Tuyên truyền Nghị quyết 57 tháng 11 năm 2026'),
        centred('(Số liệu từ ngày 15/9/2026 đến ngày 14/10/2026)', { italics: true }),
        ...body(`#I. Tình hình
        Cán bộ, hội viên phấn khởi, tin tưởng vào chủ trương của Đảng.
        #I. Kết quả
        1. Tổ chức 04 hội nghị, có 356 lượt hội viên dự.
        1. Đăng 16 bài trên nhóm Zalo Hội.
        3. Treo 20 băng zôn tại trụ sở các Hội cơ sở.
        #IV. Khó khăn
        Hội viên tuổi cao, tiếp cận công nghệ còn chậm.`),
        signature('CHỦ TỊCH', '(đã ký)', 'Sở KH&CN'),
      ]),
    expected: { vuong_mac: 'Hội viên tuổi cao, tiếp cận công nghệ còn chậm.' },
    doubtful: ['hoi_nghi', 'nguoi_du', 'mang_xa_hoi', 'truc_quan'],
  },
  {
    name: 'Phieu cung cap thong tin - Thanh Ha.docx',
    about: 'a slip of labels left and answers right without borders; a frequency instead of a count; two apps apart',
    period: '2026-11',
    unit: 'HTHA',
    bytes: () =>
      word([
        ...title('Huyện Thanh Hà - Kỳ báo cáo: tháng 11/2026', 'PHIẾU CUNG CẤP THÔNG TIN'),
        ...rows(`Hội nghị, tập huấn:|06 (cấp huyện 02, cấp xã 04)
        Người dự:|870 lượt (triệu tập 950)
        Truyền thanh cơ sở:|20/20 xã, thị trấn phát 3 lần/tuần
        Trang TTĐT:|23 tin, bài
        MXH:|Zalo OA 18 bài; Fanpage 25 bài
        Kinh phí:|12,5 triệu đồng
        Khó khăn, vướng mắc:|Chưa có cán bộ chuyên trách CNTT cấp xã
        Văn bản:|BC số 412/BC-UBND ngày 16/11/2026`).map((row) =>
          bare(
            row.map((cell) => paras(cell)),
            [3200, 5800],
          ),
        ),
      ]),
    expected: {
      hoi_nghi: 6,
      nguoi_du: 870,
      cong_ttdt: 23,
      kinh_phi: 12.5,
      vuong_mac: 'Chưa có cán bộ chuyên trách CNTT cấp xã',
      van_ban: '412/BC-UBND ngày 16/11/2026',
    },
    doubtful: ['phat_thanh', 'mang_xa_hoi'],
  },
];
