import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { ZONE } from '../support/bot-bench.ts';

const folder = mkdtempSync(join(tmpdir(), 'plan-new-'));
afterAll(() => rmSync(folder, { recursive: true }));

function planNew(from: string, out: string, ...more: string[]) {
  const args = ['scripts/plan-new.ts', '--from', from, '--name', 'Kế hoạch chuyển đổi số 2027', '--out', out, ...more];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

function planIn(dir: string) {
  const read = readPlan(dir, ZONE);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.plan;
}

/** 150 communes as an office in a hurry lists them: a title, merged cells, codes here and there, a total, a signature. */
async function messyFile(): Promise<string> {
  const [firsts, lasts] = [
    'An Bắc Bình Cẩm Chí Đại Đông Đức Gia Hà',
    'An Bình Châu Đồng Giang Hòa Khánh Lâm Lộc Long Minh Mỹ Phong Sơn Thịnh',
  ];
  const names = firsts.split(' ').flatMap((first) => lasts.split(' ').map((last) => `${first} ${last}`));
  const rows = [
    ['UBND TỈNH'],
    ['DANH SÁCH ĐƠN VỊ BÁO CÁO', null, null, null],
    [],
    ['Mã', 'STT', ' TÊN\nĐƠN VỊ ', 'Ghi chú'],
    [null, null, 'CÁC XÃ, PHƯỜNG', null],
    ...names.map((name, at) => [
      at === 3 ? 'xabdong' : null,
      at + 1,
      `${at % 9 === 0 ? 'Phường' : 'xã'}  ${name} `,
      null,
    ]),
    [null, null, 'Tổng cộng', names.length],
    [null, null, 'Người lập', null],
  ];
  const merges = [{ startRow: 1, endRow: 1, startCol: 0, endCol: 3 }];
  const file = join(folder, 'lon xon.xlsx');
  writeFileSync(
    file,
    await writeXlsx({
      sheets: [
        { name: 'Bìa', rows: [['Sở KH&CN']] },
        { name: 'DS', rows, merges },
      ],
    }),
  );
  return file;
}

describe('npm run plan:new', () => {
  it('makes a plan of a list that LibreOffice wrote, with merged headings, groups, subtotals and a signature', () => {
    const out = join(folder, 'libre');
    const { status, stdout, stderr } = planNew('test/fixtures/danh-sach-don-vi-libreoffice.xlsx', out);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const plan = planIn(out);
    expect(plan.document).toMatchObject({
      title: 'Kế hoạch chuyển đổi số 2027',
      code: 'ke_hoach_chuyen_doi_so_2027',
      number: '',
    });
    expect(plan.document.recipient).toBe('Sở Khoa học và Công nghệ');
    expect(plan.obligations).toHaveLength(3);
    const count = (kind: string): number => plan.units.filter((unit) => unit.kind === kind).length;
    expect(['department', 'district', 'commune', 'press', 'mass_organisation', 'front'].map(count)).toEqual([
      19, 4, 107, 2, 5, 1,
    ]);
    expect(plan.units.filter((unit) => unit.compiles).map((unit) => unit.code)).toEqual(['SKHCN']);
    expect(new Set(plan.units.map((unit) => unit.code)).size).toBe(138);
    expect(plan.units.find((unit) => unit.code === 'HBG')).toMatchObject({ shortName: 'Huyện Bình Giang' });
    expect(stdout).toContain('! Dòng 161: "Nguyễn Văn An" không phải tên đơn vị nên đã bỏ qua.');
  });

  it('makes a plan of 150 units on the second sheet of an untidy file, and adds who compiles', async () => {
    const out = join(folder, 'messy');
    const { status, stdout } = planNew(await messyFile(), out);
    expect(status).toBe(0);
    const plan = planIn(out);
    expect(plan.units.filter((unit) => unit.kind === 'commune')).toHaveLength(150);
    expect(plan.units.filter((unit) => unit.compiles).map((unit) => unit.code)).toEqual(['SKHCN']);
    expect(plan.units.find((unit) => unit.name === 'xã An Đồng')?.code).toBe('XABDONG');
    expect(stdout).toContain('đã thêm Sở Khoa học và Công nghệ theo kế hoạch mẫu');
  });

  it('reads .csv as Excel in Vietnam saves it', () => {
    const file = join(folder, 'ds.csv');
    writeFileSync(file, '\ufeffSTT;Tên đơn vị;Loại\r\n1;Sở Tài chính;\r\n2;"Sở Văn hóa, Thể thao và Du lịch";Sở\r\n');
    expect(planNew(file, join(folder, 'csv')).status).toBe(0);
    expect(planIn(join(folder, 'csv')).units.map((unit) => unit.code)).toEqual(['SKHCN', 'STC', 'SVHTTDL']);
  });

  it('takes the rules of the plan that ships where PLAN_DIR names what is to be made already, and says what looks odd', () => {
    const file = join(folder, 'la.csv');
    writeFileSync(file, 'STT,Tên đơn vị,Loại\n1,Sở Tài chính,\n2,"=SUM(1,2)",Xã\n3,Trung tâm A,đơn vị lạ\n');
    const out = join(folder, 'la');
    const args = ['scripts/plan-new.ts', '--from', file, '--name', 'Thử', '--out', out];
    const made = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, PLAN_DIR: out } });
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(planIn(out).obligations).toHaveLength(3);
    expect(made.stdout).toContain(`! PLAN_DIR=${out} chưa có kế hoạch nào`);
    expect(made.stdout).toContain('! Dòng 3: "=SUM(1,2)" không giống tên đơn vị');
    expect(made.stdout).toContain('! Dòng 4: chưa hiểu loại "đơn vị lạ" của "Trung tâm A"');
  });

  it('makes nothing of a list with mistakes, and says all of them with their rows', () => {
    const file = join(folder, 'sai.csv');
    writeFileSync(file, 'STT,Tên đơn vị,Mã\n1,Sở Tài chính,STC\n2,,\n3,Ông A,\n4,Sở Y tế,STC\n');
    const { status, stderr, stdout } = planNew(file, join(folder, 'sai'));
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('có 3 lỗi, chưa tạo kế hoạch');
    expect(stderr).toContain('- Dòng 3: thiếu tên đơn vị.');
    expect(stderr).toContain('- Dòng 4: chưa rõ "Ông A" thuộc loại nào.');
    expect(stderr).toContain('- Dòng 5: mã STC đã dùng ở dòng 2.');
    expect(readPlan(join(folder, 'sai'), ZONE)).toHaveProperty('problems');
  });

  it('says what is wrong with the call: no file, no table, a folder in use', () => {
    const bad = join(folder, 'anh.xlsx');
    writeFileSync(bad, Buffer.from([0x50, 0x4b, 1, 2, 3]));
    expect(planNew(join(folder, 'khong-co.xlsx'), join(folder, 'x')).stderr).toMatch(
      /^Không thấy tệp .*khong-co\.xlsx/u,
    );
    expect(planNew(bad, join(folder, 'x')).stderr).toMatch(/^Không đọc được .*anh\.xlsx: cần tệp Excel \.xlsx/u);
    const csv = join(folder, 'dung.csv');
    writeFileSync(csv, 'Tên đơn vị,STT\nSở Y tế,1\n');
    expect(planNew(csv, folder).stderr).toMatch(/đã có tệp/u);
    expect(planNew(csv, join(folder, 'x'), '--sai').stderr).toMatch(/Cách dùng: npm run plan:new/u);
    expect(readFileSync(csv, 'utf8')).toContain('Sở Y tế');
  });
});
