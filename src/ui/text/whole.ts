import { defineTexts } from './defineTexts'

/** Words where a device kept only a part of an accepted form. */
export const wholeTexts = defineTexts({
  vi: {
    title: 'Máy này chỉ giữ phần tóm tắt',
    why: 'Phiếu đã nghiệm thu từ lâu. Để giữ kín thông tin nếu mất máy, phần chi tiết chỉ còn ở máy chủ.',
    loading: 'Đang tải bản đầy đủ…',
    load: 'Tải bản đầy đủ',
    changed: 'Phiếu vừa thay đổi ở máy chủ. Bấm Đồng bộ rồi mở lại.',
    sync: 'Mở trang Đồng bộ',
  },
  en: {
    title: 'This device kept only a summary',
    why: 'The form was accepted long ago. In case the phone is lost, its details are kept at the server only.',
    loading: 'Fetching the whole form…',
    load: 'Fetch the whole form',
    changed: 'The form has just changed at the server. Sync, then open it again.',
    sync: 'Open the sync page',
  },
})
