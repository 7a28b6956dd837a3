import { defineTexts } from './defineTexts'

/** Words around an answer: where it comes from, and whether it may be read. */
export const answerTexts = defineTexts({
  vi: {
    unanswered: 'Chưa trả lời',
    told: { offered: (from: string) => `${from}, chưa hỏi lại`, confirmed: (from: string) => `${from}, đã hỏi lại` },
    from: { book: 'Lấy từ sổ', card: 'Lấy từ thẻ', question: (question: string) => `Theo câu “${question}”` },
    secret: 'Được giữ kín',
    reveal: 'hiện', conceal: 'ẩn',
    revealOf: (label: string) => `hiện ${label}`, concealOf: (label: string) => `ẩn ${label}`,
  },
  en: {
    unanswered: 'Not answered',
    told: { offered: (from: string) => `${from}, not confirmed`, confirmed: (from: string) => `${from}, confirmed` },
    from: { book: 'From the book', card: 'From the card', question: (question: string) => `By “${question}”` },
    secret: 'Kept confidential',
    reveal: 'show', conceal: 'hide',
    revealOf: (label: string) => `show ${label}`, concealOf: (label: string) => `hide ${label}`,
  },
})
