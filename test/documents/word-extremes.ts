import { CheckBox, Paragraph, TextRun } from 'docx';
import type { CorpusDocument } from './corpus-document.ts';
import { bold, letterhead, PROVINCE, para, paras, signature, table, title, word } from './word-parts.ts';

export const nothingToReport: CorpusDocument = {
  name: 'BQL KCN - khong phat sinh T11.docx',
  about: 'nothing to report, said by a ticked box and a sentence: not the same as eight zeros',
  period: '2026-11',
  unit: 'BQLKCN',
  bytes: () =>
    word([
      letterhead({
        above: PROVINCE,
        agency: 'BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP',
        number: 'Số: 655/BC-BQLKCN',
        placeAndDate: 'Hải Dương, ngày 12 tháng 11 năm 2026',
      }),
      ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
      new Paragraph({
        children: [new CheckBox({ checked: false }), new TextRun(' Có phát sinh số liệu trong kỳ')],
      }),
      new Paragraph({
        children: [new CheckBox({ checked: true }), new TextRun(' Không phát sinh số liệu trong kỳ')],
      }),
      ...paras(
        'Trong tháng 11 năm 2026, Ban Quản lý các khu công nghiệp không phát sinh hoạt động tuyên truyền về Nghị quyết 57. Ban sẽ báo cáo 02 hội nghị dự kiến tổ chức vào cuối tháng trong kỳ sau.',
      ),
      signature('TRƯỞNG BAN', 'Lê Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: {},
  doubtful: [],
};

export const otherSubject: CorpusDocument = {
  name: 'Bao cao cong tac tiep cong dan thang 11.docx',
  about: 'a report of another subject altogether (receiving citizens), with counts of people and meetings in it',
  period: '2026-11',
  unit: 'TTT',
  bytes: () =>
    word([
      letterhead({
        above: PROVINCE,
        agency: 'THANH TRA TỈNH',
        number: 'Số: 731/BC-TTr',
        placeAndDate: 'Hải Dương, ngày 14 tháng 11 năm 2026',
      }),
      ...title('Kết quả công tác tiếp công dân, giải quyết khiếu nại, tố cáo tháng 11 năm 2026'),
      bold('I. KẾT QUẢ TIẾP CÔNG DÂN'),
      para('Toàn tỉnh tiếp 214 lượt với 268 người; có 03 đoàn đông người.'),
      table([
        ['Chỉ tiêu', 'Kỳ này', 'Luỹ kế'],
        ['Số lượt tiếp công dân', '214', '2.105'],
        ['Số người được tiếp', '268', '2.640'],
        ['Số đơn tiếp nhận', '176', '1.893'],
        ['Số vụ việc đủ điều kiện xử lý', '92', '954'],
        ['Số cuộc thanh tra triển khai', '11', '87'],
        ['Số tiền kiến nghị thu hồi (triệu đồng)', '1.250', '9.870'],
      ]),
      bold('II. NHIỆM VỤ THÁNG 12'),
      para('Tiếp tục thực hiện kế hoạch thanh tra năm 2026; tổ chức 01 hội nghị tổng kết ngành.'),
      signature('KT. CHÁNH THANH TRA', 'Phạm Văn Mẫu', 'Thanh tra Chính phủ'),
    ]),
  expected: {},
  doubtful: [],
};

export const emptyPage: CorpusDocument = {
  name: 'Document1.docx',
  about: 'an empty page: the wrong file was attached',
  period: '2026-11',
  unit: 'HTM',
  bytes: () => word([new Paragraph('')]),
  expected: {},
  doubtful: [],
};
