import type { RefusalReason } from '../../domain/records/outcome'
import type { RemoteFailure } from '../../remote/remote'
import { defineTexts, type SameShape } from './defineTexts'

type FailureKind = RemoteFailure['error']

/** Why the server said no, outside sync and inside it: what is wrong, then what to do. The compiler checks that each kind has words. */
export const refusalTexts = defineTexts({
  vi: {
    remote: {
      offline: 'Không có mạng. Việc này cần có mạng, thử lại khi có mạng.',
      malformed: 'Máy chủ không đọc được nội dung gửi lên. Xem lại các ô đã nhập.',
      tooLarge: 'Nội dung quá lớn. Chia nhỏ rồi gửi lại.',
      signedOut: 'Phiên đăng nhập đã hết. Đăng nhập lại ở mục Của tôi.',
      wrongPassword: 'Mật khẩu chưa đúng.',
      lockedOut: 'Sai mật khẩu nhiều lần nên tạm khóa. Đợi rồi thử lại.',
      disabled: 'Tài khoản này đang bị ngừng.',
      forbidden: 'Tài khoản này không được làm việc đó.',
      csrf: 'Phiên đăng nhập đã cũ. Tải lại trang rồi làm lại.',
      notFound: 'Không tìm thấy trên máy chủ. Có thể vừa có người sửa, tải lại danh sách.',
      taken: 'Tên này đã có người dùng. Chọn tên khác.',
      weakPassword: 'Mật khẩu còn dễ đoán. Đặt dài hơn.',
      tooMany: 'Gửi quá nhiều lần trong thời gian ngắn. Đợi một phút rồi làm lại.',
      revokedDevice: 'Máy này đã bị thu hồi.',
      oldClient: 'Ứng dụng đã cũ. Tải lại trang để cập nhật.',
      importErrors: 'Tệp còn dòng sai nên chưa ghi gì vào sổ.',
      busy: 'Máy chủ đang bận. Đợi một phút rồi làm lại.',
      internal: 'Máy chủ gặp trục trặc. Chưa có gì thay đổi, thử lại sau.',
    },
    operation: {
      outOfScope: 'Thôn này không còn được giao cho tài khoản này.',
      notAllowed: 'Tài khoản này không được làm việc đó.',
      unknownRecord: 'Máy chủ không có phiếu này.',
      parentMissing: 'Hộ hoặc người của phiếu chưa có trên máy chủ.',
      headMismatch: 'Phiếu này thuộc hộ hoặc người khác.',
      unknownForm: 'Máy chủ chưa biết mẫu phiếu này. Báo người quản trị.',
      findings: 'Phiếu còn chỗ cần sửa.',
      changedSince: 'Phiếu đã thay đổi sau lúc xem. Mở bản mới rồi quyết định lại.',
      notReviewable: 'Phiếu không còn ở trạng thái chờ kiểm tra.',
      malformed: 'Máy chủ không đọc được. Báo người quản trị.',
    },
    held: 'Giá trị chưa được ghi vì có bản khác. Mở màn hình hai bản khác nhau.',
  },
  en: {
    remote: {
      offline: 'No network. This needs a network; try again when there is one.',
      malformed: 'The server could not read this. Check what was typed.',
      tooLarge: 'Too large. Split it and send again.',
      signedOut: 'The session ended. Sign in again under Mine.',
      wrongPassword: 'The password is not right.',
      lockedOut: 'Too many wrong passwords. Wait, then try again.',
      disabled: 'This account is disabled.',
      forbidden: 'This account may not do that.',
      csrf: 'The session is old. Reload and do it again.',
      notFound: 'Not found on the server. Someone may have changed it; reload the list.',
      taken: 'That name is taken. Choose another.',
      weakPassword: 'The password is easy to guess. Make it longer.',
      tooMany: 'Too many requests. Wait a minute and do it again.',
      revokedDevice: 'This device was revoked.',
      oldClient: 'The app is old. Reload to update.',
      importErrors: 'The file still has wrong rows; nothing was written.',
      busy: 'The server is busy. Wait a minute and do it again.',
      internal: 'The server had trouble. Nothing changed; try again later.',
    },
    operation: {
      outOfScope: 'This hamlet is no longer assigned to this account.',
      notAllowed: 'This account may not do that.',
      unknownRecord: 'The server does not have this form.',
      parentMissing: 'The household or person of this form is not on the server.',
      headMismatch: 'This form belongs to another household or person.',
      unknownForm: 'The server does not know this form version. Tell the administrator.',
      findings: 'The form still has things to fix.',
      changedSince: 'The form changed after you looked. Open the new version and decide again.',
      notReviewable: 'The form is no longer waiting for review.',
      malformed: 'The server could not read it. Tell the administrator.',
    },
    held: 'The value was not written because there is another version. Open the two versions.',
  },
})

type RefusalWords = SameShape<(typeof refusalTexts)['vi']>

/** Compiles only while both closed lists are covered. */
export const remoteWords = (t: RefusalWords, kind: FailureKind): string => (t.remote satisfies { readonly [kind in FailureKind]: string })[kind]
export const operationWords = (t: RefusalWords, reason: RefusalReason): string => (t.operation satisfies { readonly [reason in RefusalReason]: string })[reason]
