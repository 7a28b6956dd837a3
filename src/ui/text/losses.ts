import type { Losses } from '../../storage/vaultTypes'
import { counted } from './counted'
import { defineTexts } from './defineTexts'

type Words = { readonly [kind in keyof Losses]: (count: number) => string }

/** What goes for good with a book that is erased. */
export const lossTexts = defineTexts({
  vi: {
    title: 'Xóa sổ là mất hẳn, không ai lấy lại được:',
    of: {
      drafts: (count) => `${count} phiếu đang điền dở (nháp), chưa bấm Gửi`,
      photos: (count) => `${count} ảnh giấy tờ chưa gửi`,
      troubled: (count) => `${count} phiếu còn ở mục Cần xem lại`,
      notes: (count) => `${count} hồ sơ có ghi chú đang viết dở`,
      untaken: (count) => `${count} phiếu đã nộp mà máy chủ chưa nhận`,
    } satisfies Words,
  },
  en: {
    title: 'Erasing the book takes for good:',
    of: {
      drafts: (count) => `${counted(count, 'form')} begun and not sent (drafts)`,
      photos: (count) => `${counted(count, 'photo')} of papers not sent`,
      troubled: (count) => `${counted(count, 'form')} under “Needs you”`,
      notes: (count) => `${counted(count, 'record')} with notes begun`,
      untaken: (count) => `${counted(count, 'form')} handed in and not taken by the server`,
    } satisfies Words,
  },
})
