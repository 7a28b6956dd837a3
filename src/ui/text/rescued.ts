import { defineTexts } from './defineTexts'

/** Drafts of an earlier book that are here again. */
export const rescuedTexts = defineTexts('rescued', {
  back: (count: number) => `${count} phiếu đang làm dở đã được lấy lại. Xem ở Việc cần làm, mục Nháp.`,
  backHere: (count: number) => `${count} phiếu đang làm dở đã được lấy lại, ở mục Nháp bên dưới.`,
})
