import { keep, recall } from '../../keep'

/** After so many forms nobody wonders any more why a part is not asked. */
const MANY = 10

const key = (userId: string): string => `sothon-sent-forms:${userId}`
const countOf = (userId: string): number => Number(recall(key(userId)) ?? 0)

/** Whether somebody has sent enough forms from this device to know how a form skips. */
export const knowsForms = (userId: string): boolean => countOf(userId) >= MANY

/** No further than it matters. */
export function countSentForm(userId: string): void {
  if (!knowsForms(userId)) keep(key(userId), String(countOf(userId) + 1))
}
