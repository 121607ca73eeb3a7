import {
  DeletedTextRun,
  FootnoteReferenceRun,
  InsertedTextRun,
  Paragraph,
  Tab,
  TabStopType,
  Textbox,
  TextRun,
  UnderlineType,
} from 'docx';
import type { CorpusDocument } from './corpus-document.ts';
import { bare, bold, centred, letterhead, para, paras, signature, table, title, word } from './word-parts.ts';

function district(agency: string, place: string) {
  return letterhead({
    above: 'ỦY BAN NHÂN DÂN',
    agency,
    number: 'Số:        /BC-UBND',
    placeAndDate: `${place}, ngày      tháng 11 năm 2026`,
  });
}

export const footnoteFigure: CorpusDocument = {
  name: 'Bình Giang - NQ57 tháng 11.docx',
  about:
    'the money stands only in a footnote; a figure in the table carries a superscript mark (1) right behind its digits',
  period: '2026-11',
  unit: 'HBG',
  bytes: () =>
    word([
      district('HUYỆN BÌNH GIANG', 'Bình Giang'),
      ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
      para([
        new TextRun('UBND huyện đã tổ chức 06'),
        new TextRun({ text: '(1)', superScript: true }),
        new TextRun(' hội nghị với 512 lượt người dự và bố trí kinh phí thực hiện từ ngân sách huyện'),
        new FootnoteReferenceRun({
          children: [
            new Paragraph('Kinh phí thực hiện tháng 11/2026: 21,3 triệu đồng, nguồn sự nghiệp văn hóa, thông tin.'),
          ],
        }),
        new TextRun('.'),
      ]),
      para('Trang thông tin điện tử huyện đăng 13 tin, bài; hệ thống truyền thanh cơ sở phát 204 tin, bài.'),
      para([
        new TextRun({ text: '(1) Gồm các hội nghị do huyện và các xã, thị trấn tổ chức.', italics: true, size: 22 }),
      ]),
      signature('TM. ỦY BAN NHÂN DÂN', 'Hoàng Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: { hoi_nghi: 6, nguoi_du: 512, phat_thanh: 204, cong_ttdt: 13, kinh_phi: 21.3 },
  doubtful: [],
};

/** Every two letters a run of their own, some of them underlined, as years of editing leave it. */
function shredded(text: string): TextRun[] {
  return (text.match(/[\s\S]{1,2}/gu) ?? []).map(
    (piece, index) =>
      new TextRun({ text: piece, ...(index % 5 === 3 && { underline: { type: UnderlineType.NONE } }), size: 28 }),
  );
}

export const brokenRuns: CorpusDocument = {
  name: 'thanh ha_bao cao thang 11 (sua lan 3).docx',
  about:
    'text broken into runs of two letters, also inside numbers; tab leaders instead of a table ("Số hội nghị ..... 07")',
  period: '2026-11',
  unit: 'HTHA',
  bytes: () => {
    const rows: [string, string][] = [
      ['Số hội nghị, lớp tập huấn lồng ghép', '07'],
      ['Lượt người dự', '1.635'],
      ['Tin, bài báo chí', '04'],
      ['Tin, bài truyền thanh cơ sở', '152'],
      ['Tin, bài trên Trang thông tin điện tử', '19'],
      ['Bài đăng mạng xã hội', '64'],
      ['Băng-rôn, pa-nô, áp phích', '38'],
      ['Kinh phí (triệu đồng)', '27,5'],
    ];
    return word([
      district('HUYỆN THANH HÀ', 'Thanh Hà'),
      ...title('Kết quả tuyên truyền Nghị quyết 57 tháng 11 năm 2026'),
      ...rows.map(
        ([label, value]) =>
          new Paragraph({
            tabStops: [{ type: TabStopType.RIGHT, position: 9000, leader: 'dot' }],
            children: [...shredded(label), new TextRun({ children: [new Tab()] }), ...shredded(value)],
          }),
      ),
      signature('TM. ỦY BAN NHÂN DÂN', 'Vũ Văn Mẫu', 'Sở KH&CN'),
    ]);
  },
  expected: {
    hoi_nghi: 7,
    nguoi_du: 1635,
    tin_bai: 4,
    phat_thanh: 152,
    cong_ttdt: 19,
    mang_xa_hoi: 64,
    truc_quan: 38,
    kinh_phi: 27.5,
  },
  doubtful: [],
};

const AUTHOR = { author: 'Phòng VHTT', date: '2026-11-16T02:00:00Z' };
const gone = (id: number, text: string) => new DeletedTextRun({ id, text, ...AUTHOR });
const added = (id: number, text: string) => new InsertedTextRun({ id, text, ...AUTHOR });

export const trackedChanges: CorpusDocument = {
  name: 'Nam Sach BC thang 11 - trinh ky.docx',
  about: 'tracked changes not yet accepted: 03 struck out for 04, a whole line about money deleted',
  period: '2026-11',
  unit: 'HNS',
  bytes: () =>
    word([
      district('HUYỆN NAM SÁCH', 'Nam Sách'),
      ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
      para([new TextRun('- Số hội nghị đã tổ chức: '), gone(901, '03'), added(902, '04'), new TextRun(' hội nghị')]),
      para([new TextRun('- Số lượt người dự: 2'), gone(903, '5'), added(904, '8'), new TextRun('0 lượt người')]),
      para('- Tin, bài phát thanh, truyền thanh: 110 tin, bài'),
      para([new TextRun('- Bài đăng mạng xã hội: '), added(905, '45 bài')]),
      para([gone(906, '- Kinh phí thực hiện: 15 triệu đồng')]),
      signature('TM. ỦY BAN NHÂN DÂN', 'Đặng Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: { hoi_nghi: 4, nguoi_du: 280, phat_thanh: 110, mang_xa_hoi: 45 },
  doubtful: [],
};

export const textBox: CorpusDocument = {
  name: 'UBND huyen Ninh Giang_T11.docx',
  about: 'half of the figures stand in a text box, the rest in a table inside a table cell',
  period: '2026-11',
  unit: 'HNG',
  bytes: () =>
    word([
      district('HUYỆN NINH GIANG', 'Ninh Giang'),
      ...title('Tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11/2026'),
      new Textbox({
        style: { width: '16cm', height: '4cm' },
        children: [
          new Paragraph('Số hội nghị: 08'),
          new Paragraph('Số lượt người dự: 690'),
          new Paragraph('Kinh phí thực hiện: 17 triệu đồng'),
        ],
      }),
      para('Số liệu tuyên truyền qua các phương tiện thông tin:'),
      bare([
        [
          para('Bảng số liệu'),
          table([
            ['Loại hình', 'Số lượng'],
            ['Tin, bài truyền thanh cơ sở', '180'],
            ['Tin, bài trên Trang thông tin điện tử', '21'],
            ['Bài đăng trên Zalo, Facebook', '57'],
          ]),
          new Paragraph(''),
        ],
        [new Paragraph('')],
      ]),
      signature('TM. ỦY BAN NHÂN DÂN', 'Bùi Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: { hoi_nghi: 8, nguoi_du: 690, phat_thanh: 180, cong_ttdt: 21, mang_xa_hoi: 57, kinh_phi: 17 },
  doubtful: [],
};

export const summaryAgainstTable: CorpusDocument = {
  name: 'CAM GIANG - Bao cao NQ 57.docx',
  about:
    'prose and table disagree about two figures; two kinds of meetings apart; banners and leaflets apart, without a sum',
  period: '2026-11',
  unit: 'HCG',
  bytes: () =>
    word([
      district('HUYỆN CẨM GIÀNG', 'Cẩm Giàng'),
      ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
      ...paras(
        'Trong tháng, huyện đã tổ chức 05 hội nghị tuyên truyền với 430 lượt người tham dự; treo 60 băng-rôn, cấp phát 1.500 tờ rơi.',
      ),
      table([
        ['Nội dung', 'Số lượng'],
        ['Hội nghị tuyên truyền', '06'],
        ['Lượt người tham dự', '480'],
        ['Tin, bài truyền thanh', '132'],
        ['Tin, bài Trang thông tin điện tử', '17'],
      ]),
      signature('TM. ỦY BAN NHÂN DÂN', 'Đỗ Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: { phat_thanh: 132, cong_ttdt: 17 },
  doubtful: ['hoi_nghi', 'nguoi_du', 'truc_quan'],
};

export const cumulativeOnly: CorpusDocument = {
  name: 'Sở Nội vụ - báo cáo NQ57 tháng 11.docx',
  about: 'titled November, but all figures save one are cumulative since January',
  period: '2026-11',
  unit: 'SNV',
  bytes: () =>
    word([
      centred('SỞ NỘI VỤ TỈNH HẢI DƯƠNG', { bold: true }),
      ...title('Tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
      ...paras(
        'Từ đầu năm 2026 đến nay, Sở đã tổ chức 14 hội nghị với 1.320 lượt người dự; đăng 96 tin, bài trên Trang thông tin điện tử.',
        'Lũy kế 11 tháng: 41 bài đăng trên Zalo của Sở; kinh phí thực hiện 120 triệu đồng.',
        'Riêng trong tháng 11/2026, Sở có 02 tin, bài đăng trên Báo Hải Dương.',
      ),
      bold('Đề xuất, kiến nghị'),
      para('Đề nghị thống nhất biểu mẫu báo cáo giữa các chế độ báo cáo định kỳ.'),
    ]),
  expected: { tin_bai: 2, kien_nghi: 'Đề nghị thống nhất biểu mẫu báo cáo giữa các chế độ báo cáo định kỳ.' },
  doubtful: ['hoi_nghi', 'nguoi_du', 'cong_ttdt', 'mang_xa_hoi', 'kinh_phi'],
};
