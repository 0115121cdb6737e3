/** Columns that a roster or a meeting paper may have: what each is called, under which header it stands, how wide it is. */
import type { Text } from '../text.ts'

export interface PaperColumnTerm {
  readonly label: Text
  /** The header above it, which its neighbours share. */
  readonly group?: Text
  /** In Chinese characters. */
  readonly width: number
  /** Of what it speaks, where the catalogue is shown in groups. */
  readonly topic: PaperTopic
}

export const paperTopics = {
  person: { zh: '基本情况', en: 'Person' },
  post: { zh: '职务职级', en: 'Post and grade' },
  education: { zh: '学历学位', en: 'Education' },
  career: { zh: '经历年限', en: 'Career' },
  conduct: { zh: '考核奖惩', en: 'Evaluation and awards' },
  proposal: { zh: '任免事项', en: 'Proposal' },
  writing: { zh: '留白填写', en: 'To be filled in' },
} as const satisfies Record<string, Text>
export type PaperTopic = keyof typeof paperTopics

const fullTime = { zh: '全日制教育', en: 'Full-time education' }
const inService = { zh: '在职教育', en: 'In-service education' }
const appraisal = { zh: '推荐考察情况', en: 'Recommendation and appraisal' }
const opinion = { zh: '表决意见', en: 'Vote' }

const column = (topic: PaperTopic, width: number, zh: string, en: string, group?: Text): PaperColumnTerm => ({
  label: { zh, en },
  width,
  topic,
  ...(group === undefined ? {} : { group }),
})

export const paperColumns = {
  serial: column('person', 2.5, '序号', 'No.'),
  name: column('person', 4, '姓名', 'Name'),
  photo: column('person', 5, '照片', 'Photo'),
  sex: column('person', 2, '性别', 'Sex'),
  ethnicity: column('person', 2.5, '民族', 'Ethnicity'),
  nativePlace: column('person', 4, '籍贯', 'Native place'),
  birthPlace: column('person', 4, '出生地', 'Birthplace'),
  bornOn: column('person', 4, '出生年月', 'Born'),
  age: column('person', 2, '年龄', 'Age'),
  partyJoined: column('person', 4, '入党时间', 'Joined the Party'),
  party: column('person', 4, '政治面貌', 'Party'),
  workStartedOn: column('person', 4, '参加工作时间', 'Began work'),
  health: column('person', 3, '健康状况', 'Health'),
  citizenId: column('person', 10, '身份证号', 'Citizen number'),
  unit: column('post', 9, '单位', 'Unit'),
  title: column('post', 6, '职务', 'Post'),
  presentPost: column('post', 14, '现任职务', 'Present post'),
  postLevel: column('post', 4, '职务层次', 'Level'),
  grade: column('post', 5, '职级', 'Grade'),
  portfolio: column('post', 9, '分管工作', 'Portfolio'),
  sector: column('post', 4, '单位归口', 'Sector'),
  postSince: column('post', 4, '任现职时间', 'In post since'),
  yearsInPost: column('post', 3, '任现职年限', 'Years in post'),
  levelSince: column('post', 4, '任现职务层次时间', 'At level since'),
  yearsAtLevel: column('post', 3, '任现层次年限', 'Years at level'),
  gradeSince: column('post', 4, '任现职级时间', 'At grade since'),
  yearsAtGrade: column('post', 3, '任现职级年限', 'Years at grade'),
  rotationDueOn: column('post', 4, '轮岗到期', 'Rotation due'),
  education: column('education', 4, '学历', 'Education'),
  degree: column('education', 5, '学位', 'Degree'),
  school: column('education', 9, '毕业院校及专业', 'School and subject'),
  fullTimeEducation: column('education', 4, '学历', 'Level', fullTime),
  fullTimeDegree: column('education', 5, '学位', 'Degree', fullTime),
  fullTimeEducationAndDegree: column('education', 5, '学历学位', 'Level and degree', fullTime),
  fullTimeSchool: column('education', 8, '毕业院校及专业', 'School and subject', fullTime),
  inServiceEducation: column('education', 4, '学历', 'Level', inService),
  inServiceDegree: column('education', 5, '学位', 'Degree', inService),
  inServiceEducationAndDegree: column('education', 5, '学历学位', 'Level and degree', inService),
  inServiceSchool: column('education', 8, '毕业院校及专业', 'School and subject', inService),
  professionalTitle: column('education', 6, '专业技术职务', 'Professional title'),
  educationOrTitle: column('education', 6, '学历／职称', 'Education or title'),
  expertise: column('education', 8, '熟悉专业有何专长', 'Expertise'),
  workingYears: column('career', 3, '工龄', 'Years of work'),
  grassrootsYears: column('career', 3, '基层工作年限', 'Grassroots years'),
  track: column('career', 4, '人员类别', 'Track'),
  reserve: column('career', 3, '优秀年轻干部', 'Reserve'),
  evaluation: column('conduct', 3, '上年度考核', 'Last evaluation'),
  evaluations: column('conduct', 8, '近三年考核', 'Last three evaluations'),
  honours: column('conduct', 10, '奖励', 'Awards'),
  sanctions: column('conduct', 8, '处理处分', 'Sanctions'),
  proposedPost: column('proposal', 12, '拟任职务', 'Proposed post'),
  removedPost: column('proposal', 12, '拟免职务', 'Post to leave'),
  proposedOrRemoved: column('proposal', 13, '拟任免职务', 'Proposed, or to leave'),
  reason: column('proposal', 8, '任免理由', 'Reason'),
  talkRecommendation: column('proposal', 4, '谈话调研推荐', 'In talks', appraisal),
  meetingRecommendation: column('proposal', 4, '会议推荐', 'In the meeting', appraisal),
  appraisalResult: column('proposal', 4, '重点考察', 'Appraisal', appraisal),
  opinion: column('writing', 5, '讨论意见', 'Opinion'),
  agree: column('writing', 2.5, '同意', 'For', opinion),
  disagree: column('writing', 2.5, '不同意', 'Against', opinion),
  abstain: column('writing', 2.5, '弃权', 'Abstain', opinion),
  remark: column('writing', 4, '备注', 'Remark'),
} as const satisfies Record<string, PaperColumnTerm>

export type PaperField = keyof typeof paperColumns
export const paperFields = Object.keys(paperColumns) as [PaperField, ...PaperField[]]

/** The term of a column, seen without its literal type. */
export const paperColumn = (field: PaperField): PaperColumnTerm => paperColumns[field]
