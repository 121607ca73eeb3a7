import { expect, it } from 'vitest';
import { readPaperStory } from '../../src/language/desk/paper-story.ts';

it.each([
  [
    'đã nhận bản giấy của Hội Nông dân sáng nay 9h, công văn 88/BC-HND ngày 17/11, không phát sinh',
    { document: '88/BC-HND 2026-11-17', received: '2026-11-18 09:00', nothing: true },
  ],
  [
    'Sở Tư pháp gửi bản giấy hôm qua 16h, số 45/BC-STP: 2 hội nghị, 120 người dự',
    { document: '45/BC-STP null', received: '2026-11-17 16:00', nothing: false },
  ],
  [
    'nhan ban giay cua Tu Ky luc 16h hom qua, so 77/BC-UBND ngay 17/11, khong phat sinh',
    { document: '77/BC-UBND 2026-11-17', received: '2026-11-17 16:00', nothing: true },
  ],
  [
    'Kim Thành nộp bản cứng chiều qua lúc 3h, số 5/BC-UBND ngày 16/11, 2 hội nghị',
    { document: '5/BC-UBND 2026-11-16', received: '2026-11-17 15:00', nothing: false },
  ],
  ['3 hội nghị, 250 lượt người, kết quả: tuyên truyền', { document: null, received: null, nothing: false }],
])('%s', (text, told) => {
  const { document, received, nothing } = readPaperStory(text, '2026-11-18');
  expect({
    document: document === null ? null : `${document.number} ${document.day}`,
    received: received === null ? null : `${received.day} ${received.time}`,
    nothing,
  }).toEqual(told);
});
