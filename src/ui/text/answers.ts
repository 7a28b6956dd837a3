import { defineTexts } from './defineTexts'

/** Words around an answer that is read. */
export const answerTexts = defineTexts({
  vi: {
    unanswered: 'Chưa trả lời',
    secret: 'Được giữ kín',
    reveal: 'hiện', conceal: 'ẩn',
    revealOf: (label: string) => `hiện ${label}`, concealOf: (label: string) => `ẩn ${label}`,
  },
  en: {
    unanswered: 'Not answered',
    secret: 'Kept confidential',
    reveal: 'show', conceal: 'hide',
    revealOf: (label: string) => `show ${label}`, concealOf: (label: string) => `hide ${label}`,
  },
})
