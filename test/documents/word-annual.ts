import type { CorpusDocument } from './corpus-document.ts';
import { bold, letterhead, PROVINCE, para, paras, signature, table, title, word } from './word-parts.ts';

/** What the department did each month: the table in the middle holds their sums. */
const MONTHS = [
  [2, 120, 10, 30, 45],
  [3, 180, 12, 28, 52],
  [4, 260, 15, 41, 60],
  [3, 190, 14, 35, 58],
  [2, 110, 11, 33, 49],
  [5, 340, 18, 47, 75],
  [3, 200, 13, 36, 61],
  [2, 130, 12, 34, 55],
  [4, 280, 16, 40, 70],
  [3, 210, 15, 38, 66],
  [3, 190, 14, 37, 63],
  [2, 140, 10, 31, 46],
] as const;

const THEMES = [
  'chuyển đổi số trong quản lý di sản văn hóa',
  'số hóa tư liệu tại Bảo tàng tỉnh và Thư viện tỉnh',
  'ứng dụng công nghệ trong quảng bá du lịch Côn Sơn - Kiếp Bạc',
  'phong trào “Bình dân học vụ số” tại các nhà văn hóa thôn, khu dân cư',
  'xây dựng đời sống văn hóa trên môi trường mạng',
  'vé điện tử và thanh toán không dùng tiền mặt tại các khu, điểm du lịch',
];

const pad = (n: number) => String(n).padStart(2, '0');

/** What else an office tells of a month: other counts (visitors, readers, books) that are no figure of the form. */
function aside(index: number, month: string): string[] {
  return [
    `Tháng ${month}, các khu, điểm du lịch trên địa bàn tỉnh đón ${150 + index * 12}.400 lượt khách, trong đó ${30 + index * 2}% mua vé điện tử; tỷ lệ thanh toán không dùng tiền mặt tiếp tục tăng so với cùng kỳ năm 2025. Ban Quản lý di tích tỉnh bố trí mã QR thuyết minh tự động tại các điểm tham quan, giúp du khách chủ động tìm hiểu giá trị lịch sử, văn hóa; phản hồi của khách được tổng hợp hằng tuần để điều chỉnh nội dung cho phù hợp.`,
    `Thư viện tỉnh phục vụ ${2100 + index * 35} lượt bạn đọc, luân chuyển ${3200 + index * 40} lượt sách, số hóa thêm ${18 + index} đầu tài liệu địa chí; xe thư viện lưu động đến các trường học vùng xa kết hợp hướng dẫn học sinh tra cứu tài liệu số, sử dụng dịch vụ công trực tuyến và nhận biết thông tin sai sự thật trên không gian mạng. Bảo tàng tỉnh trưng bày chuyên đề kết hợp trình chiếu ba chiều, được Nhân dân và du khách đánh giá cao.`,
    `Công tác thanh tra, kiểm tra hoạt động quảng cáo, biểu diễn nghệ thuật, kinh doanh dịch vụ văn hóa được duy trì; qua kiểm tra đã nhắc nhở ${3 + (index % 4)} cơ sở, hướng dẫn chủ cơ sở kê khai, nộp hồ sơ trên Cổng dịch vụ công. Phòng Quản lý Văn hóa phối hợp với các địa phương rà soát thiết chế văn hóa cơ sở, đề xuất lắp đặt điểm truy cập mạng không dây miễn phí tại nhà văn hóa thôn, khu dân cư.`,
  ];
}

/** A month in prose, as annual reports retell it. */
function monthInProse(index: number): string[] {
  const [meetings, people, news, portal, posts] = MONTHS[index]!;
  const month = pad(index + 1);
  const topics = [0, 1, 2, 3].map((step) => THEMES[(index + step) % THEMES.length]!);
  return [
    `Trong tháng ${month}/2026, thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, Sở đã tổ chức ${pad(meetings)} hội nghị có lồng ghép nội dung Nghị quyết số 57-NQ/TW với ${people} lượt người dự, trọng tâm là ${topics[0]}.`,
    `Báo chí, bản tin ngành tháng ${month} đăng ${news} tin, bài; Trang thông tin điện tử của Sở đăng ${portal} tin, bài; các trang mạng xã hội chính thức đăng ${posts} bài viết, hình ảnh về ${topics[1]}.`,
    ...topics.map(
      (topic) =>
        `Về ${topic}, các phòng chuyên môn và đơn vị sự nghiệp thuộc Sở đã bám sát kế hoạch, chủ động phối hợp với Ủy ban nhân dân các huyện, thị xã, thành phố hướng dẫn cơ sở triển khai; nội dung tuyên truyền được biên tập ngắn gọn, dễ hiểu, gắn với nhu cầu thực tế của người dân, hạn chế hình thức; việc kiểm tra, đôn đốc được thực hiện thường xuyên, kịp thời tháo gỡ khó khăn ngay từ cơ sở, bảo đảm đúng định hướng của cấp ủy và chính quyền địa phương.`,
    ),
    `Công tác tuyên truyền trong tháng ${month} góp phần nâng cao nhận thức của cán bộ, công chức, viên chức, người lao động trong ngành và Nhân dân về vai trò của khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số đối với phát triển văn hóa, thể thao và du lịch của tỉnh; tạo sự đồng thuận trong tổ chức thực hiện các nhiệm vụ được giao.`,
  ];
}

const LOCALITIES = [
  'thành phố Hải Dương',
  'thành phố Chí Linh',
  'thị xã Kinh Môn',
  'huyện Bình Giang',
  'huyện Cẩm Giàng',
  'huyện Gia Lộc',
  'huyện Kim Thành',
  'huyện Nam Sách',
  'huyện Ninh Giang',
  'huyện Thanh Hà',
  'huyện Thanh Miện',
  'huyện Tứ Kỳ',
];

/** How it went together with one district: words only. */
function withLocality(place: string, index: number): string[] {
  const theme = THEMES[index % THEMES.length]!;
  return [
    `Đối với ${place}, Sở phối hợp với Ủy ban nhân dân và Phòng Văn hóa, Khoa học và Thông tin hướng dẫn cơ sở đưa nội dung Nghị quyết số 57-NQ/TW vào sinh hoạt của nhà văn hóa, câu lạc bộ và các thiết chế văn hóa, thể thao; nội dung ưu tiên là ${theme}. Địa phương đã chủ động lựa chọn hình thức phù hợp với từng nhóm đối tượng, nhất là người cao tuổi, thanh niên và các hộ kinh doanh.`,
    `Đội ngũ cộng tác viên, tuyên truyền viên cơ sở của ${place} từng bước nắm vững cách khai thác tài liệu số, biết sử dụng các công cụ biên tập, thiết kế đơn giản để xây dựng nội dung truyền thông. Các tổ công nghệ số cộng đồng đến từng hộ gia đình hướng dẫn cài đặt ứng dụng, thực hiện dịch vụ công trực tuyến, thanh toán điện tử và tự bảo vệ dữ liệu cá nhân trên không gian mạng.`,
    `Qua theo dõi của Sở, việc phối hợp với ${place} còn hạn chế ở khâu thông tin, báo cáo: số liệu đôi khi gửi chậm, chưa thống nhất cách tính giữa các kỳ. Sở đã trao đổi, thống nhất biểu mẫu và đầu mối thực hiện; từ nửa cuối năm, chất lượng thông tin, báo cáo được cải thiện rõ rệt, đáp ứng yêu cầu chỉ đạo, điều hành.`,
  ];
}

const ANNUAL_PROPOSAL = 'Đề nghị Ủy ban nhân dân tỉnh bố trí kinh phí số hóa di tích quốc gia đặc biệt trong năm 2027.';

export const thirtyPages: CorpusDocument = {
  name: 'So VHTTDL_Bao cao nam 2026_NQ57 (chinh thuc).docx',
  about:
    'an annual report of some thirty pages of prose, month by month with monthly figures, and one table with the sums',
  period: '2026',
  unit: 'SVHTTDL',
  bytes: () =>
    word([
      letterhead({
        above: PROVINCE,
        agency: 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
        number: 'Số:        /BC-SVHTTDL',
        placeAndDate: 'Hải Dương, ngày      tháng 12 năm 2026',
      }),
      ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW năm 2026'),
      bold('I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO'),
      ...THEMES.flatMap((theme) =>
        paras(
          `Sở đã ban hành văn bản chỉ đạo các đơn vị trực thuộc tuyên truyền về ${theme}; phân công lãnh đạo Sở phụ trách từng lĩnh vực, giao Văn phòng Sở đôn đốc, tổng hợp và báo cáo theo quy định tại Kế hoạch của Ủy ban nhân dân tỉnh.`,
        ),
      ),
      bold('II. KẾT QUẢ THỰC HIỆN TỪNG THÁNG'),
      ...MONTHS.slice(0, 6).flatMap((_, index) => [
        bold(`${index + 1}. Tháng ${pad(index + 1)}/2026`),
        ...paras(...monthInProse(index), ...aside(index, pad(index + 1))),
      ]),
      bold('Bảng 1. Tổng hợp kết quả tuyên truyền năm 2026 (từ 15/12/2025 đến 14/12/2026)'),
      table([
        ['STT', 'Nội dung', 'Đơn vị tính', 'Kết quả năm 2026'],
        ['1', 'Hội nghị, hội thảo, lớp tập huấn có lồng ghép', 'Hội nghị', '36'],
        ['2', 'Lượt người dự', 'Lượt người', '2.350'],
        ['3', 'Tin, bài trên báo, tạp chí, bản tin', 'Tin, bài', '160'],
        ['4', 'Tin, bài, chương trình phát thanh, truyền hình', 'Tin, bài', '96'],
        ['5', 'Tin, bài trên Trang thông tin điện tử', 'Tin, bài', '430'],
        ['6', 'Bài đăng mạng xã hội', 'Bài', '700'],
        ['7', 'Sản phẩm trực quan, in ấn', 'Sản phẩm', '5.400'],
        ['8', 'Kinh phí thực hiện', 'Triệu đồng', '348,5'],
      ]),
      ...MONTHS.slice(6).flatMap((_, step) => [
        bold(`${step + 7}. Tháng ${pad(step + 7)}/2026`),
        ...paras(...monthInProse(step + 6), ...aside(step + 6, pad(step + 7))),
      ]),
      bold('III. CÔNG TÁC PHỐI HỢP VỚI CÁC ĐỊA PHƯƠNG'),
      ...LOCALITIES.flatMap((place, index) => [
        bold(`${index + 1}. Với ${place}`),
        ...paras(...withLocality(place, index)),
      ]),
      bold('IV. ĐỀ XUẤT, KIẾN NGHỊ'),
      para(ANNUAL_PROPOSAL),
      signature('GIÁM ĐỐC', 'Trần Văn Mẫu', 'Sở KH&CN', 'UBND tỉnh'),
    ]),
  expected: {
    hoi_nghi: 36,
    nguoi_du: 2350,
    tin_bai: 160,
    phat_thanh: 96,
    cong_ttdt: 430,
    mang_xa_hoi: 700,
    truc_quan: 5400,
    kinh_phi: 348.5,
    kien_nghi: ANNUAL_PROPOSAL,
  },
  doubtful: [],
};
