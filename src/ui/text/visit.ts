import { defineTexts } from './defineTexts'

/** Words of a visit at a door. */
export const visitTexts = defineTexts('visit', {
  last: 'Lần đến',
  none: 'Chưa ghi lần đến nào',
  on: (outcome: string, day: string) => `${outcome}, ${day}`,
  again: (day: string) => `Hẹn lại ${day}`,
  record: 'Ghi lần đến',
  title: 'Ghi lần đến hôm nay',
  outcome: 'Kết quả',
  next: 'Hẹn đến lại',
  tomorrow: 'Ngày mai',
  inDays: (days: number) => `${days} ngày nữa`,
  nextWeek: 'Tuần sau',
  nextHint: 'Gõ ngày khác, hoặc để trống khi chưa hẹn.',
  note: 'Ghi chú',
  noteHint: 'Ví dụ: đi rẫy, chiều mới về.',
  save: 'Lưu lần đến',
  choose: 'Chọn kết quả',
  badDay: 'Ghi ngày sau hôm nay, dạng 25/11/2026',
  saved: 'Đã ghi lần đến. Có mạng là máy tự gửi.',
  whole: 'cả hộ',
  closes: (people: number) => `Trong hộ còn ghi ${people} người. Chọn mục này là cả hộ không còn ai ở đây, phiếu chưa làm của mọi người không tính là thiếu nữa. Chỉ một người chết, chuyển đi hoặc không rõ ở đâu: chọn “Gặp”, rồi mở người đó, bấm “Hỏi và ghi lại”.`,
  closed: 'Cả hộ không còn ai ở đây: phiếu chưa làm không tính là thiếu nữa.',
  inDraft: 'Thông tin hộ đang sửa dở. Ghi lần đến trong phiếu đó.',
  openDraft: 'Mở phiếu đang sửa',
})
