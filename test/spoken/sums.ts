import type { Luck } from './luck.ts';
import { ASK, type CountKey, type Piece, type Truth, value } from './truth.ts';

type Made = readonly [rule: string, key: CountKey | 'kinh_phi', text: string, truth: Truth];

/** Parts of one field, which a clerk adds up; or a total with its parts, which he does not. */
export function summed(luck: Luck): Piece {
  const [a, b, c] = [1 + luck.below(9), 1 + luck.below(9), 1 + luck.below(5)];
  const two = value(a + b);
  const three = value(a + b + c);
  const total = a + b;
  const made: Made = luck.pick<Made>([
    ['parts', 'hoi_nghi', `${a} hội nghị và ${b} lớp tập huấn`, two],
    ['parts', 'hoi_nghi', `${a} hội nghị, ${b} hội thảo, ${c} lớp tập huấn`, three],
    ['parts', 'hoi_nghi', `hội nghị ${a}, tập huấn ${b}`, two],
    ['parts', 'hoi_nghi', `${a} hội nghị + ${b} tập huấn`, two],
    ['parts', 'tin_bai', `${a} bài báo in, ${b} bài báo điện tử`, two],
    ['parts', 'tin_bai', `${a} bài báo in và ${b} bài tạp chí`, two],
    ['parts', 'tin_bai', `báo in ${a} bài, báo điện tử ${b} bài`, two],
    ['parts', 'tin_bai', `báo chí ${a} tin, ${b} bài`, two],
    ['parts', 'mang_xa_hoi', `fb ${a} zalo ${b}`, two],
    ['parts', 'mang_xa_hoi', `facebook: ${a}, zalo: ${b}, youtube: ${c}`, three],
    ['parts', 'mang_xa_hoi', `${a} bài fb, ${b} bài zalo`, two],
    ['parts', 'mang_xa_hoi', `${a} bài trên facebook và ${b} bài trên zalo`, two],
    ['parts', 'mang_xa_hoi', `mxh: fb ${a}, zalo ${b}`, two],
    ['parts', 'mang_xa_hoi', `mạng xã hội fb ${a} + zalo ${b}`, two],
    ['parts', 'phat_thanh', `${a} tin truyền thanh, ${b} phóng sự truyền hình`, two],
    ['parts', 'phat_thanh', `phát thanh ${a}, truyền hình ${b}`, two],
    ['parts', 'phat_thanh', `${a} tin phát thanh và ${b} chương trình truyền hình`, two],
    ['parts', 'truc_quan', `${a} pa nô, ${b} băng rôn, ${c}00 tờ rơi`, value(a + b + c * 100)],
    ['parts', 'truc_quan', `treo ${a} băng rôn và phát ${c}00 tờ rơi`, value(a + c * 100)],
    ['parts', 'cong_ttdt', `cổng ${a} tin, ${b} bài`, two],
    ['parts', 'nguoi_du', `${a}0 người dự hội nghị, ${b}0 người dự tập huấn`, value((a + b) * 10)],
    ['parts', 'kinh_phi', `kp in ấn ${a}tr, kp hội nghị ${b}tr`, two],
    ['parts', 'kinh_phi', `kinh phí ${a} triệu in ấn + ${b} triệu tổ chức`, two],
    ['parts added', 'mang_xa_hoi', `mxh ${a}+${b}`, two],
    ['parts added', 'tin_bai', `tin bài ${a} + ${b}`, two],
    ['parts added', 'hoi_nghi', `hội nghị: ${a}+${b}=${total}`, two],
    ['total with parts', 'mang_xa_hoi', `mxh ${total} (fb ${a}, zalo ${b})`, two],
    ['total with parts', 'mang_xa_hoi', `${total} bài mxh, trong đó fb ${a}, zalo ${b}`, two],
    ['total with parts', 'hoi_nghi', `${total} hội nghị (gồm ${a} hội nghị, ${b} lớp tập huấn)`, two],
    ['total with parts', 'hoi_nghi', `tổng số hội nghị ${total}, trong đó có ${b} lớp tập huấn`, two],
    ['total with parts', 'tin_bai', `tin bài: ${total} (${a} báo in, ${b} báo điện tử)`, two],
    ['total with parts', 'nguoi_du', `${total}0 lượt người dự, trong đó nữ ${b}0`, value(total * 10)],
    ['total with parts', 'hoi_nghi', `${total} hội nghị (cấp huyện ${a}, cấp xã ${b})`, two],
    ['total with parts', 'truc_quan', `trực quan ${total} sản phẩm gồm ${a} pa nô ${b} băng rôn`, two],
    ['total against parts', 'mang_xa_hoi', `mxh ${total + 3} (fb ${a}, zalo ${b})`, ASK],
    ['total against parts', 'hoi_nghi', `tổng ${total + 4} hội nghị gồm ${a} hội nghị và ${b} lớp tập huấn`, ASK],
    ['parts by unit', 'hoi_nghi', `xã Thái Học ${a} hội nghị, xã Tân Hồng ${b} hội nghị`, two],
    ['parts by month', 'hoi_nghi', `tháng 10 có ${a} hội nghị, tháng 11 có ${b} hội nghị`, ASK],
    ['times', 'nguoi_du', `tổng số người dự ${a} buổi x 50 người`, ASK],
  ]);
  const [rule, key, text, truth] = made;
  return { text, rule, truth: { [key]: truth }, news: [text] };
}
