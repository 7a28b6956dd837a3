import type { RefusalReason } from '../../domain/records/outcome'
import type { RemoteFailure } from '../../remote/remote'
import type { DraftFailure } from '../../storage/ledger'
import type { SyncTrouble } from '../../sync/control'
import { defineTexts } from './defineTexts'

type Words<K extends string> = { readonly [kind in K]: string }

/** Words for every failure and refusal: what is wrong, and what to do. The compiler checks that every kind has words. */
export const failureTexts = defineTexts('failures', {
  /** Failures of the device's store. */
  storage: {
    diskFull: 'Bộ nhớ máy đầy: chưa lưu được. Đừng đóng sổ. Xóa bớt ảnh hoặc ứng dụng khác rồi thử lại.',
    storageLost: 'Máy vừa đóng kho dữ liệu của sổ. Đóng ứng dụng rồi mở lại.',
    locked: 'Sổ đã khóa. Mở sổ rồi làm tiếp.',
    changedElsewhere: 'Phiếu này vừa được ghi ở cửa sổ khác. Xem lại rồi làm tiếp.',
  } satisfies Words<DraftFailure['kind']>,
  /** Failures of requests to the server outside sync. */
  remote: {
    offline: 'Chưa tới được máy chủ. Tìm chỗ có mạng rồi thử lại.',
    notUnderstood: 'Ứng dụng không đọc được trả lời của máy chủ. Cập nhật ứng dụng rồi thử lại.',
    malformed: 'Máy chủ không đọc được yêu cầu này. Cập nhật ứng dụng rồi thử lại.',
    tooLarge: 'Tệp hoặc yêu cầu quá lớn. Chia nhỏ rồi thử lại.',
    signedOut: 'Phiên đăng nhập đã hết. Đăng nhập lại; dữ liệu trong máy vẫn còn nguyên.',
    wrongPassword: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    lockedOut: 'Đã thử sai nhiều lần. Đợi một lúc rồi thử lại, hoặc nhờ người quản trị đặt lại mật khẩu.',
    disabled: 'Tài khoản này đã ngừng dùng. Hỏi người quản trị của xã.',
    forbidden: 'Tài khoản này không được làm việc này.',
    csrf: 'Phiên đăng nhập đã đổi. Thử lại một lần nữa.',
    notFound: 'Không tìm thấy trên máy chủ.',
    taken: 'Tên hoặc mã này đã có. Chọn tên khác.',
    changedSince: 'Người khác vừa sửa chỗ này. Đóng lại, xem bản mới rồi sửa.',
    weakPassword: 'Mật khẩu mới quá dễ đoán. Đặt dài hơn.',
    tooMany: 'Yêu cầu dồn dập quá. Đợi một lúc rồi thử lại.',
    revokedDevice: 'Máy này đã bị thu hồi. Đăng nhập lại để đăng ký máy.',
    unknownDevice: 'Máy chủ chưa biết máy này. Đăng nhập lại để đăng ký máy.',
    oldClient: 'Ứng dụng đã cũ. Cập nhật rồi thử lại.',
    importErrors: 'Tệp còn dòng sai. Chưa nhập dòng nào.',
    busy: 'Máy chủ đang bận. Đợi một lúc rồi thử lại.',
    internal: 'Máy chủ gặp trục trặc. Dữ liệu trong máy vẫn còn; thử lại sau.',
  } satisfies Words<RemoteFailure['error']>,
  /** Why a sync run ended early, and what to do. */
  sync: {
    offline: 'Không có mạng. Cứ làm tiếp.',
    notUnderstood: 'Ứng dụng không đọc được trả lời của máy chủ. Máy tự thử lại; chưa được thì cập nhật ứng dụng.',
    busy: 'Máy chủ đang bận. Máy tự thử lại sau ít phút.',
    signedOut: 'Phiên đăng nhập đã hết. Nhập mật khẩu tài khoản để gửi tiếp; phiếu vẫn nằm an toàn trong máy.',
    revoked: 'Máy này đã bị thu hồi hoặc tài khoản đã ngừng. Phiếu đang chờ được gửi đi trước; hỏi người quản trị của xã.',
    oldClient: 'Ứng dụng đã cũ, máy chủ chưa nhận được. Cập nhật rồi gửi; phiếu vẫn còn nguyên.',
    serverFault: 'Máy chủ gặp trục trặc. Máy tự thử lại; phiếu vẫn nằm an toàn trong máy.',
    storage: 'Máy không ghi được dữ liệu vừa nhận.',
  } satisfies Words<SyncTrouble['kind']>,
  /** Why the server refused a change, and what to do. */
  refusal: {
    outOfScope: 'thôn này không còn giao cho tài khoản này. Hỏi người quản trị',
    notAllowed: 'tài khoản này không được làm việc này',
    unknownRecord: 'máy chủ không có hồ sơ này',
    parentMissing: 'hộ hoặc người của phiếu này chưa có trên máy chủ. Gửi hộ trước',
    headMismatch: 'mã hồ sơ này đã dùng cho hồ sơ khác',
    unknownForm: 'máy chủ chưa có mẫu phiếu này. Báo người quản trị',
    findings: 'phiếu còn chỗ sai. Sửa rồi gửi lại',
    changedSince: 'hồ sơ đã đổi sau khi xem. Mở lại để xem bản mới',
    notReviewable: 'phiếu không còn chờ kiểm tra',
    recordFull: 'hồ sơ này đã có quá nhiều nội dung. Báo người quản trị',
    malformed: 'máy chủ không đọc được phiếu này. Báo người quản trị',
  } satisfies Words<RefusalReason>,
  refused: (reason: string) => `Máy chủ chưa nhận: ${reason}.`,
  held: 'Hai máy cùng sửa hồ sơ này. Chọn bản đúng.',
  heldLocked: 'Phiếu này đã nghiệm thu. Chỗ sửa được giữ lại để người kiểm tra xem.',
})
