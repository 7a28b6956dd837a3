// The labour-survey questionnaire of domain.md 1.2, as data. Everything the contestants are fed is derived from this list.
// kind: text | int | date | one | many      req: always required while asked
// ask: [[key, op, value]...] all must hold (op: is, in, notIn, ge).  An unasked field makes every rule that reads it false.
const bool = [
  ['1', 'Có'],
  ['0', 'Không'],
]

export const provinces =
  `01 Hà Nội|04 Cao Bằng|08 Tuyên Quang|11 Điện Biên|12 Lai Châu|14 Sơn La|15 Lào Cai|19 Thái Nguyên|20 Lạng Sơn|22 Quảng Ninh|24 Bắc Ninh|25 Phú Thọ|31 Hải Phòng|33 Hưng Yên|37 Ninh Bình|38 Thanh Hóa|40 Nghệ An|42 Hà Tĩnh|44 Quảng Trị|46 Huế|48 Đà Nẵng|51 Quảng Ngãi|52 Gia Lai|56 Khánh Hòa|66 Đắk Lắk|68 Lâm Đồng|75 Đồng Nai|79 TP. Hồ Chí Minh|80 Tây Ninh|82 Đồng Tháp|86 Vĩnh Long|91 An Giang|92 Cần Thơ|96 Cà Mau`
    .split('|')
    .map((s) => [s.slice(0, 2), s.slice(3)])
export const communes =
  `22738 Đô Vinh|22741 Bảo An|22759 Phan Rang|22780 Đông Hải|22834 Ninh Chử|22786 Bác Ái Tây|22795 Bác Ái|22801 Bác Ái Đông|22810 Ninh Sơn|22813 Lâm Sơn|22822 Mỹ Sơn|22828 Anh Dũng|22840 Công Hải|22846 Vĩnh Hải|22849 Thuận Bắc|22852 Ninh Hải|22861 Xuân Hải|22870 Ninh Phước|22873 Phước Hậu|22888 Phước Dinh|22891 Phước Hữu|22897 Thuận Nam|22900 Phước Hà|22909 Cà Ná`
    .split('|')
    .map((s) => [s.slice(0, 5), s.slice(6)])
export const ethnicities =
  `01 Kinh|02 Tày|03 Thái|04 Hoa|05 Khơ-me|06 Mường|07 Nùng|08 Hmông|09 Dao|10 Gia-rai|11 Ngái|12 Ê-đê|13 Ba-na|14 Xơ-đăng|15 Sán Chay|16 Cơ-ho|17 Chăm|18 Sán Dìu|19 Hrê|20 Mnông|21 Ra-glai|22 Xtiêng|23 Bru-Vân Kiều|24 Thổ|25 Giáy|26 Cơ-tu|27 Gié-Triêng|28 Mạ|29 Khơ-mú|30 Co|31 Ta-ôi|32 Chơ-ro|33 Kháng|34 Xinh-mun|35 Hà Nhì|36 Chu-ru|37 Lào|38 La Chí|39 La Ha|40 Phù Lá|41 La Hủ|42 Lự|43 Lô Lô|44 Chứt|45 Mảng|46 Pà Thẻn|47 Cơ Lao|48 Cống|49 Bố Y|50 Si La|51 Pu Péo|52 Brâu|53 Ơ-đu|54 Rơ-măm|55 Người nước ngoài|56 Không rõ`
    .split('|')
    .map((s) => [s.slice(0, 2), s.slice(3)])
const occupations = [
  'Lực lượng vũ trang',
  'Nhà lãnh đạo',
  'CMKT bậc cao',
  'CMKT bậc trung',
  'Nhân viên trợ lý văn phòng',
  'Dịch vụ và bán hàng',
  'Nông, lâm, thủy sản',
  'Thợ thủ công',
  'Vận hành máy',
  'Lao động giản đơn',
].map((l, i) => [String(i), l])
// 22 level-1 sections; wording is ours (approximate), only the number and length of options matter here
const industries = [
  'Nông, lâm nghiệp, thủy sản',
  'Khai khoáng',
  'Công nghiệp chế biến, chế tạo',
  'Điện, khí đốt, hơi nước',
  'Cấp nước, xử lý rác thải',
  'Xây dựng',
  'Bán buôn, bán lẻ',
  'Vận tải, kho bãi',
  'Lưu trú, ăn uống',
  'Xuất bản, phát sóng',
  'Viễn thông, lập trình',
  'Tài chính, ngân hàng, bảo hiểm',
  'Bất động sản',
  'Chuyên môn, khoa học, công nghệ',
  'Hành chính và hỗ trợ',
  'Đảng, đoàn thể, quản lý nhà nước',
  'Giáo dục, đào tạo',
  'Y tế, trợ giúp xã hội',
  'Nghệ thuật, thể thao, giải trí',
  'Dịch vụ khác',
  'Thuê việc trong hộ gia đình',
  'Tổ chức quốc tế',
].map((l, i) => ['ABCDEFGHIJKLMNOPQRSTUV'[i], l])
const list = (s) =>
  s.split(';').map((x) => {
    const m = x.trim().match(/^(\S+)\s(.*)$/)
    return [m[1], m[2]]
  })

const job = ['activityStatus', 'is', '1'],
  out = ['activityStatus', 'is', '2'],
  idle = ['activityStatus', 'is', '3']
const f = (key, label, kind, more = {}) => ({ key, label, kind, ...more })

export const sections = [
  {
    id: 'place',
    label: 'A. Địa bàn và cuộc phỏng vấn',
    fields: [
      f('provinceCode', 'Tỉnh/thành phố', 'one', { options: provinces, long: true, req: true }),
      f('communeCode', 'Xã/phường/đặc khu', 'one', { options: communes, long: true, req: true, rule: 'communeInProvince' }),
      f('districtNameOld', 'Quận/huyện (trước 1/7/2025)', 'text'),
      f('hamletCode', 'Mã thôn/tổ', 'text', { req: true }),
      f('hamletName', 'Thôn/ấp/bản/khu phố/tổ', 'text', { req: true }),
      f('householdCode', 'Mã hộ gia đình', 'text', { req: true }),
      f('collectedOn', 'Ngày thu thập', 'date', { req: true, rule: 'notFuture' }),
      f('collectorId', 'Người thu thập (điều tra viên)', 'text', { req: true }),
      f('collectorSignature', 'Chữ ký điều tra viên (mã)', 'text', { req: true }),
      f('informantIsSelf', 'Người cung cấp thông tin là chính đối tượng', 'one', { options: bool, req: true }),
      f('informantName', 'Người cung cấp thông tin', 'text', { req: true }),
    ],
  },
  {
    id: 'person',
    label: 'B. Thông tin người lao động',
    fields: [
      f('relationToHead', 'Quan hệ với chủ hộ', 'one', {
        req: true,
        options: list('1 Chủ hộ; 2 Vợ/Chồng; 3 Con; 4 Cha/Mẹ; 5 Ông/Bà; 6 Anh, Chị, Em; 7 Cháu ruột; 9 Khác'),
      }),
      f('fullName', 'Họ, chữ đệm và tên khai sinh', 'text', { req: true, rule: 'personName' }),
      f('dobPrecision', 'Độ chính xác ngày sinh', 'one', {
        req: true,
        options: [
          ['day', 'Đủ ngày, tháng, năm'],
          ['month', 'Chỉ tháng, năm'],
          ['year', 'Chỉ năm'],
        ],
      }),
      f('dob', 'Ngày, tháng, năm sinh', 'date', { req: true, ask: [['dobPrecision', 'is', 'day']], rule: 'age15' }),
      f('dobMonth', 'Tháng, năm sinh (MM/yyyy)', 'text', { req: true, ask: [['dobPrecision', 'is', 'month']], rule: 'monthYear' }),
      f('dobYear', 'Năm sinh', 'int', { req: true, ask: [['dobPrecision', 'is', 'year']], rule: 'birthYear' }),
      f('sex', 'Giới tính', 'one', { req: true, options: list('1 Nam; 2 Nữ') }),
      f('personalId', 'Số ĐDCN/CCCD', 'text', { reqUnless: 'idMissingReason', rule: 'personalId' }),
      f('idMissingReason', 'Lý do không có số ĐDCN', 'text', { ask: [['personalId', 'empty']] }),
      f('oldId9', 'Số CMND cũ', 'text', { rule: 'digits9' }),
      f('socialInsuranceNo', 'Mã số BHXH', 'text', { rule: 'siNo' }),
      f('phone', 'Số điện thoại', 'text', { rule: 'phone' }),
      f('email', 'Email', 'text', { rule: 'email' }),
      f('permanentAddressCode', 'Nơi đăng ký thường trú: mã xã', 'text', { req: true, rule: 'digits5' }),
      f('permanentAddressDetail', 'Nơi đăng ký thường trú: chi tiết', 'text', { req: true }),
      f('sameAddress', 'Nơi ở hiện tại trùng nơi thường trú', 'one', { req: true, options: bool }),
      f('currentAddressCode', 'Nơi ở hiện tại: mã xã', 'text', { req: true, ask: [['sameAddress', 'is', '0']], rule: 'digits5' }),
      f('currentAddressDetail', 'Nơi ở hiện tại: chi tiết', 'text', { req: true, ask: [['sameAddress', 'is', '0']] }),
      f('ethnicityCode', 'Dân tộc', 'one', { req: true, options: ethnicities, long: true }),
      f('nationality', 'Quốc tịch', 'text'),
      f('birthPlace', 'Nơi sinh', 'text'),
      f('priorityGroups', 'Đối tượng ưu tiên', 'many', {
        rule: 'poorOrNearPoor',
        options: list(
          '1 Người khuyết tật; 2 Thuộc hộ nghèo; 3 Thuộc hộ cận nghèo; 4 Thuộc hộ bị thu hồi đất; 5 Thân nhân của người có công với cách mạng; 6 Dân tộc thiểu số',
        ),
      }),
      f('generalEducation', 'Trình độ giáo dục phổ thông cao nhất', 'one', {
        req: true,
        options: list('1 Chưa học xong Tiểu học; 2 Tốt nghiệp Tiểu học; 3 Tốt nghiệp THCS; 4 Tốt nghiệp THPT'),
      }),
      f('technicalLevel', 'Trình độ chuyên môn kỹ thuật cao nhất', 'one', {
        req: true,
        options: list(
          '1 Chưa qua đào tạo; 2 CNKT không có bằng; 3 Chứng chỉ nghề dưới 3 tháng; 4 Sơ cấp; 5 Trung cấp; 6 Cao đẳng; 7 Đại học; 8 Trên đại học',
        ),
      }),
      f('major', 'Chuyên ngành đào tạo', 'text', { req: true, ask: [['technicalLevel', 'ge', 4]] }),
      f('trainingField', 'Lĩnh vực đào tạo', 'text', { req: true, ask: [['technicalLevel', 'ge', 4]] }),
    ],
  },
  {
    id: 'work',
    label: 'C. Hoạt động kinh tế',
    fields: [
      f('activityStatus', 'Tình trạng tham gia hoạt động kinh tế', 'one', {
        req: true,
        options: list('1 Người có việc làm; 2 Người thất nghiệp; 3 Không tham gia hoạt động kinh tế'),
      }),
      f('employmentPosition', 'Vị thế việc làm', 'one', {
        req: true,
        ask: [job],
        options: list('1 Chủ cơ sở sản xuất kinh doanh; 2 Tự làm; 3 Lao động gia đình; 4 Làm công ăn lương; 5 Xã viên HTX'),
      }),
      f('jobTitle', 'Công việc cụ thể đang làm', 'text', { req: true, ask: [job] }),
      f('occupationCode', 'Nhóm nghề (VSCO cấp 1)', 'one', { ask: [job], options: occupations, long: true }),
      f('siParticipation', 'Tham gia BHXH', 'one', { req: true, ask: [job], options: list('1 Bắt buộc; 2 Tự nguyện; 0 Không') }),
      f('hasContract', 'Hợp đồng lao động', 'one', { req: true, ask: [job, ['employmentPosition', 'is', '4']], options: bool }),
      f('contractType', 'Loại HĐLĐ', 'one', {
        req: true,
        ask: [['hasContract', 'is', '1']],
        options: list('1 Xác định thời hạn; 2 Không xác định thời hạn'),
      }),
      f('contractStart', 'Thời gian bắt đầu thực hiện HĐLĐ', 'date', { req: true, ask: [['hasContract', 'is', '1']], rule: 'notAfterCollected' }),
      f('workplaceType', 'Loại hình nơi làm việc', 'one', {
        req: true,
        ask: [job],
        options: list(
          '1 Hộ nông, lâm nghiệp, thủy sản; 2 Cá nhân làm tự do; 3 Cơ sở kinh doanh cá thể; 4 Hợp tác xã; 5 Doanh nghiệp; 6 Khu vực nhà nước; 7 Đơn vị sự nghiệp ngoài nhà nước; 8 Khu vực nước ngoài; 9 Tổ chức đoàn thể khác',
        ),
      }),
      f('workplaceName', 'Nơi làm việc (tên)', 'text', { req: true, ask: [job, ['workplaceType', 'ge', 3]] }),
      f('enterpriseType', 'Loại doanh nghiệp', 'one', {
        req: true,
        ask: [['workplaceType', 'is', '5']],
        options: list('1 DN nhà nước; 2 DN ngoài Nhà nước; 3 DN có vốn đầu tư nước ngoài (FDI)'),
      }),
      f('industryCode', 'Ngành kinh tế', 'one', { req: true, ask: [job], options: industries, long: true }),
      f('workplaceAddress', 'Địa chỉ nơi làm việc', 'text', { req: true, ask: [job] }),
      f('workAbroad', 'Làm việc ở nước ngoài', 'one', { ask: [job], options: bool }),
      f('workCountry', 'Quốc gia làm việc', 'text', { ask: [['workAbroad', 'is', '1']] }),
      f('everWorked', 'Thất nghiệp: đã từng làm việc?', 'one', {
        req: true,
        ask: [out],
        options: list('0 Chưa bao giờ làm việc; 1 Đã từng làm việc'),
      }),
      f('previousJob', 'Công việc trước khi thất nghiệp', 'text', { req: true, ask: [out, ['everWorked', 'is', '1']] }),
      f('unemploymentDuration', 'Thời gian thất nghiệp', 'one', {
        req: true,
        ask: [out],
        options: list('1 Dưới 3 tháng; 2 Từ 3 tháng đến 1 năm; 3 Trên 1 năm'),
      }),
      f('trainingNeed', 'Nhu cầu đào tạo', 'one', { ask: [out], options: bool }),
      f('trainingNeedDetail', 'Nhu cầu đào tạo: nội dung', 'text', { ask: [['trainingNeed', 'is', '1']] }),
      f('jobNeed', 'Nhu cầu việc làm', 'one', { ask: [out], options: bool }),
      f('jobNeedDetail', 'Nhu cầu việc làm: nội dung', 'text', { ask: [['jobNeed', 'is', '1']] }),
      f('inactiveReason', 'Lý do không tham gia hoạt động kinh tế', 'one', {
        req: true,
        ask: [idle],
        options: list('1 Đi học; 2 Hưu trí; 3 Nội trợ; 4 Khuyết tật; 9 Khác'),
      }),
      f('inactiveReasonOther', 'Lý do khác', 'text', { req: true, ask: [['inactiveReason', 'is', '9']] }),
      f('changeType', 'Loại biến động', 'one', { options: list('1 mới; 2 thay đổi; 3 chuyển đi; 4 chết') }),
    ],
  },
]
export const fields = sections.flatMap((s) => s.fields)
export const byKey = Object.fromEntries(fields.map((x) => [x.key, x]))

// rule id -> {pattern} (text only) or {xpath} (reads other answers) + js(value, answers) + message
const day = (s) => s.replaceAll('-', '')
export const rules = {
  communeInProvince: { xpath: "@provinceCode = '56'", js: (v, a) => a.provinceCode === '56', msg: 'Xã không thuộc tỉnh đã chọn' },
  notFuture: { xpath: '. <= today()', js: (v) => v <= new Date().toISOString().slice(0, 10), msg: 'Ngày thu thập không được sau hôm nay' },
  personName: { pattern: '^[^0-9!@#$%&*()_+=<>?/;:|]+$', msg: 'Tên chỉ gồm chữ, khoảng trắng, dấu nháy và gạch nối' },
  age15: {
    xpath:
      "number(format-date(., '%Y')) >= 1900 and (@collectedOn = '' or number(format-date(@collectedOn, '%Y%m%d')) - number(format-date(., '%Y%m%d')) >= 150000)",
    js: (v, a) => v >= '1900-01-01' && (!a.collectedOn || +day(a.collectedOn) - +day(v) >= 150000),
    msg: 'Tuổi tại ngày thu thập phải từ 15 trở lên',
  },
  monthYear: { pattern: '^(0[1-9]|1[0-2])/(19|20)[0-9][0-9]$', msg: 'Viết MM/yyyy' },
  birthYear: { xpath: '. >= 1900 and . <= 2011', js: (v) => +v >= 1900 && +v <= 2011, msg: 'Năm sinh từ 1900, đủ 15 tuổi' },
  personalId: {
    xpath: "regex(., '^[0-9]{12}$') and (@sex = '' or number(substr(., 3, 4)) mod 2 = number(@sex) - 1)",
    js: (v, a) => /^[0-9]{12}$/.test(v) && (!a.sex || +v[3] % 2 === +a.sex - 1),
    msg: 'Số ĐDCN gồm 12 chữ số, chữ số thứ tư phải khớp giới tính',
  },
  digits9: { pattern: '^[0-9]{9}$', msg: '9 chữ số' },
  digits5: { pattern: '^[0-9]{5}$', msg: '5 chữ số' },
  siNo: { pattern: '^([0-9]{10}|[0-9]{12})$', msg: '10 hoặc 12 chữ số' },
  phone: { pattern: '^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])[0-9]{7}$', msg: 'Số di động không hợp lệ' },
  email: { pattern: '^[^@ ]+@[^@ ]+[.][^@ ]+$', msg: 'Email không hợp lệ' },
  poorOrNearPoor: {
    xpath: "not(selected(., '2') and selected(., '3'))",
    js: (v) => !(v.includes('2') && v.includes('3')),
    msg: 'Không chọn cả hộ nghèo và hộ cận nghèo',
  },
  notAfterCollected: { xpath: '. <= @collectedOn', js: (v, a) => !a.collectedOn || v <= a.collectedOn, msg: 'Không được sau ngày thu thập' },
}

// ---- the oracle: which questions are asked, which are in error, given answers -------------------------------------------------
const has = (v) => v !== undefined && v !== '' && !(Array.isArray(v) && v.length === 0)
export function asked(answers) {
  const live = {},
    seen = []
  for (const x of fields) {
    const ok = (x.ask ?? []).every(([k, op, w]) => {
      const v = live[k]
      if (op === 'empty') return !has(v)
      if (!has(v)) return false
      return op === 'is' ? v === w : op === 'ge' ? Number(v) >= w : false
    })
    if (ok) {
      seen.push(x.key)
      if (has(answers[x.key])) live[x.key] = answers[x.key]
    }
  }
  return { keys: seen, live }
}
export function wrong(answers) {
  const { keys, live } = asked(answers),
    bad = []
  for (const k of keys) {
    const x = byKey[k],
      v = live[k],
      r = rules[x.rule]
    const need = x.req || (x.reqUnless && !has(live[x.reqUnless]))
    if (!has(v)) {
      if (need) bad.push(k)
      continue
    }
    if (r && (r.pattern ? !new RegExp(r.pattern).test(v) : !r.js(v, live))) bad.push(k)
  }
  return bad
}
