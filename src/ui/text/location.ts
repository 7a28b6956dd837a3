import { defineTexts } from './defineTexts'

/** Words of where a house stands. */
export const locationTexts = defineTexts({
  vi: {
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
  },
  en: {
    title: 'Where the house is',
    none: 'Place not recorded yet',
    recorded: (day: string, metres: string) => `Place recorded ${day} (± ${metres} m)`,
    record: 'Record the place',
    again: 'Record again',
    remove: 'Remove the place',
    why: 'Ask the head of the household first. Stand at the door, outside.',
    measure: 'Find the place',
    measuring: 'Looking, up to half a minute…',
    measureAgain: 'Look again',
    found: (metres: string) => `About ${metres} m off`,
    coarse: 'Far off still. Look again from an open place, or save it for now.',
    save: 'Save the place',
    saved: 'Place recorded. It is sent by itself when there is a line.',
    removed: 'Place removed. That is sent by itself when there is a line.',
    trouble: {
      denied: 'This page may not use the location. Allow it in the settings of the browser and look again.',
      none: 'Not found. Turn on Location on the device, go to an open place and look again.',
      abroad: 'The place found is not in Viet Nam. Look again.',
    },
  },
})
