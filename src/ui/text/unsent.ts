import { defineTexts } from './defineTexts'

/** Words about unsent notes. */
export const unsentTexts = defineTexts('unsent', {
  old: 'Chữ ghi dở lần trước, chưa gửi. Không dùng thì xóa đi.',
})
