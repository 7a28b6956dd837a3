import type { Losses } from '../../storage/vaultTypes'
import { defineTexts } from './defineTexts'

type Words = { readonly [kind in keyof Losses]: (count: number) => string }

/** Words for what is lost for good when a book is erased. */
export const lossTexts = defineTexts('losses', {
  title: 'Xóa sổ là mất hẳn, không ai lấy lại được:',
  of: {
    drafts: (count) => `${count} phiếu đang điền dở (nháp), chưa bấm Gửi`,
    photos: (count) => `${count} ảnh giấy tờ chưa gửi`,
    troubled: (count) => `${count} phiếu còn ở mục Cần xem lại`,
    notes: (count) => `${count} hồ sơ có ghi chú đang viết dở`,
    untaken: (count) => `${count} phiếu đã nộp mà máy chủ chưa nhận`,
  } satisfies Words,
})
