/** What the operator reads of a setting that cannot be used: "NAME: ...". */
export const SETTING_WORDS = {
  address: 'phải là địa chỉ http hoặc https',
  proxy: 'phải là địa chỉ proxy dạng http://máy:cổng hoặc https://máy:cổng (không dùng được proxy SOCKS)',
  mode: 'phải là polling hoặc webhook',
  yesOrNo: 'phải là yes hoặc no',
  notEmpty: 'không được để trống',
  webhookSecret: 'phải dài 8-256 ký tự trong A-Z, a-z, 0-9, _ và -',
  publicUrl: 'phải là địa chỉ https công khai của máy này',
  port: 'phải là số từ 0 đến 65535',
  timeZone: 'phải là tên múi giờ IANA',
  oneOf: (values: readonly string[]): string => `phải là một trong ${values.join(', ')}`,
  replicaUrl: 'phải là file:///thư-mục, sftp://người-dùng@máy/thư-mục hoặc s3://kho/thư-mục',
  receiptKey: 'phải dài 32-256 ký tự, không có dấu cách (lấy từ: openssl rand -base64 32)',
  syncSeconds: 'phải là số giây từ 1 đến 3600',
  retentionHours: 'phải là số giờ từ 1 đến 8760',
  keepDays: 'phải là số ngày từ 1 đến 3650',
  rehearsalStart: 'phải là ngày giờ địa phương',
  rehearsalSpeed: 'phải là số từ 0 trở lên',
  neededForWebhook: 'cần có khi dùng webhook',
  httpsForWebhook: 'phải là địa chỉ https công khai khi dùng webhook',
  rehearsalOverReal: (addresses: readonly string[]): string =>
    `không dùng được cùng địa chỉ thật ${addresses.join(', ')}: không gửi tin diễn tập cho người thật. Bỏ REHEARSAL_START, hoặc bỏ mã bot`,
} as const;
