import { defineTexts } from './defineTexts'

/** The offer of a newer version. */
export const updateTexts = defineTexts({
  vi: {
    update: 'Có bản mới của Sổ Thôn.',
    updateNow: 'Cập nhật bây giờ',
    updateLater: 'Để sau',
    updateSafe: 'Mất vài giây. Phiếu, nháp và hàng chờ gửi còn nguyên.',
  },
  en: {
    update: 'A new version of Sổ Thôn is there.',
    updateNow: 'Update now',
    updateLater: 'Later',
    updateSafe: 'It takes some seconds. Forms, drafts and what waits stay as they are.',
  },
})
