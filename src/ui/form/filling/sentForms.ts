import { keep, recall } from '../../keep'

/** After this many forms a person knows why some parts are not asked. */
const MANY = 10

const key = (userId: string): string => `sothon-sent-forms:${userId}`
const countOf = (userId: string): number => Number(recall(key(userId)) ?? 0)

/** Whether this person has sent enough forms from this device to know how a form skips parts. */
export const knowsForms = (userId: string): boolean => countOf(userId) >= MANY

/** Counts one more sent form, up to `MANY`. */
export function countSentForm(userId: string): void {
  if (!knowsForms(userId)) keep(key(userId), String(countOf(userId) + 1))
}
