import type { CorpusDocument } from './corpus-document.ts';
import { SECOND_SIGHT_SHEETS } from './second-sight-sheets.ts';
import { body, head, NOVEMBER, rows, SECOND_SIGHT_WORD } from './second-sight-word.ts';
import { PROVINCE, paras, signature, table, title, word } from './word-parts.ts';

/** Twenty reports by someone who had seen neither the reader nor the first corpus. */
export const SECOND_SIGHT: readonly CorpusDocument[] = [
  {
    name: 'BC TT NQ57 T11 - Hoi LHPN.docx',
    about: 'prose; each total with its parts in brackets; money in đồng',
    period: '2026-11',
    unit: 'HLHPN',
    bytes: () =>
      word([
        head('HỘI LHPN VIỆT NAM', 'BAN THƯỜNG VỤ TỈNH HẢI DƯƠNG', 'BC-BTV', NOVEMBER),
        ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
        ...body(`#1. Công tác tuyên truyền
        Các cấp Hội đã phối hợp tổ chức 13 hội nghị, buổi sinh hoạt chuyên đề có nội dung Nghị quyết 57, với 1.245 lượt cán bộ, hội viên phụ nữ tham dự; 100% cơ sở Hội đưa nội dung vào sinh hoạt chi hội quý IV/2026.
        Trang thông tin điện tử Hội LHPN tỉnh đăng 09 tin, bài. Đăng 75 bài trên mạng xã hội (Fanpage 48 bài, nhóm Zalo 27 bài), thu hút hơn 12.000 lượt tương tác.
        Cấp phát 2.500 tờ gấp "Phụ nữ với kỹ năng số an toàn".
        Tổng kinh phí thực hiện trong tháng: 18.500.000 đồng (Mười tám triệu năm trăm nghìn đồng).
        #2. Kết quả nổi bật
        Ra mắt mô hình "Chợ nông sản trên mạng" tại 3 xã, 45 hội viên được hướng dẫn bán hàng qua sàn thương mại điện tử.
        #3. Khó khăn
        Hội viên lớn tuổi ở nông thôn còn ngại sử dụng điện thoại thông minh.
        #4. Đề xuất
        Đề nghị Sở Khoa học và Công nghệ cung cấp thêm tài liệu dạng video ngắn.`),
        signature('TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH', '(đã ký)', 'Sở KH&CN', 'Thường trực Hội'),
      ]),
    expected: {
      hoi_nghi: 13,
      nguoi_du: 1245,
      cong_ttdt: 9,
      mang_xa_hoi: 75,
      truc_quan: 2500,
      kinh_phi: 18.5,
      ket_qua:
        'Ra mắt mô hình "Chợ nông sản trên mạng" tại 3 xã, 45 hội viên được hướng dẫn bán hàng qua sàn thương mại điện tử.',
      vuong_mac: 'Hội viên lớn tuổi ở nông thôn còn ngại sử dụng điện thoại thông minh.',
      kien_nghi: 'Đề nghị Sở Khoa học và Công nghệ cung cấp thêm tài liệu dạng video ngắn.',
    },
    doubtful: [],
  },
  {
    name: 'Bao cao 57 Nam Sach thang 11.docx',
    about: 'a table with last month, this month and the sum since January, and rows that are of another matter',
    period: '2026-11',
    unit: 'HNS',
    bytes: () =>
      word([
        head('UBND TỈNH HẢI DƯƠNG', 'UBND HUYỆN NAM SÁCH', 'BC-UBND', NOVEMBER),
        ...title('Công tác thông tin, tuyên truyền về KHCN, ĐMST và CĐS tháng 11/2026'),
        ...paras('UBND huyện Nam Sách báo cáo số liệu như sau:'),
        table(
          rows(`TT|Nội dung|ĐVT|Tháng 10|Tháng 11|Lũy kế từ đầu năm
          1|Đài truyền thanh huyện và cơ sở: tin, bài, chương trình phát|Tin, bài|58|64|611
          2|Cổng TTĐT huyện, trang TTĐT xã|Tin, bài|27|31|268
          3|Zalo, Facebook của UBND huyện, xã|Bài|80|92|803
          4|Hội nghị, tập huấn|Cuộc|4|6|47
          5|Người tham dự|Lượt|390|575|4.120
          6|Băng rôn, khẩu hiệu, pa nô|Cái|35|22|318
          7|Hồ sơ nộp trực tuyến|Hồ sơ|3.910|4.027|40.155
          8|Kinh phí|Tr.đồng|11,2|9,8|104,6`),
        ),
        ...body(`Tồn tại: Hệ thống truyền thanh ở 02 xã đã xuống cấp, âm thanh không ổn định.
        Trên đây là báo cáo của UBND huyện./.`),
        signature('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', '(đã ký)', 'Sở KH&CN tỉnh'),
      ]),
    expected: {
      hoi_nghi: 6,
      nguoi_du: 575,
      phat_thanh: 64,
      cong_ttdt: 31,
      mang_xa_hoi: 92,
      truc_quan: 22,
      kinh_phi: 9.8,
      vuong_mac: 'Hệ thống truyền thanh ở 02 xã đã xuống cấp, âm thanh không ổn định.',
    },
    doubtful: [],
  },
  {
    name: 'BaoHD_BC thang 10.2026.docx',
    about:
      'press: one total of print and online, podcasts that may or may not be broadcasts, a course of somebody else',
    period: '2026-10',
    unit: 'BAOHD',
    bytes: () =>
      word([
        head('TỈNH ỦY HẢI DƯƠNG', 'BÁO HẢI DƯƠNG', 'BC-BHD', '15 tháng 10 năm 2026'),
        ...title('Kết quả tuyên truyền Nghị quyết 57 trên Báo Hải Dương tháng 10 năm 2026'),
        ...body(`Trong kỳ, Báo Hải Dương đã đăng 86 tin, bài, ảnh về khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số; trong đó báo in 22, báo điện tử 64. Chuyên mục "Hải Dương số" duy trì 2 kỳ/tuần.
        Sản xuất 06 số podcast "Chuyện số hóa" đăng trên báo điện tử.
        Trên các trang mạng xã hội chính thức của Báo (Facebook, YouTube, TikTok) đăng tổng số 130 bài và video, đạt 1,2 triệu lượt xem.
        Cử 02 phóng viên tham gia lớp tập huấn về trí tuệ nhân tạo do Hội Nhà báo Việt Nam tổ chức.
        Nhuận bút chi theo quy chế của cơ quan.
        Nổi bật: loạt bài 3 kỳ "Nông dân làm chủ dữ liệu" được nhiều bạn đọc chia sẻ.`),
        signature('TỔNG BIÊN TẬP', '(đã ký)', 'Sở KH&CN'),
      ]),
    expected: {
      tin_bai: 86,
      mang_xa_hoi: 130,
      ket_qua: 'loạt bài 3 kỳ "Nông dân làm chủ dữ liệu" được nhiều bạn đọc chia sẻ',
    },
    doubtful: ['phat_thanh'],
  },
  {
    name: 'SGDDT - bao cao tuyen truyen NQ 57 (thang 11).docx',
    about: 'prose; conferences and courses told one by one ("mỗi lớp"), no total; reach beside posts',
    period: '2026-11',
    unit: 'SGDDT',
    bytes: () =>
      word([
        head(PROVINCE, 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', 'BC-SGDĐT', NOVEMBER),
        ...title('Tình hình tuyên truyền, triển khai Nghị quyết số 57-NQ/TW trong ngành Giáo dục tháng 11/2026'),
        ...body(`#I. CÁC HOẠT ĐỘNG ĐÃ TRIỂN KHAI
        1. Ngày 22/10/2026, Sở tổ chức 01 hội nghị trực tuyến quán triệt Nghị quyết tới lãnh đạo các phòng, các trường, có 215 đại biểu dự.
        2. Từ 03 đến 07/11/2026, mở 02 lớp tập huấn về trí tuệ nhân tạo trong dạy học cho giáo viên cốt cán, mỗi lớp 90 người.
        3. Phối hợp với Báo Hải Dương đăng 05 bài; phối hợp với Đài Phát thanh và Truyền hình tỉnh xây dựng 02 phóng sự phát sóng trong chuyên mục Giáo dục.
        4. Cổng thông tin điện tử của Sở đăng 17 tin, bài. Fanpage của Sở đăng 36 bài viết, tiếp cận 41.200 lượt người.
        #II. VƯỚNG MẮC
        Thiết bị phòng tin học ở một số trường tiểu học đã cũ.
        #III. NHIỆM VỤ THÁNG 12
        Tổ chức 01 hội thảo cấp tỉnh về học liệu số, dự kiến 300 đại biểu, kinh phí 45 triệu đồng.`),
        signature('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', '(đã ký)', 'Sở KH&CN', 'Giám đốc Sở (để b/c)'),
      ]),
    expected: {
      tin_bai: 5,
      phat_thanh: 2,
      cong_ttdt: 17,
      mang_xa_hoi: 36,
      vuong_mac: 'Thiết bị phòng tin học ở một số trường tiểu học đã cũ.',
    },
    doubtful: ['hoi_nghi', 'nguoi_du'],
  },
  {
    name: 'bao cao ldld t11.docx',
    about: 'typed without diacritics, dashes instead of numbers; money without a unit',
    period: '2026-11',
    unit: 'LDLD',
    bytes: () =>
      word([
        ...body(`LIEN DOAN LAO DONG TINH HAI DUONG
        #BAO CAO NHANH THANG 11/2026
        #Ket qua tuyen truyen Nghi quyet 57-NQ/TW trong cong nhan, vien chuc, lao dong
        - So hoi nghi, toa dam: 5 cuoc
        - So luot nguoi tham du: 640
        - Ban tin Cong doan: 7 tin bai
        - Trang web LDLD tinh: 14 tin bai
        - Fanpage, Zalo Cong doan: 51 bai
        - To roi cap phat tai khu nha tro: 3000 to
        - Kinh phi: 15.500
        Kho khan: cong nhan lam ca nen kho tap trung hoc tap.
        Kien nghi: khong.
        Nguoi lap bieu: chuyen vien Ban Tuyen giao - Nu cong`),
      ]),
    expected: {
      hoi_nghi: 5,
      nguoi_du: 640,
      tin_bai: 7,
      cong_ttdt: 14,
      mang_xa_hoi: 51,
      truc_quan: 3000,
      vuong_mac: 'cong nhan lam ca nen kho tap trung hoc tap',
    },
    doubtful: ['kinh_phi'],
  },
  {
    name: 'Bieu tong hop Tinh doan thang 9.docx',
    about: 'a table of sub-units under a head of two rows; one total is not the sum of its column',
    period: '2026-09',
    unit: 'TDOAN',
    bytes: () =>
      word([
        head('TỈNH ĐOÀN HẢI DƯƠNG', 'BAN TUYÊN GIÁO', 'BC-TĐTN', '15 tháng 9 năm 2026'),
        ...title('Tổng hợp hoạt động tuyên truyền Nghị quyết 57 trong thanh thiếu nhi tháng 9/2026'),
        table(
          [
            [
              { t: 'TT', rows: 2 },
              { t: 'Đơn vị', rows: 2 },
              { t: 'Hội nghị, tọa đàm, tập huấn', span: 2 },
              { t: 'Tuyên truyền trên mạng', span: 2 },
              { t: 'Pa nô, băng rôn', rows: 2 },
            ],
            ['Số cuộc', 'Lượt ĐVTN dự', 'Bài trên fanpage', 'Bài trên trang TTĐT'],
            ...rows(`1|Cơ quan Tỉnh đoàn|2|310|45|12|4
            2|Thành đoàn Hải Dương|3|420|38|0|10
            3|Thành đoàn Chí Linh|2|185|22|3|6
            4|Thị đoàn Kinh Môn|2|240|31|2|8
            5|Các huyện đoàn, đoàn trực thuộc|9|1.030|96|0|27
            |CỘNG|18|2.185|232|17|45`),
          ],
          2,
        ),
        ...paras('Điển hình: Cuộc thi "Tuổi trẻ sáng tạo số" có 128 sản phẩm dự thi.'),
        signature('TL. BAN THƯỜNG VỤ\nTRƯỞNG BAN', '(đã ký)', 'Sở KH&CN'),
      ]),
    expected: { hoi_nghi: 18, nguoi_du: 2185, mang_xa_hoi: 232, cong_ttdt: 17 },
    doubtful: ['truc_quan'],
  },
  ...SECOND_SIGHT_WORD,
  ...SECOND_SIGHT_SHEETS,
];
