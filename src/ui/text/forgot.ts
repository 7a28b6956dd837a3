import { defineTexts } from './defineTexts'

/** Words of the screen for a forgotten passphrase. */
export const forgotTexts = defineTexts('forgot', {
  title: 'Đặt lại mật khẩu mở sổ',
  what: 'Không ai mở lại được dữ liệu đang khóa, kể cả máy chủ. Cách làm: gửi phiếu đang chờ, rồi tải lại sổ và đặt mật khẩu mới.',
  waiting: (count: number) => `${count} phiếu chờ gửi nằm trong phong bì có khóa riêng. Máy gửi được chúng mà không cần mở sổ.`,
  none: 'Không còn phiếu nào chờ gửi.',
  handIn: (count: number) => `Gửi ${count} phiếu đang chờ`,
  left: (count: number) => `Còn ${count} phiếu chưa gửi được. Chúng vẫn được giữ trong máy và tự gửi khi có mạng.`,
  drafts: (count: number) => `${count} phiếu, ghi chú đang làm dở không mất: bỏ sổ cũ thì máy gửi chúng đi, tải sổ mới xong là có lại.`,
  photos: (count: number) => `${count} ảnh chưa gửi không mất: bỏ sổ cũ thì máy gửi khi có Wi-Fi, hoặc khi bấm “Gửi ảnh bây giờ” ở Đồng bộ.`,
  go: 'Bỏ sổ cũ, tải lại',
  back: 'Thôi, thử mở lại',
})
