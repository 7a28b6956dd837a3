import { defineTexts } from './defineTexts'

/** Words of the notices on a locked book's screen, shown before anybody opens it. */
export const gateNoticeTexts = defineTexts('gateNotices', {
  lost: 'Máy này đã từng mở sổ, nhưng trình duyệt đã xóa dữ liệu trong máy. Phiếu đã gửi vẫn còn trên máy chủ; phiếu chưa gửi trên máy này thì mất. Đăng nhập để tải lại sổ, rồi xin máy giữ bền dữ liệu ở trang Đồng bộ.',
  erased: (usernames: string) => `Máy này đã bị thu hồi hoặc tài khoản đã ngừng, nên sổ của ${usernames} đã được xóa khỏi máy. Máy chủ đã nhận đủ, không mất phiếu nào; phiếu đang làm dở sẽ có lại khi đăng nhập được ở máy khác.`,
  title: 'Máy này đã bị thu hồi hoặc tài khoản đã ngừng',
  kept: 'Sổ vẫn khóa và chưa bị xóa, vì trên máy còn thứ máy chủ chưa có:',
  sealed: (count: number) => `${count} phiếu chờ gửi`,
  begun: (count: number) => `${count} phiếu, ghi chú đang làm dở chưa nộp`,
  photos: (count: number) => `${count} ảnh giấy tờ chờ gửi: tự gửi khi có Wi-Fi, hoặc bấm “Gửi ảnh bây giờ”`,
  sendPhotos: 'Gửi ảnh bây giờ',
  photosLeft: 'Chưa gửi hết ảnh. Tìm chỗ có mạng rồi bấm lại.',
  send: 'Đưa máy tới chỗ có mạng: các phiếu đó tự nộp.',
  open: 'Mở sổ làm nốt, rồi vào Đồng bộ bấm Nộp phiếu đang chờ. Nộp hết thì sổ tự xóa khỏi máy.',
  forgot: 'Không ai mở được sổ thì bấm Quên mật khẩu mở sổ.',
  soon: 'Mọi thứ đã nộp. Sổ tự xóa khi có mạng và không còn trang nào đang mở sổ.',
})
