import { counted } from './counted'
import { defineTexts } from './defineTexts'

/** Of the screen of a forgotten passphrase. */
export const forgotTexts = defineTexts({
  vi: {
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
  },
  en: {
    title: 'New passphrase',
    what: 'Nobody can open the locked data again, not even the server. What to do: send what waits, then download the book again with a new passphrase.',
    waiting: (count: number) => `${counted(count, 'waiting form is', 'waiting forms are')} in sealed envelopes. The device can send what waits without opening the book.`,
    none: 'Nothing is waiting.',
    handIn: (count: number) => `Send ${counted(count, 'waiting form')}`,
    left: (count: number) => `${counted(count, 'form')} could not be sent yet: kept on the device and sent by itself later.`,
    drafts: (count: number) => `Not lost: ${counted(count, 'begun form or note', 'begun forms and notes')}, sent when the old book is dropped and brought back into the new one.`,
    photos: (count: number) => `Not lost: ${counted(count, 'photo')} not sent. Once the old book is dropped the device sends what waits over Wi-Fi, or when “Send photos now” is pressed on the Sync page.`,
    go: 'Drop the old book, download again',
    back: 'No, try to open again',
  },
})
