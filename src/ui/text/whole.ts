import { defineTexts } from './defineTexts'

/** Words about a shrunk record, whose whole must be fetched. */
export const wholeTexts = defineTexts('whole', {
  title: 'Máy này chỉ giữ phần tóm tắt',
  why: 'Phiếu đã nghiệm thu từ lâu. Để giữ kín thông tin nếu mất máy, phần chi tiết chỉ còn ở máy chủ.',
  loading: 'Đang tải bản đầy đủ…',
  load: 'Tải bản đầy đủ',
  changed: 'Phiếu vừa thay đổi ở máy chủ. Bấm Đồng bộ rồi mở lại.',
  sync: 'Mở trang Đồng bộ',
})
