type Change =
  | { change: 'unit-added' | 'unit-changed'; unit: string; name: string }
  | { change: 'unit-ended'; unit: string; name: string; on: string }
  | { change: 'rules-changed'; part: 'document' | 'obligations' | 'forms' | 'policy' | 'calendarYears' };

const PARTS = {
  document: 'thông tin kế hoạch',
  obligations: 'chế độ báo cáo',
  forms: 'mẫu báo cáo',
  policy: 'lịch nhắc',
  calendarYears: 'lịch làm việc',
} as const;

/** One change the plan brought into the database, a line for the operator. */
export function sayPlanChange(change: Change): string {
  switch (change.change) {
    case 'unit-added':
      return `+ đơn vị ${change.unit}: ${change.name}`;
    case 'unit-changed':
      return `~ đơn vị ${change.unit}: ${change.name}`;
    case 'unit-ended':
      return `- đơn vị ${change.unit}: ${change.name} (không còn trong kế hoạch, kết thúc ngày ${change.on}; lịch sử được giữ)`;
    case 'rules-changed':
      return `~ ${PARTS[change.part]}`;
  }
}
