import type { CorpusDocument } from './corpus-document.ts';
import { bold, centred, letterhead, PROVINCE, para, paras, signature, title, word } from './word-parts.ts';

export const onlyProse: CorpusDocument = {
  name: 'STP. BC tuyên truyền NQ57 (T11.2026).docx',
  about: 'only prose: all figures in two sentences, besides dates and numbers of decisions',
  period: '2026-11',
  unit: 'STP',
  bytes: () =>
    word([
      letterhead({
        above: PROVINCE,
        agency: 'SỞ TƯ PHÁP',
        number: 'Số:        /BC-STP',
        placeAndDate: 'Hải Dương, ngày      tháng 11 năm 2026',
      }),
      ...title('Kết quả công tác tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
      para('Kính gửi: Sở Khoa học và Công nghệ tỉnh Hải Dương'),
      ...paras(
        'Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị và Nghị quyết số 03/NQ-CP ngày 09/01/2025 của Chính phủ, trong tháng 11/2026 Sở Tư pháp đã tổ chức 03 hội nghị với 250 lượt người dự; đăng 08 tin, bài trên Báo Hải Dương; phối hợp xây dựng 02 chuyên mục truyền hình; đăng 31 tin, bài trên Trang thông tin điện tử phổ biến, giáo dục pháp luật tỉnh; đăng tải 26 bài trên Zalo, Facebook của Sở; in và cấp phát 2.000 tờ gấp. Kinh phí thực hiện là 18,5 triệu đồng.',
        'Trong tháng tới, Sở tiếp tục phối hợp với các huyện, thị xã, thành phố đẩy mạnh tuyên truyền; dự kiến tổ chức 05 hội nghị với 400 người dự.',
        'Trên đây là báo cáo của Sở Tư pháp./.',
      ),
      signature('GIÁM ĐỐC', 'Ngô Văn Mẫu', 'Như trên'),
    ]),
  expected: {
    hoi_nghi: 3,
    nguoi_du: 250,
    tin_bai: 8,
    phat_thanh: 2,
    cong_ttdt: 31,
    mang_xa_hoi: 26,
    truc_quan: 2000,
    kinh_phi: 18.5,
  },
  doubtful: [],
};

const FRONT_OUTSTANDING =
  '100% Ban Công tác Mặt trận khu dân cư đưa nội dung Nghị quyết 57 vào Ngày hội Đại đoàn kết toàn dân tộc.';

export const bulletLines: CorpusDocument = {
  name: 'MTTQ tinh - ket qua T11.docx',
  about: 'bullet lines "- Số hội nghị: 3", some with the unit after the figure, some "không"',
  period: '2026-11',
  unit: 'MTTQ',
  bytes: () =>
    word([
      letterhead({
        above: null,
        agency: 'ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH HẢI DƯƠNG',
        number: 'Số:        /BC-MTTQ-BTT',
        placeAndDate: 'Hải Dương, ngày      tháng 11 năm 2026',
      }),
      ...title('Kết quả tuyên truyền Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
      bold('1. Kết quả'),
      ...paras(
        '- Số hội nghị: 3',
        '- Số lượt người dự: 275 lượt người',
        '- Số tin, bài trên báo, bản tin: 14 tin, bài',
        '- Phát thanh, truyền hình: không',
        '- Trang thông tin điện tử của Mặt trận: 22 tin, bài;',
        '- Mạng xã hội: 0 bài;',
        '- Pa-nô, áp phích, tờ rơi: 500 tờ',
        '- Kinh phí: 9 triệu đồng.',
      ),
      bold('2. Kết quả nổi bật'),
      para(FRONT_OUTSTANDING),
      bold('3. Khó khăn, vướng mắc: Không.'),
      bold('4. Kiến nghị: Không.'),
      signature('TM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH', 'Nguyễn Văn Mẫu', 'Sở KH&CN', 'Ban Thường trực'),
    ]),
  expected: {
    hoi_nghi: 3,
    nguoi_du: 275,
    tin_bai: 14,
    phat_thanh: 0,
    cong_ttdt: 22,
    mang_xa_hoi: 0,
    truc_quan: 500,
    kinh_phi: 9,
    ket_qua: FRONT_OUTSTANDING,
    vuong_mac: 'Không',
    kien_nghi: 'Không',
  },
  doubtful: [],
};

const HEALTH_DIFFICULTY = [
  'Một số trạm y tế chưa có cán bộ chuyên trách công nghệ thông tin.',
  'Việc thống kê số liệu truyền thông tại cơ sở còn thủ công, chưa kịp thời.',
];

export const numberedSections: CorpusDocument = {
  name: 'Sở Y tế_BC_NQ57_T11_2026.docx',
  about:
    'sections I, II, 1.1, 1.2; the figure comes after or before its noun, in other word order; a section of two paragraphs',
  period: '2026-11',
  unit: 'SYT',
  bytes: () =>
    word([
      letterhead({
        above: PROVINCE,
        agency: 'SỞ Y TẾ',
        number: 'Số:        /BC-SYT',
        placeAndDate: 'Hải Dương, ngày      tháng 11 năm 2026',
      }),
      ...title('Về việc tuyên truyền thực hiện Nghị quyết 57-NQ/TW tháng 11 năm 2026'),
      bold('I. TÌNH HÌNH TRIỂN KHAI'),
      para('Sở Y tế đã ban hành Kế hoạch số 45/KH-SYT ngày 20/3/2025 và 02 công văn chỉ đạo các đơn vị trực thuộc.'),
      bold('II. KẾT QUẢ THỰC HIỆN'),
      bold('1. Tuyên truyền trực tiếp'),
      para('1.1. Có 1.460 lượt người tham dự các buổi tập huấn, hội thảo do ngành tổ chức.'),
      para('1.2. Số buổi tập huấn, hội thảo đã tổ chức trong tháng là 16.'),
      bold('2. Tuyên truyền trên phương tiện thông tin đại chúng'),
      para('2.1. Trên báo, tạp chí: đã đăng được 11 tin, bài về bệnh án điện tử và khám, chữa bệnh từ xa.'),
      para('2.2. Trên sóng phát thanh, truyền hình: 07 phóng sự.'),
      bold('3. Tuyên truyền trên môi trường mạng'),
      para('3.1. Cổng thông tin điện tử Sở Y tế: 44 tin, bài.'),
      para('3.2. Mạng xã hội: các trang fanpage, Zalo OA chính thức của ngành đăng tổng số 96 bài.'),
      bold('4. Kinh phí'),
      para(
        'Tổng kinh phí đã chi cho các hoạt động trên là 32.400.000 đồng (Bằng chữ: Ba mươi hai triệu bốn trăm nghìn đồng).',
      ),
      bold('III. KHÓ KHĂN, VƯỚNG MẮC'),
      ...paras(...HEALTH_DIFFICULTY),
      bold('IV. ĐỀ XUẤT, KIẾN NGHỊ'),
      para('Không.'),
      signature('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', 'Trần Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: {
    hoi_nghi: 16,
    nguoi_du: 1460,
    tin_bai: 11,
    phat_thanh: 7,
    cong_ttdt: 44,
    mang_xa_hoi: 96,
    kinh_phi: 32.4,
    vuong_mac: HEALTH_DIFFICULTY.join('\n'),
    kien_nghi: 'Không.',
  },
  doubtful: [],
};

export const aboutAndMore: CorpusDocument = {
  name: 'Dai PTTH tinh bao cao thang 11.docx',
  about: 'rounded words (khoảng, gần, hơn, trên), a range, and two kinds that would have to be added up',
  period: '2026-11',
  unit: 'DPTTH',
  bytes: () =>
    word([
      letterhead({
        above: PROVINCE,
        agency: 'ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH',
        number: 'Số:        /BC-ĐPTTH',
        placeAndDate: 'Hải Dương, ngày      tháng 11 năm 2026',
      }),
      ...title('Kết quả tuyên truyền Nghị quyết 57 tháng 11 năm 2026'),
      ...paras(
        'Trong tháng, Đài tổ chức 01 (một) hội nghị quán triệt, có gần 120 cán bộ, phóng viên tham dự.',
        'Đài đã sản xuất, phát sóng 64 tin, bài phát thanh và 38 tin, phóng sự truyền hình về khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số.',
        'Trang thông tin điện tử tổng hợp của Đài đăng hơn 90 tin, bài; các kênh YouTube, Facebook đăng khoảng 150 - 160 video ngắn.',
        'Kinh phí thực hiện ước khoảng 50 triệu đồng.',
      ),
      signature('GIÁM ĐỐC', 'Lê Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: { hoi_nghi: 1 },
  doubtful: ['nguoi_du', 'phat_thanh', 'cong_ttdt', 'mang_xa_hoi', 'kinh_phi'],
};

export const youthUnion: CorpusDocument = {
  name: 'Tinh doan_so lieu NQ57.docx',
  about: 'the Youth Union letterhead (no national motto), questions and answers: label on one line, figure on the next',
  period: '2026-11',
  unit: 'TDOAN',
  bytes: () =>
    word([
      centred('BCH TỈNH ĐOÀN HẢI DƯƠNG                         ĐOÀN TNCS HỒ CHÍ MINH', { bold: true }),
      centred('Hải Dương, ngày      tháng 11 năm 2026', { italics: true }),
      ...title('Công tác tuyên truyền Nghị quyết 57 trong đoàn viên, thanh niên tháng 11/2026'),
      bold('Câu 1. Số hội nghị, diễn đàn, lớp tập huấn đã tổ chức?'),
      para('Trả lời: 19'),
      bold('Câu 2. Tổng số lượt người tham dự?'),
      para('Trả lời: 2.150 lượt đoàn viên, thanh niên'),
      bold('Câu 3. Số tin, bài trên báo, bản tin?'),
      para('Trả lời: 7'),
      bold('Câu 4. Số bài đăng trên mạng xã hội chính thức?'),
      para('Trả lời: 230 bài'),
      bold('Câu 5. Kinh phí đã thực hiện (triệu đồng)?'),
      para('Trả lời: 24,6'),
      bold('Câu 6. Khó khăn, vướng mắc?'),
      para('Trả lời: Đoàn cơ sở khu vực doanh nghiệp khó bố trí thời gian sinh hoạt tập trung.'),
    ]),
  expected: {
    hoi_nghi: 19,
    nguoi_du: 2150,
    tin_bai: 7,
    mang_xa_hoi: 230,
    kinh_phi: 24.6,
    vuong_mac: 'Đoàn cơ sở khu vực doanh nghiệp khó bố trí thời gian sinh hoạt tập trung.',
  },
  doubtful: [],
};
