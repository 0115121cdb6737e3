/** The one table between the elements of an `.lrmx` file and the fields of the form. */
import type { FormField, FormRelative } from '#domain/appointment-form.ts'
import type { Text } from '#domain/text.ts'

/** In the order in which the editor writes them. */
export const formElements: readonly (readonly [element: string, field: FormField, label: Text])[] = [
  ['XingMing', 'name', { zh: '姓名', en: 'name' }],
  ['XingBie', 'sex', { zh: '性别', en: 'sex' }],
  ['ChuShengNianYue', 'bornOn', { zh: '出生年月', en: 'month of birth' }],
  ['MinZu', 'ethnicity', { zh: '民族', en: 'ethnicity' }],
  ['JiGuan', 'nativePlace', { zh: '籍贯', en: 'native place' }],
  ['ChuShengDi', 'birthPlace', { zh: '出生地', en: 'birthplace' }],
  ['RuDangShiJian', 'partyJoined', { zh: '入党时间', en: 'joined the Party' }],
  ['CanJiaGongZuoShiJian', 'workStartedOn', { zh: '参加工作时间', en: 'first job' }],
  ['DaoLingNianYue', 'retirementMonth', { zh: '到龄时间', en: 'month of retirement' }],
  ['JianKangZhuangKuang', 'health', { zh: '健康状况', en: 'health' }],
  ['ZhuanYeJiShuZhiWu', 'professionalTitle', { zh: '专业技术职务', en: 'professional title' }],
  ['ShuXiZhuanYeYouHeZhuanChang', 'expertise', { zh: '熟悉专业有何专长', en: 'expertise' }],
  ['QuanRiZhiJiaoYu_XueLi', 'fullTimeLevel', { zh: '全日制教育学历', en: 'full-time education' }],
  ['QuanRiZhiJiaoYu_XueWei', 'fullTimeDegree', { zh: '全日制教育学位', en: 'full-time degree' }],
  [
    'QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi',
    'fullTimeLevelSchool',
    { zh: '全日制教育毕业院校系及专业', en: 'full-time school and major' },
  ],
  [
    'QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi',
    'fullTimeDegreeSchool',
    { zh: '全日制教育学位院校系及专业', en: 'school and major of the full-time degree' },
  ],
  ['ZaiZhiJiaoYu_XueLi', 'inServiceLevel', { zh: '在职教育学历', en: 'in-service education' }],
  ['ZaiZhiJiaoYu_XueWei', 'inServiceDegree', { zh: '在职教育学位', en: 'in-service degree' }],
  [
    'ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi',
    'inServiceLevelSchool',
    { zh: '在职教育毕业院校系及专业', en: 'in-service school and major' },
  ],
  [
    'ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi',
    'inServiceDegreeSchool',
    { zh: '在职教育学位院校系及专业', en: 'school and major of the in-service degree' },
  ],
  ['XianRenZhiWu', 'presentPost', { zh: '现任职务', en: 'present post' }],
  ['NiRenZhiWu', 'proposedPost', { zh: '拟任职务', en: 'proposed post' }],
  ['NiMianZhiWu', 'removedPost', { zh: '拟免职务', en: 'post to be removed from' }],
  ['JianLi', 'resume', { zh: '简历', en: 'résumé' }],
  ['JiangChengQingKuang', 'awards', { zh: '奖惩情况', en: 'rewards and sanctions' }],
  ['NianDuKaoHeJieGuo', 'evaluations', { zh: '年度考核结果', en: 'yearly evaluations' }],
  ['RenMianLiYou', 'reason', { zh: '任免理由', en: 'reason' }],
  ['ChengBaoDanWei', 'submittedBy', { zh: '呈报单位', en: 'submitted by' }],
  ['GaiGeQianRenZhiNianLingJieXian', 'formerAgeLimit', { zh: '改革前任职年龄界限', en: 'former age limit' }],
  ['JiSuanNianLingShiJian', 'ageAsOf', { zh: '计算年龄时间', en: 'age as of' }],
  ['TianBiaoShiJian', 'filledOn', { zh: '填表时间', en: 'filled in on' }],
  ['TianBiaoRen', 'filledBy', { zh: '填表人', en: 'filled in by' }],
  ['ShenFenZheng', 'citizenId', { zh: '身份证号', en: 'citizen number' }],
]

export const relativeElements: readonly (readonly [
  element: string,
  field: Exclude<keyof FormRelative, 'others'>,
  label: Text,
])[] = [
  ['ChengWei', 'relation', { zh: '称谓', en: 'relation' }],
  ['XingMing', 'name', { zh: '姓名', en: 'name' }],
  ['ChuShengRiQi', 'bornOn', { zh: '出生日期', en: 'date of birth' }],
  ['ZhengZhiMianMao', 'politics', { zh: '政治面貌', en: 'political affiliation' }],
  ['GongZuoDanWeiJiZhiWu', 'post', { zh: '工作单位及职务', en: 'employer and post' }],
]

/** Relatives are written before this element, the photo and the version at the end. */
export const relativesBefore = 'ChengBaoDanWei'
export const [familyElement, itemElement] = ['JiaTingChengYuan', 'Item'] as const
export const [photoElement, versionElement] = ['ZhaoPian', 'Version'] as const

/** The edition of the editor whose files are written. It says nothing of a person, so a form does not keep it. */
export const writtenVersion = '3.2.1.16'

const columns = new Map(formElements.map(([element, field, label]) => [field, `${label.zh}（${element}）`]))

/**
 * How messages name a field: as the paper and as the file call it.
 * @example columnOf('bornOn') // '出生年月（ChuShengNianYue）'
 */
export const columnOf = (field: FormField): string => columns.get(field) ?? field
