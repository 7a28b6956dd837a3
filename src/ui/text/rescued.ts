import { defineTexts } from './defineTexts'

/** Words about rescued drafts that came back from an earlier book. */
export const rescuedTexts = defineTexts('rescued', {
  back: (count: number) => `${count} phiếu đang làm dở đã được lấy lại. Xem ở Việc cần làm, mục Nháp.`,
  backHere: (count: number) => `${count} phiếu đang làm dở đã được lấy lại, ở mục Nháp bên dưới.`,
})
