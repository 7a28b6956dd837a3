import { defineTexts } from './defineTexts'

/** Words about the place of a house. */
export const locationTexts = defineTexts('location', {
  title: 'Vị trí nhà',
  none: 'Chưa ghi vị trí nhà',
  recorded: (day: string, metres: string) => `Đã ghi vị trí ${day} (± ${metres} m)`,
  record: 'Ghi vị trí',
  again: 'Ghi lại',
  remove: 'Bỏ vị trí',
  why: 'Hỏi chủ hộ trước. Đứng trước cửa nhà, ngoài trời.',
  measure: 'Dò vị trí',
  measuring: 'Đang dò, chờ đến nửa phút…',
  measureAgain: 'Dò lại',
  found: (metres: string) => `Sai số khoảng ${metres} m`,
  coarse: 'Sai số còn lớn. Ra chỗ trống rồi dò lại, hoặc lưu tạm.',
  save: 'Lưu vị trí',
  saved: 'Đã ghi vị trí nhà. Có mạng là máy tự gửi.',
  removed: 'Đã bỏ vị trí nhà. Có mạng là máy tự gửi.',
  trouble: {
    denied: 'Máy chưa cho trang này dùng vị trí. Mở cài đặt của trình duyệt, cho phép Vị trí, rồi dò lại.',
    none: 'Chưa dò được. Bật Vị trí trên máy, ra chỗ trống, rồi dò lại.',
    abroad: 'Vị trí dò được không nằm trong Việt Nam. Dò lại.',
  },
})
