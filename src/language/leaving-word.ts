import { fold } from './fold.ts';

const LEAVING =
  /(?:^| )(?:nghi viec|nghi huu|ve huu|nghi thai san|chuyen cong tac|chuyen co quan|chuyen don vi|chuyen viec|dieu dong|luan chuyen|ban giao|thay (?:em|toi|minh)|phu trach thay)(?= |$)/;

/** Whether somebody says that they leave, or that somebody takes their place: "em nghỉ việc rồi, chị Hoa thay em". */
export function saysLeaving(text: string): boolean {
  return LEAVING.test(fold(text).replace(/[^\p{L}\p{N}]+/gu, ' '));
}
