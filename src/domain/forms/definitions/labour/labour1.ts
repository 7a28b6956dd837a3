import type { CodeItem } from '../../../codes/codeItem'
import type { Condition } from '../../asking/condition'
import { defineForm } from '../../defineForm'
import type { Field, Group } from '../../form'
import { labour1Checks } from './labour1Checks'
import { idMissingReasons, relationsToHead, sexes } from '../options'

/*
 * Labour survey, version 1. FROZEN: a change needs labour@2 with an upgrade step.
 * Content: Thông tư 01/2022/TT-BLĐTBXH Điều 6-8. Options as printed on the forms of the communes. Sources disagree on the
 * number of the form ("Mẫu số ..."): `formNumber` is reserved for it, and nothing fills it so far.
 * Religion is sensitive and not asked. A province that needs it, or income, adds an extension.
 */

const employed: Condition = { op: 'is', field: 'activityStatus', value: '1' }
const unemployed: Condition = { op: 'is', field: 'activityStatus', value: '2' }
const inactive: Condition = { op: 'is', field: 'activityStatus', value: '3' }
const underContract: Condition = { op: 'is', field: 'hasContract', value: true }
const livesElsewhere: Condition = { op: 'is', field: 'sameAsPermanent', value: false }
const worksInVietnam: Condition = { op: 'not', of: [{ op: 'is', field: 'workAbroad', value: true }] }
const trained: Condition = { op: 'in', field: 'technicalLevel', value: ['4', '5', '6', '7', '8'] }

const priorityGroups = [
  { code: '1', label: 'Người khuyết tật', labelEn: 'Person with a disability' },
  { code: '2', label: 'Thuộc hộ nghèo', labelEn: 'Poor household' },
  { code: '3', label: 'Thuộc hộ cận nghèo', labelEn: 'Near-poor household' },
  { code: '4', label: 'Thuộc hộ bị thu hồi đất', labelEn: 'Household whose land was taken' },
  { code: '5', label: 'Thân nhân của người có công với cách mạng', labelEn: 'Relative of a person with merit' },
  { code: '6', label: 'Dân tộc thiểu số', labelEn: 'Ethnic minority' },
] as const satisfies readonly CodeItem[]

const generalEducations = [
  { code: '1', label: 'Chưa học xong Tiểu học', labelEn: 'Primary school not finished' },
  { code: '2', label: 'Tốt nghiệp Tiểu học', labelEn: 'Primary school' },
  { code: '3', label: 'Tốt nghiệp THCS', labelEn: 'Lower secondary school' },
  { code: '4', label: 'Tốt nghiệp THPT', labelEn: 'Upper secondary school' },
] as const satisfies readonly CodeItem[]

const technicalLevels = [
  { code: '1', label: 'Chưa qua đào tạo', labelEn: 'Not trained' },
  { code: '2', label: 'CNKT không có bằng', labelEn: 'Skilled worker without a certificate' },
  { code: '3', label: 'Chứng chỉ nghề dưới 3 tháng', labelEn: 'Vocational certificate under 3 months' },
  { code: '4', label: 'Sơ cấp', labelEn: 'Elementary level' },
  { code: '5', label: 'Trung cấp', labelEn: 'Intermediate level' },
  { code: '6', label: 'Cao đẳng', labelEn: 'College' },
  { code: '7', label: 'Đại học', labelEn: 'University' },
  { code: '8', label: 'Trên đại học', labelEn: 'Postgraduate' },
] as const satisfies readonly CodeItem[]

const activityStatuses = [
  { code: '1', label: 'Người có việc làm', labelEn: 'Employed' },
  { code: '2', label: 'Người thất nghiệp', labelEn: 'Unemployed' },
  { code: '3', label: 'Không tham gia hoạt động kinh tế', labelEn: 'Not economically active' },
] as const satisfies readonly CodeItem[]

/** 5 is only on some printed forms. It is kept, so that those can be entered as they are. */
const employmentPositions = [
  { code: '1', label: 'Chủ cơ sở sản xuất kinh doanh', labelEn: 'Owner of a business' },
  { code: '2', label: 'Tự làm', labelEn: 'Own-account worker' },
  { code: '3', label: 'Lao động gia đình', labelEn: 'Family worker' },
  { code: '4', label: 'Làm công ăn lương', labelEn: 'Wage worker' },
  { code: '5', label: 'Xã viên hợp tác xã', labelEn: 'Cooperative member' },
] as const satisfies readonly CodeItem[]

const siParticipations = [
  { code: '1', label: 'Bắt buộc', labelEn: 'Compulsory' },
  { code: '2', label: 'Tự nguyện', labelEn: 'Voluntary' },
  { code: '0', label: 'Không', labelEn: 'None' },
] as const satisfies readonly CodeItem[]

const contractTypes = [
  { code: '1', label: 'Xác định thời hạn', labelEn: 'Fixed term' },
  { code: '2', label: 'Không xác định thời hạn', labelEn: 'Open-ended' },
] as const satisfies readonly CodeItem[]

const workplaceTypes = [
  { code: '1', label: 'Hộ nông, lâm nghiệp, thủy sản', labelEn: 'Farming, forestry or fishing household' },
  { code: '2', label: 'Cá nhân làm tự do', labelEn: 'Self-employed individual' },
  { code: '3', label: 'Cơ sở kinh doanh cá thể', labelEn: 'Individual business' },
  { code: '4', label: 'Hợp tác xã', labelEn: 'Cooperative' },
  { code: '5', label: 'Doanh nghiệp', labelEn: 'Enterprise' },
  { code: '6', label: 'Khu vực nhà nước', labelEn: 'State sector' },
  { code: '7', label: 'Đơn vị sự nghiệp ngoài nhà nước', labelEn: 'Non-state service unit' },
  { code: '8', label: 'Khu vực nước ngoài', labelEn: 'Foreign sector' },
  { code: '9', label: 'Tổ chức đoàn thể khác', labelEn: 'Other organisation' },
] as const satisfies readonly CodeItem[]

const enterpriseTypes = [
  { code: '1', label: 'DN nhà nước', labelEn: 'State enterprise' },
  { code: '2', label: 'DN ngoài Nhà nước', labelEn: 'Non-state enterprise' },
  { code: '3', label: 'DN có vốn đầu tư nước ngoài (FDI)', labelEn: 'Foreign-invested enterprise' },
] as const satisfies readonly CodeItem[]

const everWorked = [
  { code: '0', label: 'Chưa bao giờ làm việc', labelEn: 'Never worked' },
  { code: '1', label: 'Đã từng làm việc', labelEn: 'Has worked' },
] as const satisfies readonly CodeItem[]

const unemploymentDurations = [
  { code: '1', label: 'Dưới 3 tháng', labelEn: 'Under 3 months' },
  { code: '2', label: 'Từ 3 tháng đến 1 năm', labelEn: '3 months to 1 year' },
  { code: '3', label: 'Trên 1 năm', labelEn: 'Over 1 year' },
] as const satisfies readonly CodeItem[]

const inactiveReasons = [
  { code: '1', label: 'Đi học', labelEn: 'Studying' },
  { code: '2', label: 'Hưu trí', labelEn: 'Retired' },
  { code: '3', label: 'Nội trợ', labelEn: 'Housework' },
  { code: '4', label: 'Khuyết tật', labelEn: 'Disability' },
  { code: '9', label: 'Khác', labelEn: 'Other' },
] as const satisfies readonly CodeItem[]

const changeTypes = [
  { code: '1', label: 'Mới', labelEn: 'New' },
  { code: '2', label: 'Thay đổi', labelEn: 'Changed' },
  { code: '3', label: 'Chuyển đi', labelEn: 'Moved away' },
  { code: '4', label: 'Chết', labelEn: 'Died' },
] as const satisfies readonly CodeItem[]

export const labour1Fields = {
  provinceCode: { kind: 'digits', lengths: [2], label: 'Tỉnh/thành phố', labelEn: 'Province', required: true, system: true },
  communeCode: { kind: 'commune', label: 'Xã/phường/đặc khu', labelEn: 'Commune', required: true, system: true },
  districtNameOld: { kind: 'text', label: 'Quận/huyện (trước 1/7/2025)', labelEn: 'District (before 1 July 2025)', required: false, system: true },
  hamletCode: { kind: 'text', maxLength: 40, label: 'Mã thôn', labelEn: 'Hamlet code', required: true, system: true },
  hamletName: { kind: 'text', label: 'Thôn/ấp/bản/khu phố/tổ', labelEn: 'Hamlet', short: 'Thôn', required: true, system: true },
  householdCode: { kind: 'text', maxLength: 40, label: 'Mã hộ gia đình', labelEn: 'Household code', short: 'Mã hộ', required: true, system: true },
  collectedOn: { kind: 'date', label: 'Ngày thu thập', labelEn: 'Collected on', required: true, system: true },
  collectorId: { kind: 'text', maxLength: 40, label: 'Người thu thập (điều tra viên)', labelEn: 'Collector', short: 'Người thu thập', required: true, system: true },
  collectorSignature: { kind: 'text', label: 'Họ tên người thu thập (thay chữ ký)', labelEn: 'Collector’s name in place of a signature', required: false, system: true },
  formNumber: { kind: 'text', maxLength: 100, label: 'Số hiệu mẫu phiếu', labelEn: 'Form number', required: false, system: true },

  fullName: { kind: 'text', maxLength: 100, label: 'Họ, chữ đệm và tên khai sinh', labelEn: 'Full name at birth', short: 'Họ và tên', hint: 'Ghi đúng như trên giấy tờ.', required: true, sensitive: 'basic' },
  born: { kind: 'date', datePrecision: 'year', label: 'Ngày, tháng, năm sinh', labelEn: 'Date of birth', short: 'Ngày sinh', hint: 'Người già chỉ nhớ năm thì ghi năm.', required: true, sensitive: 'basic' },
  sex: { kind: 'choice', options: sexes, label: 'Giới tính', labelEn: 'Sex', required: true, sensitive: 'basic' },
  relationToHead: { kind: 'choice', options: relationsToHead, label: 'Quan hệ với chủ hộ', labelEn: 'Relation to head of household', hint: 'Hỏi: “Người này là gì của chủ hộ?”', required: true, sensitive: 'basic' },
  personalId: { kind: 'personalId', label: 'Số định danh cá nhân/CCCD', labelEn: 'Personal number', short: 'Số CCCD', hint: 'Xem thẻ, đọc lại từng nhóm 3 số.', required: true, mayMiss: ['noneYet', 'dontKnow', 'refused'], sensitive: 'basic' },
  idMissingReason: { kind: 'choice', options: idMissingReasons, label: 'Lý do chưa có số định danh', labelEn: 'Why there is no personal number', askIf: { op: 'missing', field: 'personalId' }, required: true },
  oldId9: { kind: 'digits', lengths: [9], label: 'Số CMND cũ (9 số)', labelEn: 'Old nine-digit number', short: 'Số CMND cũ', hint: 'Chỉ để đối chiếu, CMND hết giá trị sau ngày 31/12/2024.', required: false, sensitive: 'basic' },
  socialInsuranceNo: { kind: 'digits', lengths: [10, 12], label: 'Mã số BHXH', labelEn: 'Social insurance number', hint: '10 số cuối trên thẻ bảo hiểm y tế.', required: false, sensitive: 'basic' },

  permanentAddressCode: { kind: 'commune', label: 'Nơi đăng ký thường trú: xã/phường', labelEn: 'Permanent residence: commune', short: 'Xã thường trú', required: true, sensitive: 'basic' },
  permanentAddressDetail: { kind: 'text', label: 'Nơi đăng ký thường trú: thôn, số nhà, đường', labelEn: 'Permanent residence: detail', short: 'Địa chỉ thường trú', required: true, sensitive: 'basic' },
  permanentAddressRaw: { kind: 'text', maxLength: 300, label: 'Địa chỉ ghi trên thẻ', labelEn: 'Address as printed on the card', required: false, system: true, sensitive: 'basic' },
  sameAsPermanent: { kind: 'yesNo', label: 'Đang ở đúng nơi đăng ký thường trú?', labelEn: 'Lives at the permanent residence?', short: 'Ở nơi thường trú', hint: 'Hỏi: “Hiện nay có ở nhà này không, hay ở nơi khác?”', required: true },
  currentAddressCode: { kind: 'commune', label: 'Nơi ở hiện tại: xã/phường', labelEn: 'Current residence: commune', short: 'Xã đang ở', askIf: livesElsewhere, required: true, sensitive: 'basic' },
  currentAddressDetail: { kind: 'text', label: 'Nơi ở hiện tại: thôn, số nhà, đường', labelEn: 'Current residence: detail', short: 'Nơi ở hiện tại', askIf: livesElsewhere, required: true, sensitive: 'basic' },
  phone: { kind: 'phone', label: 'Số điện thoại', labelEn: 'Phone', required: false, mayMiss: ['noneYet', 'refused'], sensitive: 'basic' },
  email: { kind: 'email', maxLength: 100, label: 'Thư điện tử', labelEn: 'Email', required: false, sensitive: 'basic' },

  ethnicityCode: { kind: 'code', codeList: 'ethnicity', label: 'Dân tộc', labelEn: 'Ethnicity', hint: 'Hỏi: “Giấy khai sinh ghi dân tộc gì?”', required: true, sensitive: 'sensitive' },
  priorityGroups: { kind: 'multi', options: priorityGroups, label: 'Đối tượng ưu tiên', labelEn: 'Priority groups', hint: 'Chọn tất cả mục đúng. Không có thì để trống.', required: false, sensitive: 'sensitive' },
  nationality: { kind: 'text', maxLength: 60, label: 'Quốc tịch (nếu không phải Việt Nam)', labelEn: 'Nationality, if not Vietnamese', short: 'Quốc tịch', required: false, sensitive: 'basic' },
  birthPlace: { kind: 'text', label: 'Nơi sinh', labelEn: 'Place of birth', required: false, sensitive: 'basic' },

  generalEducation: { kind: 'choice', options: generalEducations, label: 'Trình độ giáo dục phổ thông cao nhất', labelEn: 'Highest general education', short: 'Học vấn', hint: 'Hỏi: “Học xong lớp mấy, có bằng gì?”', required: true },
  technicalLevel: { kind: 'choice', options: technicalLevels, label: 'Trình độ chuyên môn kỹ thuật cao nhất', labelEn: 'Highest technical qualification', short: 'Chuyên môn kỹ thuật', hint: 'Hỏi: “Có học nghề, có bằng hay chứng chỉ nghề gì không?”', required: true },
  major: { kind: 'text', label: 'Chuyên ngành đào tạo', labelEn: 'Field of study', askIf: trained, required: true },
  trainingField: { kind: 'text', label: 'Lĩnh vực đào tạo', labelEn: 'Area of training', askIf: trained, required: false },

  activityStatus: { kind: 'choice', options: activityStatuses, label: 'Tình trạng tham gia hoạt động kinh tế', labelEn: 'Economic activity', short: 'Tình trạng việc làm', hint: 'Hỏi: “Tuần qua có đi làm, làm rẫy hay buôn bán gì không?”', required: true },
  employmentPosition: { kind: 'choice', options: employmentPositions, label: 'Vị thế việc làm', labelEn: 'Position in employment', hint: 'Hỏi: “Làm cho mình, cho gia đình hay làm thuê lấy lương?”', askIf: employed, required: true },
  hasContract: { kind: 'yesNo', label: 'Có hợp đồng lao động không?', labelEn: 'Has a labour contract?', short: 'Hợp đồng lao động', askIf: { op: 'is', field: 'employmentPosition', value: '4' }, required: true },
  contractType: { kind: 'choice', options: contractTypes, label: 'Loại hợp đồng lao động', labelEn: 'Contract type', askIf: underContract, required: true },
  contractStart: { kind: 'date', datePrecision: 'year', label: 'Thời gian bắt đầu thực hiện hợp đồng', labelEn: 'Contract start', short: 'Bắt đầu hợp đồng', askIf: underContract, required: true },
  jobTitle: { kind: 'text', label: 'Công việc cụ thể đang làm', labelEn: 'Present work', hint: 'Ghi như người dân nói. Ví dụ: bẻ bắp thuê, phụ hồ.', askIf: employed, required: true },
  occupationCode: { kind: 'code', codeList: 'occupation', label: 'Nhóm nghề', labelEn: 'Occupation group', hint: 'Chọn nếu chắc, không chắc thì để trống.', askIf: employed, required: false },
  siParticipation: { kind: 'choice', options: siParticipations, label: 'Tham gia BHXH', labelEn: 'Social insurance', hint: 'Hỏi: “Có đóng bảo hiểm xã hội không, tự đóng hay nơi làm đóng?”', askIf: employed, required: true },

  workplaceType: { kind: 'choice', options: workplaceTypes, label: 'Loại hình nơi làm việc', labelEn: 'Kind of workplace', required: true },
  enterpriseType: { kind: 'choice', options: enterpriseTypes, label: 'Loại doanh nghiệp', labelEn: 'Kind of enterprise', askIf: { op: 'is', field: 'workplaceType', value: '5' }, required: true },
  workplaceName: { kind: 'text', label: 'Nơi làm việc (tên)', labelEn: 'Workplace name', hint: 'Tên chủ, tên cơ sở hoặc công ty.', askIf: { op: 'notIn', field: 'workplaceType', value: ['1', '2'] }, required: true },
  industryCode: { kind: 'code', codeList: 'industry', label: 'Ngành kinh tế', labelEn: 'Industry', hint: 'Hỏi: “Nơi đó làm ra cái gì, buôn bán gì?”', required: true },
  workAbroad: { kind: 'yesNo', label: 'Làm việc ở nước ngoài?', labelEn: 'Works abroad?', short: 'Làm ở nước ngoài', required: false },
  workCountry: { kind: 'text', maxLength: 60, label: 'Quốc gia làm việc', labelEn: 'Country of work', askIf: { op: 'is', field: 'workAbroad', value: true }, required: true },
  workplaceAddressCode: { kind: 'commune', label: 'Địa chỉ nơi làm việc: xã/phường', labelEn: 'Workplace: commune', short: 'Xã nơi làm việc', askIf: worksInVietnam, required: true },
  workplaceAddressDetail: { kind: 'text', label: 'Địa chỉ nơi làm việc: thôn, số nhà, đường', labelEn: 'Workplace: detail', short: 'Địa chỉ nơi làm việc', required: false },

  everWorked: { kind: 'choice', options: everWorked, label: 'Đã từng làm việc chưa?', labelEn: 'Ever worked?', short: 'Đã từng làm việc', hint: 'Hỏi: “Trước đây có đi làm ở đâu chưa?”', required: true },
  previousJob: { kind: 'text', label: 'Công việc trước khi thất nghiệp', labelEn: 'Work before unemployment', askIf: { op: 'is', field: 'everWorked', value: '1' }, required: true },
  unemploymentDuration: { kind: 'choice', options: unemploymentDurations, label: 'Thời gian thất nghiệp', labelEn: 'Time unemployed', hint: 'Hỏi: “Tìm việc, chờ việc được bao lâu rồi?”', required: true },

  inactiveReason: { kind: 'choice', options: inactiveReasons, label: 'Lý do không tham gia hoạt động kinh tế', labelEn: 'Why not economically active', short: 'Lý do không tham gia', hint: 'Hỏi: “Vì sao không đi làm?”', required: true },
  inactiveReasonOther: { kind: 'text', label: 'Lý do khác', labelEn: 'Other reason', askIf: { op: 'is', field: 'inactiveReason', value: '9' }, required: true },

  trainingNeed: { kind: 'yesNo', label: 'Có nhu cầu học nghề không?', labelEn: 'Wants training?', short: 'Nhu cầu đào tạo', hint: 'Hỏi: “Nếu có lớp dạy nghề thì có muốn học không?”', required: unemployed },
  trainingNeedDetail: { kind: 'text', label: 'Muốn học nghề gì?', labelEn: 'Which training?', short: 'Nghề muốn học', askIf: { op: 'is', field: 'trainingNeed', value: true }, required: false },
  jobNeed: { kind: 'yesNo', label: 'Có nhu cầu tìm việc không?', labelEn: 'Wants work?', short: 'Nhu cầu việc làm', required: unemployed },
  jobNeedDetail: { kind: 'text', label: 'Muốn tìm việc gì, ở đâu?', labelEn: 'Which work, where?', short: 'Việc muốn tìm', askIf: { op: 'is', field: 'jobNeed', value: true }, required: false },

  informantIsSelf: { kind: 'yesNo', label: 'Người này tự trả lời?', labelEn: 'Answered for themselves?', short: 'Tự trả lời', required: true },
  informantName: { kind: 'text', maxLength: 100, label: 'Người cung cấp thông tin', labelEn: 'Informant', hint: 'Họ tên người trả lời thay.', askIf: { op: 'is', field: 'informantIsSelf', value: false }, required: true, sensitive: 'basic' },
  changeType: { kind: 'choice', options: changeTypes, label: 'Loại biến động', labelEn: 'Kind of change', hint: 'Chỉ ghi khi cập nhật phiếu đã có.', required: false },
} as const satisfies Readonly<Record<string, Field>>

const groups: readonly Group[] = [
  { id: 'record', label: 'Thông tin phiếu', labelEn: 'About this form', fields: ['provinceCode', 'communeCode', 'districtNameOld', 'hamletCode', 'hamletName', 'householdCode', 'collectedOn', 'collectorId', 'collectorSignature', 'formNumber'] },
  { id: 'person', label: 'Thông tin cá nhân', labelEn: 'Person', fields: ['fullName', 'born', 'sex', 'relationToHead', 'personalId', 'idMissingReason', 'oldId9', 'socialInsuranceNo'] },
  { id: 'residence', label: 'Nơi ở, liên lạc', labelEn: 'Residence and contact', fields: ['permanentAddressCode', 'permanentAddressDetail', 'permanentAddressRaw', 'sameAsPermanent', 'currentAddressCode', 'currentAddressDetail', 'phone', 'email'] },
  { id: 'priority', label: 'Dân tộc, đối tượng ưu tiên', labelEn: 'Ethnicity and priority groups', fields: ['ethnicityCode', 'priorityGroups', 'nationality', 'birthPlace'] },
  { id: 'education', label: 'Học vấn, tay nghề', labelEn: 'Education and skills', fields: ['generalEducation', 'technicalLevel', 'major', 'trainingField'] },
  { id: 'activity', label: 'Tình trạng việc làm', labelEn: 'Activity and work', fields: ['activityStatus', 'employmentPosition', 'hasContract', 'contractType', 'contractStart', 'jobTitle', 'occupationCode', 'siParticipation'] },
  { id: 'workplace', label: 'Nơi làm việc', labelEn: 'Workplace', askIf: employed, fields: ['workplaceType', 'enterpriseType', 'workplaceName', 'industryCode', 'workAbroad', 'workCountry', 'workplaceAddressCode', 'workplaceAddressDetail'] },
  { id: 'unemployment', label: 'Thất nghiệp', labelEn: 'Unemployment', askIf: unemployed, fields: ['everWorked', 'previousJob', 'unemploymentDuration'] },
  { id: 'inactivity', label: 'Lý do không tham gia', labelEn: 'Why not active', askIf: inactive, fields: ['inactiveReason', 'inactiveReasonOther'] },
  { id: 'needs', label: 'Nhu cầu học nghề, tìm việc', labelEn: 'Training and job needs', fields: ['trainingNeed', 'trainingNeedDetail', 'jobNeed', 'jobNeedDetail'] },
  { id: 'informant', label: 'Người cung cấp thông tin', labelEn: 'Informant', fields: ['informantIsSelf', 'informantName', 'changeType'] },
]

export const labour1 = defineForm({
  kind: 'labour',
  version: 1,
  prefix: 'LS',
  title: 'Phiếu lao động',
  titleEn: 'Labour form',
  legalBasis: 'Thông tư 01/2022/TT-BLĐTBXH Điều 6-8; Thông tư 11/2022/TT-BLĐTBXH',
  groups,
  fields: labour1Fields,
  checks: labour1Checks,
})
