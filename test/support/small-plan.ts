import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The smallest plan that passes, file by file; tests count on its line numbers. */
export const SMALL_PLAN: Readonly<Record<string, string>> = {
  'plan.json': `{
  "code": "nho",
  "title": "Kế hoạch nhỏ",
  "number": "",
  "issuedOn": null,
  "issuer": "UBND tỉnh",
  "recipient": "Sở KH&CN",
  "legalBasis": ["Nghị quyết 57"],
  "assumptions": []
}
`,
  'units.csv': `code,name,short_name,kind,valid_from,valid_to,compiles,successors,source,assumption
SKHCN,Sở Khoa học và Công nghệ,Sở KH&CN,department,2025-03-01,,yes,,IV.1,
STC,Sở Tài chính,Sở Tài chính,department,2025-03-01,,no,,IV.3,mã tự đặt
HCU,Huyện Cũ,Huyện Cũ,district,2025-03-01,2025-06-30,no,XMOI XHAI:part,IV.5,
XMOI,"Xã Mới, tỉnh",Xã Mới,commune,2025-07-01,,no,,IV.5,
XHAI,Xã Hai,Xã Hai,commune,2025-07-01,,no,,IV.5,
`,
  'obligations.json': `[
  {
    "code": "thang",
    "title": "Báo cáo tháng",
    "frequency": "monthly",
    "parts": [],
    "window": { "from": { "month": -1, "day": 15 }, "to": { "month": 0, "day": 14 } },
    "cutOff": { "month": 0, "day": 18, "word": "before" },
    "onDayOff": "keep",
    "firstPeriod": "2025-03",
    "lastPeriod": null,
    "addressees": ["department", "commune"],
    "form": "chung",
    "replacesMonthly": false,
    "legalBasis": "Mục V.2"
  },
  {
    "code": "sau_thang",
    "title": "Báo cáo 6 tháng",
    "frequency": "half-yearly",
    "parts": [1],
    "window": { "from": { "month": -6, "day": 15 }, "to": { "month": 0, "day": 14 } },
    "cutOff": { "month": 0, "day": 15, "word": "before" },
    "onDayOff": "keep",
    "firstPeriod": "2025-H1",
    "lastPeriod": null,
    "addressees": ["department", "commune"],
    "form": "chung",
    "replacesMonthly": false,
    "legalBasis": "Mục V.2"
  }
]
`,
  'forms.json': `[
  {
    "code": "chung",
    "title": "Biểu chung",
    "fields": [
      {
        "key": "hoi_nghi",
        "label": "Bao nhiêu hội nghị?",
        "shortLabel": "Hội nghị",
        "kind": "count",
        "required": false,
        "maxLength": null,
        "source": "II.2.1",
        "aliases": ["hoi nghi", "hoi thao"]
      },
      {
        "key": "ket_qua",
        "label": "Kết quả nổi bật?",
        "shortLabel": "Kết quả",
        "kind": "text",
        "required": true,
        "maxLength": 1500,
        "source": "V",
        "aliases": ["ket qua"]
      }
    ]
  }
]
`,
  'reminders.json': `{
  "milestones": [
    {
      "key": "L",
      "anchor": "last-good-working-day",
      "workingDays": 0,
      "at": "08:30",
      "audience": ["liaison"],
      "escalates": false,
      "repeatIfUnknown": true
    },
    {
      "key": "T+1",
      "anchor": "after-cut-off",
      "workingDays": 1,
      "at": "08:30",
      "audience": ["liaison", "leader"],
      "escalates": true,
      "repeatIfUnknown": false
    }
  ],
  "sendingHours": { "from": "07:00", "until": "21:00" },
  "dailyCap": 4,
  "typingGraceMinutes": 30
}
`,
  'calendar.json': `[
  {
    "year": 2026,
    "provisional": false,
    "sources": ["Thông báo"],
    "daysOff": [
      { "day": "2026-01-01", "name": "Tết Dương lịch" },
      { "day": "2026-01-02", "name": "Nghỉ hoán đổi" }
    ],
    "makeUpDays": [
      { "day": "2026-01-10", "name": "Làm bù" }
    ]
  },
  {
    "year": 2027,
    "provisional": true,
    "sources": ["Tạm tính"],
    "daysOff": [{ "day": "2027-01-01", "name": "Tết Dương lịch" }],
    "makeUpDays": []
  }
]
`,
};

/** Writes the small plan with other contents for some files (null = the file is left out); the folder goes when the test ends. */
export function writeSmallPlan(changed: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'small-plan-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const [file, content] of Object.entries({ ...SMALL_PLAN, ...changed })) {
    if (content !== null) writeFileSync(join(dir, file), content);
  }
  return dir;
}

/** The text of one of its files with the first `old` replaced; throws when it is not there, so that no case tests nothing. */
export function smallPlanWith(file: string, old: string, replacement: string): Record<string, string> {
  const text = SMALL_PLAN[file] ?? '';
  if (!text.includes(old)) throw new Error(`${file} of the small plan has no ${old}`);
  return { [file]: text.replace(old, () => replacement) };
}
