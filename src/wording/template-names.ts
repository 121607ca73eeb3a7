/** What each name in the Word template stands for: `{{ky}}`. Those of single figures (`tong_hoi_nghi`) follow the plan's forms. */
export const LINE_NAMES = {
  co_quan_cap_tren: 'tên cơ quan cấp trên, viết hoa',
  co_quan: 'tên cơ quan tổng hợp, viết hoa',
  noi_nhan: 'nơi nhận báo cáo tổng hợp, ví dụ UBND tỉnh',
  ky_hieu: 'ký hiệu văn bản sau dấu /',
  dia_danh: 'địa danh',
  nam: 'năm lập báo cáo',
  ten_bao_cao: 'tên báo cáo, ví dụ Báo cáo tháng 11/2026',
  trich_yeu: 'trích yếu nội dung',
  ky: 'kỳ báo cáo, ví dụ tháng 11/2026',
  tu_ngay: 'ngày đầu của kỳ số liệu',
  den_ngay: 'ngày cuối của kỳ số liệu',
  so_don_vi: 'số đơn vị phải báo cáo',
  so_da_nop: 'số đơn vị đã nộp',
  so_dung_han: 'số đơn vị nộp đúng hạn',
  so_muon: 'số đơn vị nộp muộn',
  so_chua_nop: 'số đơn vị chưa nộp',
  so_mien: 'số đơn vị được miễn',
} as const;

/** Names that stand alone in their paragraph: whole paragraphs and tables take their place. */
export const BLOCK_NAMES = {
  can_cu: 'các căn cứ',
  tinh_hinh: 'đoạn mở đầu về tình hình nộp báo cáo',
  bang_so_lieu: 'bảng số liệu tổng hợp, so sánh kỳ trước và cùng kỳ năm trước',
  bang_so_lieu_chu_thich: 'như bảng số liệu, nguồn của từng số ghi ở chú thích cuối trang',
  chenh_lech: 'chỗ số liệu kỳ khác tổng các tháng (kỳ tháng: để trống)',
  noi_dung: 'nội dung bằng lời của các đơn vị, xếp theo mục',
  ket_bai: 'câu kết “Trên đây là …./.”',
  bang_don_vi: 'bảng số liệu theo đơn vị',
  bang_tien_do: 'bảng đơn vị nộp muộn, chưa nộp, được miễn, được gia hạn kèm lý do',
  bang_nguon: 'bảng nguồn của từng số liệu: đơn vị, bản, thời điểm nhận',
} as const;

export type LineName = keyof typeof LINE_NAMES;
export type BlockName = keyof typeof BLOCK_NAMES;

/** A single total is named by its figure: `tong_hoi_nghi`. */
export const TOTAL_PREFIX = 'tong_';
