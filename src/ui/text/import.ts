import type { ReadFailure } from '../../exchange/table'
import type { ReadingProblem } from '../../exchange/toImportRows'
import type { ImportProblem } from '../../protocol/importProblems'
import { counted } from './counted'
import { defineTexts } from './defineTexts'

type ProblemWords = { readonly [problem in ImportProblem | ReadingProblem]: string }
type FailureKind = ReadFailure['kind']
type FileWords = { readonly [kind in FailureKind]: string | ((count: string) => string) }

/** Words of the first import. The compiler checks that every wrong file and every wrong cell has some. */
export const importTexts = defineTexts({
  vi: {
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
  },
  en: {
    title: 'Import a list',
    steps: { choose: '1. File', columns: '2. Columns', preview: '3. Preview', done: '4. Import' },
    choose: {
      words: 'A list of households and people, one person a line. An .xlsx or .csv file (UTF-8). The file is read in this browser; nothing is written until you have seen the preview and press Import.',
      label: 'Choose the list', reading: 'Reading the file…', template: 'Download a template', templateName: 'households-and-people.csv', another: 'Choose another file',
    },
    file: {
      wrongType: 'This is neither an Excel list nor CSV. Open it in Excel, save as .xlsx and choose it again.',
      unreadable: 'The file cannot be read. Close it in other programs, or copy it to this device, and choose it again.',
      oldExcel: 'An old Excel file (.xls), or one with a password. Open it in Excel, remove the password, save as .xlsx and choose it again.',
      tooLarge: (megabytes: string) => `Too large (over ${megabytes} MB). Split it by hamlet.`,
      broken: 'The file is damaged or incomplete. Open it in Excel, save it again and choose it again.',
      empty: 'The file has no rows.',
      notUtf8: (line: string) => `Line ${line} cannot be read (old code page). In Excel save as .xlsx or CSV UTF-8 and choose it again.`,
      openQuote: (line: string) => `Line ${line} opens a quote and does not close it. Correct the line and choose the file again.`,
      tooManyRows: (rows: string) => `The file has ${counted(rows, 'row')}, more than 50,000. Split it by hamlet.`,
    },
    columns: {
      words: 'Choose the column of the file for each item. Guessed by name and remembered for the next time; only names of columns are kept.',
      caption: 'Columns', ours: 'In the book', theirs: 'In the file', example: 'Example', none: '(none)', unnamed: (at: number) => `Column ${at}`,
      required: 'needed', sheet: 'Sheet', fillDown: 'Blank household code, hamlet, address: take the row above', fillDownHint: 'For lists that write the household only on its first row (merged cells).',
      needs: (labels: string) => `Missing columns: ${labels}`, preview: 'Preview', checking: 'Checking…',
    },
    preview: {
      summary: (file: string, rows: string) => `${file} · ${counted(rows, 'row')} · `, nothingYet: 'nothing is written yet',
      good: 'rows right', warned: 'rows to look at', wrong: 'rows wrong, not imported', totals: (households: string, people: string, hamlets: string) => `in these rows: ${counted(households, 'household')}, ${counted(people, 'person', 'people')}, ${counted(hamlets, 'hamlet')}`,
      wrongTag: 'Wrong', warnedTag: 'To look at', goodTag: 'Right',
      caption: 'Preview', line: 'Row', result: 'Result', ok: 'Imported', okWarned: 'Imported, look', notOk: 'Not imported',
      more: (count: string) => `${count} more rows like these are not shown here.`,
      download: (count: string) => `Download ${count} wrong rows`, downloadName: 'wrong-rows.csv', whatsWrong: 'What is wrong',
      commit: (count: string) => `Import ${counted(count, 'row')}`, without: (count: string) => `Leave out ${counted(count, 'wrong row')} and check the rest`, back: 'Columns again', cancel: 'Cancel', committing: 'Importing…',
      blocked: 'While a row is wrong, nothing is imported. Correct the file and choose it again, or leave the wrong rows out.',
      none: 'No rows of this kind.',
    },
    done: {
      title: 'Imported', words: 'Devices of officers get them with the next sync.',
      added: (households: string, people: string) => `Added: ${counted(households, 'household')}, ${counted(people, 'person', 'people')}`, changed: (households: string, people: string) => `Changed: ${counted(households, 'household')}, ${counted(people, 'person', 'people')}`,
      unchanged: (households: string, people: string) => `Left as they were: ${counted(households, 'household')}, ${counted(people, 'person', 'people')}`,
      again: 'Import another file', users: 'Assign hamlets to people',
    },
    problems: {
      leadingZeroAdded: 'Excel dropped the leading 0: added again', serialDate: 'Excel made a number of the date: turned back', digitsLost: 'Excel lost digits. Take them from the paper',
      tooLong: 'Too long (over 500 characters)', cellError: 'An error of Excel stands in this cell. Correct it and choose the file again', noValue: 'A formula without a value. Open the file in Excel, save it and choose it again',
      required: 'Must not be blank', unknownHamlet: 'No such hamlet. Add it first, or correct the name', hamletsDisagree: 'Code and name belong to two hamlets',
      householdInTwoHamlets: 'This household code stands in two hamlets', hamletDiffers: 'The book has this household in another hamlet', householdMerged: 'The book has merged this household with another: new people go there',
      householdCodeTwice: 'The book has more than one household with this code. Have a collector correct the code or report a merge, then import again',
      livesElsewhere: 'The book has this person in another household, or merged: nothing is added or changed', householdTooLarge: 'More than 100 rows have this household code. Is it the right column?', sameTwice: 'The same person is above in this household',
      twoHeadNames: 'This household code has two names of heads. Two households: correct the code; one: correct the name', twoAddresses: 'The household has two addresses: the one above is taken', headGuessed: 'No row says who is the head of this household: this person is taken',
      numberTwice: 'This number stands on two rows', twoHeads: 'The household has two heads', date: 'Not a day, month or year. Write 13/04/1960 or 1960', sex: 'Write Nam or Nữ',
      ethnicity: 'Not in the list of ethnic groups', relationOther: 'A relation outside the list: taken as “other”', relationBa: '“Ba” without a tone: taken as the father. Correct it if it is “bà”', oldNumber: '9 digits: kept as the old number', phoneConverted: 'An old 11-digit number: converted',
      keptNewer: 'The book has a newer value by an officer: kept', changedMeanwhile: 'Someone just changed this record. Import again', refused: 'The book does not take this row. Check its cells',
    },
    unknownProblem: 'Look at this cell again',
  },
})
