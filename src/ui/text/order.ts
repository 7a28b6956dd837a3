import { defineTexts } from './defineTexts'

/** Words of putting the doors of a hamlet into the order a team walks. */
export const orderTexts = defineTexts({
  vi: {
    title: 'Thứ tự đi',
    open: 'Sắp thứ tự đi',
    pick: 'Chạm hộ cần chuyển, rồi chạm hộ đứng ngay trước nó.',
    picked: (name: string) => `Đang chuyển ${name}. Chạm hộ đứng ngay trước.`,
    first: 'Đặt lên đầu',
    cancel: 'Thôi chuyển',
    moving: 'Đang xếp lại. Lần đầu có thể lâu hơn.',
    moved: (name: string) => `Đã chuyển ${name}.`,
    stuck: 'Chưa xếp được hộ đang sửa dở hoặc còn chỗ sai. Mở hộ, sửa xong gửi đi, rồi xếp lại:',
  },
  en: {
    title: 'Order of the round',
    open: 'Order of the round',
    pick: 'Press the household to move, then the one it comes right after.',
    picked: (name: string) => `Moving ${name}. Press the one right before it.`,
    first: 'Put it first',
    cancel: 'Do not move',
    moving: 'Being put in order. The first time may take longer.',
    moved: (name: string) => `${name} was moved.`,
    stuck: 'A household that is being edited or has something wrong stays where it is. Open it, correct and send it, then move it:',
  },
})
