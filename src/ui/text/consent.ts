import { defineTexts } from './defineTexts'

/** The notice that is read to people, and the questions about their consent. If the wording of `notice` changes, `NOTICE_VERSION` must change too. */
export const consentTexts = defineTexts('consent', {
  title: 'Thông báo về dữ liệu cá nhân',
  readAloud: 'Đọc cho người dân nghe, rồi ghi ý kiến.',
  notice: {
    who: 'Ủy ban nhân dân xã thu thập và giữ thông tin này: họ tên, ngày sinh, giấy tờ, nơi ở, vị trí nhà (nơi cuộc điều tra có ghi), liên lạc, việc làm, hoàn cảnh và tài khoản nhận trợ cấp.',
    why: 'Dùng để lập cơ sở dữ liệu lao động, xét và chi trả trợ giúp xã hội, làm báo cáo thống kê. Không dùng vào việc khác.',
    whom: 'Chỉ cán bộ được giao việc xem được. Chỉ chuyển cho cơ quan nhà nước có thẩm quyền và nơi chi trả trợ cấp.',
    rights: 'Người dân được xem, xin sửa, xin xóa thông tin của mình và rút lại ý kiến đồng ý tại Ủy ban nhân dân xã.',
  },
  contact: (who: string) => `Hỏi, khiếu nại về thông tin của mình: ${who}`,
  byLaw: 'Làm theo luật, không cần xin ý kiến:',
  purpose: {
    labour: 'Lập cơ sở dữ liệu lao động, việc làm',
    welfare: 'Xét và chi trả trợ giúp, an sinh xã hội',
    contact: 'Gọi điện, nhắn tin về việc làm, đào tạo, chính sách',
  },
  yes: 'Đồng ý',
  no: 'Không đồng ý',
  save: 'Đã đọc, tiếp',
  saveOnly: 'Lưu ý kiến',
  choose: (count: number) => `Còn ${count} ý kiến chưa ghi`,
  inDraft: 'Ý kiến vừa ghi nằm trong phần sửa dở của người này. Xem lại rồi gửi phần đó.',
  notSent: 'Ý kiến này chưa gửi: còn nằm trong phần sửa dở của người này.',
  refused: 'Người này không đồng ý cho làm phiếu này',
  refusedHelp: 'Ý kiến đã được ghi lại. Không làm phiếu; khi người này đổi ý thì ghi lại ý kiến ở trang của họ.',
  begun: 'Phần đã ghi trước đó nằm trong nháp ở máy này, không gửi đi.',
  back: 'Quay lại',
  row: 'Thông báo dữ liệu',
  notYet: 'Chưa đọc',
  told: (day: string) => `Đã đọc ${day}`,
  open: 'Đọc thông báo, ghi ý kiến',
  again: 'Đọc lại thông báo, ghi ý kiến',
})
