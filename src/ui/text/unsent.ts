import { defineTexts } from './defineTexts'

/** Words of a text that was typed into a sheet and not sent. */
export const unsentTexts = defineTexts('unsent', {
  old: 'Chữ ghi dở lần trước, chưa gửi. Không dùng thì xóa đi.',
})
