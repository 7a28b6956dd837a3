import { defineTexts } from './defineTexts'

/** Words of the shared parts of screens (`ui/parts`). */
export const partTexts = defineTexts('parts', {
  appName: 'Sổ Thôn',
  back: 'Quay lại',
  close: 'Đóng',
  main: 'Chính',
  toMain: 'Đến nội dung chính',
  undo: 'Hoàn tác',
  optional: '(không bắt buộc)',
  show: 'Hiện',
  hide: 'Ẩn',
  clear: 'Xóa ô tìm',
  loading: 'Đang mở…',
  state: {
    none: 'Chưa làm', draft: 'Nháp', queued: 'Chờ gửi', sent: 'Đã gửi', returned: 'Bị trả lại', accepted: 'Đã nghiệm thu',
    action: 'Cần xử lý', live: 'Đã có trong sổ', warn: 'Cảnh báo',
  },
  nav: {
    thon: 'Thôn', viec: 'Việc', dongBo: 'Đồng bộ', cuaToi: 'Của tôi', kiemTra: 'Chờ kiểm tra', dot: 'Đợt gửi đến', so: 'Hộ và người', yeuCau: 'Yêu cầu',
    tienDo: 'Tiến độ thôn', nhapTep: 'Nhập tệp', nguoiDung: 'Người dùng', may: 'Máy', thonBan: 'Thôn', kyDieuTra: 'Kỳ điều tra',
  },
  role: { member: 'Tổ viên thôn', officer: 'Người thu thập', supervisor: 'Người kiểm tra', admin: 'Người quản trị' },
  chip: {
    noNetwork: 'Không có mạng',
    waiting: (count: number) => `${count} chờ gửi`,
    waitingShort: (count: number) => `${count} chờ`,
    sending: (sent: number, toSend: number) => `Đang gửi ${sent}/${toSend}`,
    sendingShort: (sent: number, toSend: number) => `${sent}/${toSend}`,
    receiving: 'Đang nhận',
    done: 'Đã gửi hết',
    needsYou: 'Cần xem',
    idle: 'Đồng bộ',
    label: (words: string) => `${words}. Mở trang Đồng bộ`,
    waitingOffline: (count: number) => `${count} chờ gửi, không có mạng`,
  },
  count: (words: string, count: number) => `${words} ${count}`,
})
