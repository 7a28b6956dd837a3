import { defineTexts } from './defineTexts'

/** Words of a text that was typed into a sheet and not sent. */
export const unsentTexts = defineTexts({
  vi: { old: 'Chữ ghi dở lần trước, chưa gửi. Không dùng thì xóa đi.' },
  en: { old: 'Typed earlier and not sent. Delete it if it is no longer needed.' },
})
