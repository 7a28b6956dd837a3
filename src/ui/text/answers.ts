import { defineTexts } from './defineTexts'

/** Words around an answer: where it comes from, and whether it may be read. */
export const answerTexts = defineTexts({
  vi: {
    unanswered: 'Chưa trả lời',
    told: { offered: 'Lấy từ sổ, chưa hỏi lại', confirmed: 'Lấy từ sổ, đã hỏi lại' },
    toldBy: { offered: (question: string) => `Theo câu “${question}”, chưa hỏi lại`, confirmed: (question: string) => `Theo câu “${question}”, đã hỏi lại` },
    secret: 'Được giữ kín',
    reveal: 'hiện', conceal: 'ẩn',
    revealOf: (label: string) => `hiện ${label}`, concealOf: (label: string) => `ẩn ${label}`,
  },
  en: {
    unanswered: 'Not answered',
    told: { offered: 'From the book, not confirmed', confirmed: 'From the book, confirmed' },
    toldBy: { offered: (question: string) => `By “${question}”, not confirmed`, confirmed: (question: string) => `By “${question}”, confirmed` },
    secret: 'Kept confidential',
    reveal: 'show', conceal: 'hide',
    revealOf: (label: string) => `show ${label}`, concealOf: (label: string) => `hide ${label}`,
  },
})
