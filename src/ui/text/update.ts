import { defineTexts } from './defineTexts'

/** The offer of a newer version. */
export const updateTexts = defineTexts({
  vi: {
    update: 'Có bản mới của Sổ Thôn.',
    updateNow: 'Cập nhật bây giờ',
    updateLater: 'Để sau',
    formOpen: 'Một phiếu đang mở ở cửa sổ khác của trình duyệt. Đóng phiếu đó rồi bấm lại.',
    updateSafe: 'Mất vài giây. Phiếu, nháp và hàng chờ gửi còn nguyên.',
  },
  en: {
    update: 'A new version of Sổ Thôn is there.',
    updateNow: 'Update now',
    updateLater: 'Later',
    formOpen: 'A form is open in another window of the browser. Close that form, then press again.',
    updateSafe: 'It takes some seconds. Forms, drafts and what waits stay as they are.',
  },
})
