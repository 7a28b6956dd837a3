import { defineTexts } from './defineTexts'

/** Words around an answer: where it comes from, and whether it may be read. */
export const answerTexts = defineTexts('answers', {
  unanswered: 'Chưa trả lời',
  told: { offered: (from: string) => `${from}, chưa hỏi lại`, confirmed: (from: string) => `${from}, đã hỏi lại` },
  from: { book: 'Lấy từ sổ', card: 'Lấy từ thẻ', question: (question: string) => `Theo câu “${question}”` },
  secret: 'Được giữ kín',
  reveal: 'hiện', conceal: 'ẩn',
  revealOf: (label: string) => `hiện ${label}`, concealOf: (label: string) => `ẩn ${label}`,
})
