/** What the npm commands print for the person who runs them, beside what is said in chat as well. */
interface NewerThanCopy {
  where: string | null;
  here: string;
  there: string | null;
  isBranched: boolean;
  again: string;
}

export const SHELL = {
  invite: {
    usage: (roles: readonly string[]) =>
      [
        'Cách dùng: npm run invite -- --role VAI_TRÒ [--unit MÃ] [--uses N] [--days N] [--json]',
        '           npm run invite -- --all --role liaison [--xlsx TỆP] [--html TỆP]   mỗi đơn vị một mã, ra bảng và trang in',
        '           npm run invite -- --meeting [--hours N] [--html TỆP]   một mã cho cả cuộc họp',
        '           npm run invite -- --list          các mã mời đang mở',
        '           npm run invite -- --revoke SỐ     thu hồi một mã (SỐ là cột đầu của danh sách)',
        `VAI_TRÒ: ${roles.join(', ')}; leader, liaison và staff phải kèm --unit.`,
        'Ví dụ: npm run invite -- --role liaison --unit HBG',
      ].join('\n'),
    noPlan: 'Chưa có kế hoạch trong dữ liệu. Hãy chạy npm start (hoặc npm run plan:apply) trước.',
    noRole: '--role: chưa có vai trò hợp lệ.',
    allNeedsFile: '--all: cần --xlsx TỆP hoặc --html TỆP (hoặc cả hai) để ghi các mã.',
    notWritten: (path: string, code: string) =>
      code === 'EEXIST'
        ? `Tệp ${path} đã có. Hãy chọn tên khác; chưa tạo mã nào.`
        : `Không ghi được tệp ${path} (${code}); chưa tạo mã nào.`,
    made: (count: number, files: readonly string[]) =>
      `Đã tạo ${count} mã mời, ghi vào ${files.join(' và ')}. Tệp có mã thật, chỉ mình tài khoản này đọc được: chuyển xong thì xoá.`,
    page: (path: string) => `Trang chiếu lên màn hình: ${path}`,
    revoked: (number: string, role: string) => `Đã thu hồi mã mời ${number} (${role}).`,
  },
  people: {
    usage: (roles: readonly string[]) =>
      [
        'Cách dùng: npm run people -- list',
        '           npm run people -- remove --person SỐ [--role VAI_TRÒ] --reason "LÝ DO"',
        `VAI_TRÒ: ${roles.join(', ')}; không ghi thì kết thúc mọi vai trò. SỐ là cột đầu của danh sách.`,
      ].join('\n'),
    noPerson: '--person: chưa có số của người cần gỡ.',
    unknownRole: '--role: không có vai trò này.',
    ended: (name: string, role: string) => `Đã kết thúc: ${name}, ${role}.`,
    revoked: (count: number) => `Đã thu hồi ${count} mã mời do người này cấp.`,
  },
  plan: {
    sound: (plan: { code: string; dir: string; units: number; obligations: number; years: readonly number[] }) =>
      `Kế hoạch ${plan.code} ở ${plan.dir}: không có lỗi. ` +
      `${plan.units} đơn vị, ${plan.obligations} chế độ báo cáo, lịch nghỉ các năm ${plan.years.join(', ')}.`,
    warnings: (count: number) => `Có ${count} điều cần lưu ý:`,
    problems: (count: number) => `Kế hoạch có ${count} lỗi, chưa dùng được:`,
    unchanged: 'Kế hoạch không có gì thay đổi.',
    applied: (changes: number, isFirst: boolean) => `Đã áp dụng ${changes} thay đổi${isFirst ? ' (lần đầu)' : ''}.`,
    tasks: (counts: { opened: number; rescheduled: number; ended: number }) =>
      `Nhiệm vụ: mở ${counts.opened}, đổi hạn ${counts.rescheduled}, kết thúc ${counts.ended}.`,
  },
  planNew: {
    usage: [
      'Cách dùng: npm run plan:new -- --from don-vi.xlsx --name "Tên kế hoạch" --out THƯ_MỤC',
      'don-vi.xlsx (hoặc .csv): danh sách đơn vị của cơ quan, có dòng tiêu đề với cột "Tên đơn vị"; các cột STT, Mã, Tên viết tắt, Loại, Ghi chú nếu có.',
    ].join('\n'),
    outTaken: (dir: string) => `Thư mục ${dir} đã có tệp. Hãy chọn thư mục khác để không ghi đè.`,
    'no-file': (path: string) => `Không thấy tệp ${path}.`,
    'not-readable': (path: string) => `Không mở được tệp ${path} (kiểm tra quyền đọc).`,
    'not-a-table': (path: string) =>
      `Không đọc được ${path}: cần tệp Excel .xlsx không đặt mật khẩu, hoặc .csv mã UTF-8.`,
    troubles: (path: string, count: number) =>
      `${path}: có ${count} lỗi, chưa tạo kế hoạch. Sửa trong tệp rồi chạy lại:`,
    made: (plan: { dir: string; units: number; kinds: string }) =>
      `Đã tạo kế hoạch ở ${plan.dir}: ${plan.units} đơn vị (${plan.kinds}).`,
    unit: (row: number, code: string, name: string) => `  dòng ${row}: ${code} – ${name}`,
    shipped: (planDir: string, used: string) =>
      `PLAN_DIR=${planDir} chưa có kế hoạch nào, nên chế độ báo cáo, biểu mẫu, mốc nhắc lấy theo kế hoạch đi kèm (${used}).`,
    next: (dir: string) =>
      `Kế hoạch dùng được ngay. Xem lại mã trong units.csv và các điều giả định trong plan.json, rồi chạy: PLAN_DIR=${dir} npm run plan:check, rồi PLAN_DIR=${dir} npm run plan:apply (bot đã có dữ liệu) hoặc PLAN_DIR=${dir} npm start`,
  },
  backup: {
    taken: (file: string) => `Tệp ${file} đã có. Hãy chọn tên khác để không ghi đè bản sao lưu cũ.`,
    done: (file: string) => `Đã sao lưu và kiểm tra: ${file}`,
  },
  restore: {
    usage: 'Cách dùng: npm run restore -- TỆP_SAO_LƯU [--yes]',
    /** `where`: the replica that knows more; null: the database here. */
    newer: ({ where, here, there, isBranched, again }: NewerThanCopy) => {
      const what = where === null ? 'dữ liệu ở máy này' : `bản sao liên tục ở ${where}`;
      const moments = `${where === null ? 'ở đây' : 'ở đó'} đến ${here}, bản sẽ khôi phục đến ${there ?? 'chưa rõ lúc nào'}`;
      const why = isBranched ? 'có phần KHÔNG CÓ trong bản sẽ khôi phục' : 'MỚI HƠN bản sẽ khôi phục';
      const kept = where === null ? 'tệp cũ vẫn được giữ bên cạnh' : 'muốn lấy bản mới ấy: npm run recover';
      return `CHƯA LÀM GÌ: ${what} ${why} (${moments}). Khôi phục sẽ bỏ phần ấy; ${kept}. Vẫn muốn khôi phục: ${again}`;
    },
    done: (file: string, to: string) => `Đã khôi phục ${file} vào ${to}.`,
    kept: (file: string) => `Dữ liệu cũ được giữ ở ${file}.`,
    upTo: (moment: string) => `Bản sao có dữ liệu đến ${moment}; tin và báo cáo đến sau lúc đó không có trong bản này.`,
    noPlan: (dir: string) => `Chưa đối chiếu được với kế hoạch: ${dir} có lỗi (npm run plan:check).`,
    differing: (units: readonly string[]) =>
      `Danh sách đơn vị trong bản sao khác kế hoạch ở PLAN_DIR (${units.slice(0, 10).join(', ')}${units.length > 10 ? `, còn ${units.length - 10}` : ''}). Khởi động xong, hãy chạy: npm run plan:apply`,
  },
  recover: {
    noReplica: 'Chưa đặt REPLICA_URL (hoặc chưa đặt mã bot), nên không có bản sao liên tục nào.',
    torn: 'Phần tải lên cuối cùng của bản sao bị đứt giữa chừng (máy dừng đột ngột), nên đã bỏ qua phần đó.',
    nothingThere: (url: string) => `Không có bản sao nào ở ${url}.`,
    drilled: (upTo: string | null, receipts: number, tookMs: number) =>
      `Bản sao khôi phục được và nguyên vẹn: ${receipts} báo cáo, dữ liệu đến ${upTo ?? 'chưa rõ lúc nào'}; hết ${(tookMs / 1000).toFixed(1).replace('.', ',')} giây.`,
  },
  replicaKey:
    'Ghi khoá này vào .env: REPLICA_KEY=…, và cất thêm một bản ở nơi khác, không để cùng bản sao. Mất khoá thì không ai mở được bản sao nữa.',
  template: (file: string) => `Đã ghi mẫu Word: ${file}`,
  export: {
    usage: (endings: readonly string[]) =>
      [
        `Cách dùng: npm run export -- --period KỲ [--obligation MÃ] --format ${endings.join('|')} --out TỆP`,
        'KỲ: 2026-11 (tháng), 2026-Q3 (quý), 2026-H1 (6 tháng), 2026 (năm). MÃ: mã chế độ báo cáo, khi kỳ ấy có nhiều báo cáo.',
        'Ví dụ: npm run export -- --period 2026-11 --format docx --out bao-cao-t11.docx',
      ].join('\n'),
    noPeriod: '--period: chưa ghi kỳ báo cáo.',
    noOut: '--out: chưa ghi tên tệp cần lưu.',
    noFormat: (given: string | null, endings: readonly string[]) =>
      `--format: ${given === null ? 'chưa ghi dạng tệp' : `không có dạng “${given}”`}, chỉ nhận ${endings.join(', ')}.`,
    noRound: (period: string, known: readonly string[] = []) =>
      `Không có kỳ báo cáo ${period} trong dữ liệu.${known.length === 0 ? '' : ` Các kỳ mở gần đây: ${known.join(', ')}.`}`,
    noObligation: (code: string, known: readonly string[]) =>
      `--obligation: kỳ này không có chế độ báo cáo mang mã “${code}”, chỉ có: ${known.join(', ')}.`,
    whichObligation: (period: string, codes: readonly string[]) =>
      `Kỳ ${period} có ${codes.length} báo cáo. Xin ghi thêm --obligation với một trong các mã: ${codes.join(', ')}.`,
    notWritten: (file: string, code: string) =>
      code === 'EEXIST'
        ? `Tệp ${file} đã có. Hãy chọn tên khác để không ghi đè.`
        : `Không ghi được tệp ${file} (${code}). Hãy kiểm tra thư mục và quyền ghi.`,
    done: (file: string) => `Đã xuất: ${file} (chỉ người chạy lệnh đọc được).`,
  },
  noDatabase: (path: string) => `Chưa có dữ liệu ở ${path}.`,
  badArguments: (args: readonly string[]) =>
    args.length === 0 ? 'Chưa có tham số nào.' : `Tham số chưa đúng (${args.join(' ')}).`,
  wholeNumber: (name: string, most: number) => `${name}: phải là số nguyên từ 1 đến ${most}.`,
} as const;
