import type { Words } from '../form'
import type { ValueProblem } from '../checking/valueProblem'

/** Words for the problem of a value. `{label}` is the short label of the field; the other data comes from the problem. */
export const problemWords = {
  type: { vi: '{label}: máy không đọc được câu trả lời. Nhập lại.', en: '{label}: the answer cannot be read. Enter it again.' },
  blank: { vi: 'Chưa trả lời: {label}', en: 'Not answered yet: {label}' },
  untidy: { vi: '{label}: còn dấu cách thừa hoặc chữ gõ chưa chuẩn. Nhập lại.', en: '{label}: has stray spaces or unusual characters. Enter it again.' },
  tooLong: { vi: '{label}: dài quá {max} ký tự. Viết ngắn lại.', en: '{label}: longer than {max} characters. Shorten it.' },
  dateFormat: { vi: '{label}: ghi ngày/tháng/năm, ví dụ 13/04/1960', en: '{label}: write day/month/year, such as 13/04/1960' },
  noSuchDay: { vi: 'Tháng {month} không có ngày {day}', en: 'Month {month} has no day {day}' },
  noSuchMonth: { vi: 'Không có tháng {month}', en: 'There is no month {month}' },
  datePrecision: { vi: '{label}: cần ghi đủ ngày, tháng, năm', en: '{label}: needs day, month and year' },
  year: { vi: '{label}: năm {year} chưa đúng, cần từ 1900 trở đi', en: '{label}: year {year} cannot be right, from 1900 on' },
  choice: { vi: '{label}: chọn một mục trong danh sách', en: '{label}: choose from the list' },
  twice: { vi: '{label}: một mục được chọn hai lần', en: '{label}: one item is chosen twice' },
  notDigits: { vi: '{label} chỉ gồm chữ số', en: '{label} has digits only' },
  digits: { vi: '{label} mới có {have} chữ số, cần đủ {need}', en: '{label} has {have} digits so far, needs {need}' },
  oldNumber: { vi: '{label} mới có 9 chữ số, cần đủ 12. Số CMND cũ thì ghi ở ô khác hoặc bỏ trống.', en: '{label} has 9 digits, needs 12. The old card’s number goes elsewhere.' },
  phone: { vi: '{label} chưa đúng: di động có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09', en: '{label} is not a phone number: 10 digits beginning 03, 05, 07, 08 or 09' },
  oldPhone: { vi: '{label}: số 11 chữ số cũ, nay là {now}', en: '{label}: an old 11-digit number, now {now}' },
  email: { vi: '{label} chưa đúng, ví dụ ten@congty.vn', en: '{label} is not an address, such as name@firm.vn' },
  commune: { vi: '{label}: chọn xã, phường trong danh sách', en: '{label}: choose a commune from the list' },
  place: { vi: '{label}: không phải một nơi trong Việt Nam. Ghi lại.', en: '{label}: no place in Viet Nam. Record it again.' },
  photo: { vi: '{label}: ảnh không đọc được. Chụp lại.', en: '{label}: the photo cannot be read. Take it again.' },
  range: { vi: '{label}: cần từ {min|number} đến {max|number}', en: '{label}: from {min|number} to {max|number}' },
  whole: { vi: '{label}: ghi số nguyên, không có phần lẻ', en: '{label}: a whole number' },
  mayNotMiss: { vi: 'Chưa trả lời: {label}', en: 'Not answered yet: {label}' },
  required: { vi: 'Chưa trả lời: {label}', en: 'Not answered yet: {label}' },
  leftOver: { vi: '{label}: không hỏi mà vẫn còn câu trả lời. Bỏ câu trả lời này.', en: '{label}: answered though not asked. Take the answer away.' },
} as const satisfies Record<ValueProblem, Words>

/** In place of `digits`, if there are too many. */
export const tooManyDigits: Words = { vi: '{label} có {have} chữ số, chỉ được {need}', en: '{label} has {have} digits, must have {need}' }
