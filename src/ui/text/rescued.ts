import { defineTexts } from './defineTexts'

/** Drafts of an earlier book that are here again. */
export const rescuedTexts = defineTexts({
  vi: { back: (count: number) => `${count} phiếu đang làm dở đã được lấy lại. Xem ở Việc cần làm, mục Nháp.` },
  en: { back: (count: number) => `${count} forms begun earlier are here again. See Tasks, under Drafts.` },
})
