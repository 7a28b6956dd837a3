import { defineTexts } from './defineTexts'

/** The offer of a newer version. */
export const updateTexts = defineTexts('update', {
  update: 'Có bản mới của Sổ Thôn.',
  updateNow: 'Cập nhật bây giờ',
  updateLater: 'Để sau',
  formOpen: 'Một phiếu đang mở ở cửa sổ khác của trình duyệt. Đóng phiếu đó rồi bấm lại.',
  updateSafe: 'Mất vài giây. Phiếu, nháp và hàng chờ gửi còn nguyên.',
})
