import { defineTexts } from './defineTexts'

/** Words of the four screens for somebody who opens the book for the first time, while it is being downloaded. */
export const tourTexts = defineTexts('tour', {
  title: 'Sổ Thôn dùng thế nào',
  place: (at: number, of: number) => `${at}/${of}`,
  steps: {
    round: { head: 'Đi từng nhà', body: 'Mục Thôn có các hộ và việc còn lại ở mỗi nhà. Nút lớn ở dưới màn hình mở đúng việc tiếp theo.' },
    saved: { head: 'Phiếu tự lưu', body: 'Gõ tới đâu máy giữ tới đó. Tắt máy giữa chừng, mở lại vẫn còn nguyên.' },
    offline: { head: 'Không có mạng cứ làm', body: 'Phiếu nằm chờ trong máy và tự gửi khi có mạng. Mục Đồng bộ cho biết phiếu nào máy chủ đã nhận.' },
    secret: { head: 'Giữ kín cho người dân', body: 'Sổ tự khóa khi để yên vài phút. Không cho ai mượn mật khẩu mở sổ. Mất máy thì báo ngay người quản trị.' },
  },
  next: 'Tiếp',
  skip: 'Bỏ qua',
  start: 'Bắt đầu',
  downloading: (count: string) => `Đang tải sổ về máy: ${count} hồ sơ`,
  downloaded: 'Đã tải xong sổ về máy.',
})
