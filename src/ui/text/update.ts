import { defineTexts } from './defineTexts'

/** Words that offer a newer version of the app. */
export const updateTexts = defineTexts('update', {
  update: 'Có bản mới của Sổ Thôn.',
  updateNow: 'Cập nhật bây giờ',
  updateLater: 'Để sau',
  formOpen: 'Một phiếu đang mở ở cửa sổ khác của trình duyệt. Đóng phiếu đó rồi bấm lại.',
  updateSafe: 'Mất vài giây. Phiếu, nháp và hàng chờ gửi còn nguyên.',
})
