import { counted } from './counted'
import { defineTexts } from './defineTexts'

/** What the closed book has to say before anybody opens it. */
export const gateNoticeTexts = defineTexts({
  vi: {
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
  },
  en: {
    lost: 'A book was opened on this device before, but the browser has erased its data. Forms that were sent are safe on the server; forms not yet sent from this device are lost. Sign in to download the book again, then ask for lasting storage on the Sync page.',
    erased: (usernames: string) => `This device was revoked or the account disabled, and the book of ${usernames} was erased from it. The server has everything; no form is lost, and forms begun come back on the next device you can sign in on.`,
    title: 'This device was revoked or the account disabled',
    kept: 'The book stays locked and is not erased, because some of it the server does not have:',
    sealed: (count: number) => `${counted(count, 'form')} waiting`,
    begun: (count: number) => `${counted(count, 'begun form or note', 'begun forms and notes')}, not handed in`,
    photos: (count: number) => `${counted(count, 'photo')} of papers waiting: sent over Wi-Fi, or when “Send photos now” is pressed`,
    sendPhotos: 'Send photos now',
    photosLeft: 'Not all photos were sent. Press again where there is a network.',
    send: 'Bring the device to a network: those forms are handed in by themselves.',
    open: 'Open the book and finish, then press “Hand in what waits” on the sync page. When all is in, the book erases itself.',
    forgot: 'If nobody can open the book, press “Forgot the passphrase”.',
    soon: 'Everything is handed in. The book erases itself when there is a network and no page has it open.',
  },
})
