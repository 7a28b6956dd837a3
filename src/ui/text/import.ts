import type { ReadFailure } from '../../exchange/table'
import type { ReadingProblem } from '../../exchange/toImportRows'
import type { ImportProblem } from '../../protocol/importProblems'
import { defineTexts } from './defineTexts'

type ProblemWords = { readonly [problem in ImportProblem | ReadingProblem]: string }
type FailureKind = ReadFailure['kind']
type FileWords = { readonly [kind in FailureKind]: string | ((count: string) => string) }

/** Words of the first import. The compiler checks that every kind of wrong file and wrong cell has words. */
export const importTexts = defineTexts('import', {
  title: 'Nhập tệp Excel',
  steps: { choose: '1. Chọn tệp', columns: '2. Ghép cột', preview: '3. Xem trước', done: '4. Nhập' },
  choose: {
    words: 'Danh sách hộ và người trong hộ, mỗi dòng một người. Tệp .xlsx hoặc .csv (UTF-8). Máy đọc tệp ngay trên trình duyệt; chưa ghi gì vào sổ cho đến khi xem trước và bấm Nhập.',
    label: 'Chọn tệp danh sách', reading: 'Đang đọc tệp…', template: 'Tải tệp mẫu', templateName: 'mau-danh-sach-ho-va-nguoi.csv', another: 'Chọn tệp khác',
  },
  file: {
    wrongType: 'Tệp này không phải danh sách Excel hay CSV. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.',
    unreadable: 'Không đọc được tệp. Đóng tệp ở chương trình khác, hoặc chép tệp vào máy này, rồi chọn lại.',
    oldExcel: 'Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu thành .xlsx rồi chọn lại.',
    tooLarge: (megabytes: string) => `Tệp quá lớn (hơn ${megabytes} MB). Chia theo thôn rồi nhập từng tệp.`,
    broken: 'Tệp bị hỏng hoặc chưa tải hết. Mở thử bằng Excel, lưu lại rồi chọn lại.',
    empty: 'Tệp không có dòng nào.',
    notUtf8: (line: string) => `Dòng ${line} có chữ không đọc được (bảng mã cũ). Trong Excel chọn Lưu thành .xlsx, hoặc CSV UTF-8, rồi chọn lại.`,
    openQuote: (line: string) => `Dòng ${line} có dấu nháy kép mở mà không đóng. Sửa dòng đó rồi chọn lại.`,
    tooManyRows: (rows: string) => `Tệp có ${rows} dòng, nhiều hơn 50.000. Chia theo thôn rồi nhập từng tệp.`,
  } satisfies FileWords,
  columns: {
    words: 'Chọn cột của tệp cho từng mục. Máy đã đoán theo tên cột và nhớ cho lần sau; máy chỉ nhớ tên cột.',
    caption: 'Ghép cột', ours: 'Mục trong sổ', theirs: 'Cột trong tệp', example: 'Ví dụ trong tệp', none: '(không có)', unnamed: (at: number) => `Cột ${at}`,
    required: 'cần có', sheet: 'Trang', fillDown: 'Ô trống ở mã hộ, thôn, địa chỉ: lấy theo dòng trên', fillDownHint: 'Dùng khi danh sách chỉ ghi mã hộ ở dòng chủ hộ (ô gộp).',
    needs: (labels: string) => `Còn thiếu cột: ${labels}`, preview: 'Xem trước', checking: 'Đang kiểm tra…',
  },
  preview: {
    summary: (file: string, rows: string) => `${file} · ${rows} dòng · `, nothingYet: 'chưa ghi gì vào sổ',
    good: 'dòng đúng', warned: 'dòng nhập được, cần xem lại', wrong: 'dòng sai, chưa nhập', totals: (households: string, people: string, hamlets: string) => `các dòng này gồm ${households} hộ, ${people} người, ${hamlets} thôn`,
    wrongTag: 'Dòng sai', warnedTag: 'Xem lại', goodTag: 'Dòng đúng',
    caption: 'Xem trước', line: 'Dòng', result: 'Kết quả', ok: 'Nhập', okWarned: 'Nhập, xem lại', notOk: 'Chưa nhập',
    more: (count: string) => `Còn ${count} dòng nữa như vậy, không hiện ở đây.`,
    download: (count: string) => `Tải ${count} dòng sai về sửa`, downloadName: 'dong-sai.csv', whatsWrong: 'Chỗ sai',
    commit: (count: string) => `Nhập ${count} dòng`, without: (count: string) => `Bỏ ${count} dòng sai, kiểm tra lại phần còn lại`, back: 'Ghép lại cột', cancel: 'Hủy, không nhập', committing: 'Đang nhập…',
    blocked: 'Còn dòng sai thì chưa nhập dòng nào. Sửa trong tệp rồi chọn lại, hoặc bỏ các dòng sai.',
    none: 'Không có dòng nào thuộc loại này.',
  },
  done: {
    title: 'Đã nhập xong', words: 'Máy của người thu thập nhận về ở lần đồng bộ sau.',
    added: (households: string, people: string) => `Thêm mới: ${households} hộ, ${people} người`, changed: (households: string, people: string) => `Sửa: ${households} hộ, ${people} người`,
    unchanged: (households: string, people: string) => `Giữ nguyên: ${households} hộ, ${people} người`,
    again: 'Nhập tệp khác', users: 'Giao thôn cho người thu thập',
  },
  problems: {
    leadingZeroAdded: 'Excel làm mất số 0 ở đầu: máy đã thêm lại', serialDate: 'Excel đổi ngày thành số: máy đã đổi lại', digitsLost: 'Excel làm mất chữ số. Lấy lại từ giấy gốc',
    tooLong: 'Ô này quá dài (hơn 500 ký tự)', cellError: 'Ô này trong Excel đang báo lỗi. Sửa ô rồi chọn lại tệp', noValue: 'Ô này là công thức chưa có kết quả. Mở tệp bằng Excel, lưu lại rồi chọn lại',
    required: 'Ô này không được để trống', unknownHamlet: 'Xã chưa có thôn này. Thêm thôn trước, hoặc sửa tên', hamletsDisagree: 'Mã thôn và tên thôn là hai thôn khác nhau',
    householdInTwoHamlets: 'Mã hộ này đứng ở hai thôn trong tệp', hamletDiffers: 'Trong sổ, hộ này thuộc thôn khác', householdMerged: 'Trong sổ, hộ này đã gộp vào hộ khác: người mới vào hộ kia',
    householdCodeTwice: 'Trong sổ có hơn một hộ mang mã này. Nhờ người thu thập sửa mã hoặc báo gộp, rồi nhập lại',
    livesElsewhere: 'Trong sổ, người này ở hộ khác hoặc đã gộp: không thêm, không sửa gì', householdTooLarge: 'Hơn 100 dòng cùng mã hộ này. Xem lại đã ghép đúng cột mã hộ chưa', sameTwice: 'Người này đã có ở dòng trên trong cùng hộ',
    twoHeadNames: 'Mã hộ này có hai tên chủ hộ. Nếu là hai hộ, sửa mã hộ; nếu là một, sửa tên chủ hộ', twoAddresses: 'Hộ này có hai địa chỉ: lấy địa chỉ ở dòng trên', headGuessed: 'Hộ này không ghi ai là chủ hộ: lấy người này',
    numberTwice: 'Số này đứng ở hai dòng', twoHeads: 'Hộ có hai chủ hộ', date: 'Không phải ngày, tháng hay năm. Ghi như 13/04/1960 hoặc 1960', sex: 'Ghi Nam hoặc Nữ',
    ethnicity: 'Không có trong danh mục dân tộc', relationOther: 'Quan hệ ngoài danh mục: ghi là “Khác”', relationBa: '“Ba” ghi là cha. Nếu là bà thì sửa lại', oldNumber: 'Số 9 chữ số: giữ làm số CMND cũ', phoneConverted: 'Số cũ 11 chữ số: đổi sang đầu số mới',
    keptNewer: 'Trong sổ có giá trị mới hơn do người thu thập ghi: giữ giá trị trong sổ', changedMeanwhile: 'Hồ sơ vừa có người sửa. Nhập lại lần nữa', refused: 'Sổ không nhận dòng này. Xem lại các ô của dòng',
  } satisfies ProblemWords,
  unknownProblem: 'Xem lại ô này',
})
