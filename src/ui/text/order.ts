import { defineTexts } from './defineTexts'

/** Words of the screen that puts the doors of a hamlet into the order a team walks. */
export const orderTexts = defineTexts('order', {
  title: 'Thứ tự đi',
  open: 'Sắp thứ tự đi',
  pick: 'Chạm hộ cần chuyển, rồi chạm hộ đứng ngay trước nó.',
  picked: (name: string) => `Đang chuyển ${name}. Chạm hộ đứng ngay trước.`,
  first: 'Đặt lên đầu',
  cancel: 'Thôi chuyển',
  moving: 'Đang xếp lại. Lần đầu có thể lâu hơn.',
  moved: (name: string) => `Đã chuyển ${name}.`,
  stuck: 'Chưa xếp được hộ đang sửa dở hoặc còn chỗ sai. Mở hộ, sửa xong gửi đi, rồi xếp lại:',
})
