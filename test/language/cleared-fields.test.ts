import { describe, expect, it } from 'vitest';
import { readChange } from '../../src/language/change/correction.ts';
import { takenBack } from '../../src/language/change/taken-back.ts';
import { readAnswer } from '../../src/language/report/guided-answer.ts';
import { FORM, fieldOf } from './form.ts';

describe('a field that is to be empty, beside other figures', () => {
  it.each([
    ['tin bài 3, bỏ trực quan', { tin_bai: 3 }, ['truc_quan']],
    ['bo truc quan, tin bai 3', { tin_bai: 3 }, ['truc_quan']],
    ['tờ rơi bỏ, hội nghị lên 4', { hoi_nghi: 4 }, ['truc_quan']],
    ['bỏ mục kinh phí, lượt người dự 80', { nguoi_du: 80 }, ['kinh_phi']],
    ['hội nghị 4 và bỏ kinh phí', { hoi_nghi: 4 }, ['kinh_phi']],
    ['hội nghị 4 nhé, còn kinh phí thì bỏ đi giúp em', { hoi_nghi: 4 }, ['kinh_phi']],
    ['bỏ tin bài và phát thanh, hội nghị 5', { hoi_nghi: 5 }, ['tin_bai', 'phat_thanh']],
    ['xoá mục trực quan, xoá kinh phí, người dự 90', { nguoi_du: 90 }, ['truc_quan', 'kinh_phi']],
    ['sửa hội nghị thành 4, bỏ kinh phí', { hoi_nghi: 4 }, ['kinh_phi']],
    ['hoi nghi 4, kinh phi xoa', { hoi_nghi: 4 }, ['kinh_phi']],
  ])('%s', (text, values, cleared) => {
    expect(readChange(FORM, text)).toMatchObject({ values, cleared, faults: [], unread: [] });
    expect(readAnswer(FORM, fieldOf('ket_qua'), text)).toMatchObject({ is: 'change', change: { values, cleared } });
  });

  it('is beside so many more, too', () => {
    const change = readChange(FORM, 'xoá kinh phí, thêm 2 hội nghị');
    expect(change).toMatchObject({ cleared: ['kinh_phi'], faults: [{ field: 'hoi_nghi', fault: 'more' }] });
  });

  it.each([
    ['kết quả: ra quân dẹp vỉa hè, bỏ pa nô', { ket_qua: 'ra quân dẹp vỉa hè, bỏ pa nô' }],
    ['hội nghị 3, kết quả: ra quân, xoá pa nô', { hoi_nghi: 3, ket_qua: 'ra quân, xoá pa nô' }],
    ['bỏ kinh phí cũ đi, ghi kinh phí 5 triệu thôi', { kinh_phi: 5 }],
  ])('none is in: %s', (text, values) => {
    expect(readChange(FORM, text)).toMatchObject({ values, cleared: [] });
  });
});

describe('a figure in the place of another', () => {
  it.each([
    ['fanpage là 56 chứ không phải 65', [{ right: 56, wrong: 65 }]],
    ['fb 10 chứ ko phải 9', [{ right: 10, wrong: 9 }]],
    ['zalo không phải 65 mà là 56', [{ right: 56, wrong: 65 }]],
    ['mxh từ 65 thành 56', [{ right: 56, wrong: 65 }]],
    ['zalo 65 sai rồi, phải là 56', [{ right: 56, wrong: 65 }]],
    ['fb ghi nhầm 9, 10 mới đúng', [{ right: 10, wrong: 9 }]],
    ['hội nghị 3, zalo 56 chứ không phải 65', [{ right: 56, wrong: 65 }]],
    ['hội nghị 3, zalo không phải 65 mà là 56', [{ right: 56, wrong: 65 }]],
    ['Lớp tập huấn là 02, không phải 03', [{ right: 2, wrong: 3 }]],
    ['zalo 51 mới đúng', [{ right: 51, wrong: null }]],
    ['hội nghị 5 mới đúng', []],
    ['15 pa nô nữa là 2015 sản phẩm', []],
    ['zalo 51', []],
  ])('%s', (text, taken) => {
    expect(takenBack(FORM, text)).toMatchObject(taken);
    expect(takenBack(FORM, text)).toHaveLength(taken.length);
  });
});

describe('a text that "như sau" names', () => {
  it.each([
    [
      'Kết quả nổi bật như sau: Sở đã phổ biến tới 100% công chức (87 người).',
      'ket_qua',
      'Sở đã phổ biến tới 100% công chức (87 người).',
    ],
    ['ket qua nhu sau: da pho bien toi 87 nguoi', 'ket_qua', 'da pho bien toi 87 nguoi'],
    ['Khó khăn cụ thể như sau: thiếu 3 máy', 'vuong_mac', 'thiếu 3 máy'],
  ])('%s', (text, field, value) => {
    expect(readChange(FORM, text)).toMatchObject({ values: { [field]: value }, faults: [], unread: [] });
    expect(readAnswer(FORM, fieldOf('tin_bai'), text)).toMatchObject({ is: 'values', values: { [field]: value } });
  });
});
