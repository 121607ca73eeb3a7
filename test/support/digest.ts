/** Whether it is the digest that coordinators get on working days of its own accord. */
export const isDigest = (text: string): boolean => /^(📋 Tình hình|🌆 Cuối ngày)/u.test(text);
