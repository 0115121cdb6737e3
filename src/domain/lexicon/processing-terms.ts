/**
 * Why the system holds what it holds (PIPL 13, 55; GB/T 35273-2020 11.3): each activity with its purpose, the kinds of record
 * that it uses, what accounts must be permitted to see them, the articles that allow it and those that end it. A test holds
 * every table and every permission to one of them.
 */
import type { AccountRole } from '../account.ts'
import type { TableName } from '../tables.ts'
import type { Text } from '../text.ts'

export interface ProcessingActivity {
  readonly id: string
  readonly name: Text
  readonly purpose: Text
  readonly source: Text
  readonly tables: readonly TableName[]
  readonly permissions: readonly string[]
  /** Rules that allow it. */
  readonly bases: readonly string[]
  /** Rules that say how long. */
  readonly retention: readonly string[]
  /** What a computation does in it, and the rules that it follows; undefined: nothing is computed. */
  readonly computed?: { readonly says: Text; readonly rules: readonly string[] }
}

const byDuty = ['PIPL-13', 'PIPL-33-37'] as const

export const processingActivities: readonly ProcessingActivity[] = [
  {
    id: 'records',
    name: { zh: '干部信息管理', en: 'Keeping the records of cadres' },
    purpose: { zh: '依法管理干部，核对任免审批表和名册', en: 'Managing cadres by law; forms and rosters' },
    source: {
      zh: '干部人事档案、任免审批表、各单位报送的名册',
      en: 'Personnel files, appointment forms, rosters of units',
    },
    tables: ['cadres', 'tenures', 'grades', 'educations', 'honours', 'relatives', 'duties'],
    permissions: ['roster', 'dossier', 'import', 'export', 'overview'],
    bases: [...byDuty, 'PIPL-28-30'],
    retention: ['RETAIN-PERSON', 'RETAIN-EXPORT', 'RETAIN-IMPORT'],
  },
  {
    id: 'identify',
    name: { zh: '识别研判', en: 'Knowing and judging' },
    purpose: {
      zh: '了解干部的表现、实绩和群众认可，供人研判',
      en: 'Conduct, results and recognition, for people to judge',
    },
    source: {
      zh: '民主测评、年度考核、单位指标、谈话了解',
      en: 'Ratings, yearly evaluations, indicators of units, talks',
    },
    tables: ['evaluations', 'ratings', 'indicators', 'statements', 'competencies'],
    permissions: ['evidence', 'surveys', 'teams', 'judgement', 'analyse'],
    bases: [...byDuty, 'PIPL-24'],
    retention: ['RETAIN-PERSON'],
    computed: {
      says: { zh: '校准测评、估计实绩、合看群众认可', en: 'Ratings calibrated, results credited, recognition joined' },
      rules: ['LOCAL-ACHIEVEMENT', 'LOCAL-RECOGNITION-WEIGHTS', 'PIPL-24'],
    },
  },
  {
    id: 'supervise',
    name: { zh: '管理监督', en: 'Managing and supervising' },
    purpose: { zh: '抓早抓小、提醒函询诫勉、整改和到期事项', en: 'Early care, reminders, rectification, what is due' },
    source: { zh: '纪检监察、审计、巡察、信访等来源部门', en: 'Discipline, audit, inspection, petition offices' },
    tables: ['sanctions', 'supervision'],
    permissions: ['signs', 'manage', 'matters', 'rotation', 'deliveries', 'hand-in'],
    bases: [...byDuty, 'PIPL-28-30'],
    retention: ['RETAIN-PERSON', 'RETAIN-CARE', 'RETAIN-SEEN'],
    computed: {
      says: { zh: '提示苗头、到期和交流', en: 'Early signs, dues and rotation are pointed out' },
      rules: ['LOCAL-CARE-FIRST-STEP', 'PIPL-24'],
    },
  },
  {
    id: 'develop',
    name: { zh: '培养', en: 'Developing' },
    purpose: { zh: '安排历练、培训和个人培养计划', en: 'Postings, training and plans of development' },
    source: { zh: '任职经历和培训记录', en: 'Posts held and trainings' },
    tables: ['trainings'],
    permissions: ['develop'],
    bases: [...byDuty],
    retention: ['RETAIN-PERSON'],
    computed: { says: { zh: '列出培养需求', en: 'Development needs are listed' }, rules: ['PIPL-24'] },
  },
  {
    id: 'appoint',
    name: { zh: '选拔任用', en: 'Appointing' },
    purpose: { zh: '按条例选拔任用干部', en: 'Selecting and appointing by the regulations' },
    source: { zh: '岗位设置、空缺和以上各类信息', en: 'Seats, vacancies and what stands above' },
    tables: ['units', 'teams', 'positions', 'requirements', 'vacancies'],
    permissions: ['vacancy', 'requirements', 'slate', 'cases', 'case-override', 'ballots'],
    bases: [...byDuty, 'PIPL-24'],
    retention: ['RETAIN-CASE', 'RETAIN-EXPORT'],
    computed: {
      says: { zh: '比对任职资格、列出人选、搜索整盘方案', en: 'Eligibility, candidates and slates are worked out' },
      rules: ['PIPL-24'],
    },
  },
  {
    id: 'own',
    name: { zh: '本人权利', en: 'Rights of the person' },
    purpose: {
      zh: '查阅、复制、更正、异议、说明和删除',
      en: 'Access, copy, correction, objection, explanation, erasure',
    },
    source: { zh: '本人', en: 'The person' },
    tables: [],
    permissions: ['own-record', 'retention'],
    bases: ['PIPL-44-50'],
    retention: ['RETAIN-PERSON'],
  },
  {
    id: 'keeping',
    name: { zh: '账号和安全审计', en: 'Accounts and audit' },
    purpose: { zh: '鉴别身份、控制权限、留存日志', en: 'Knowing who signs in, what they may see, and keeping logs' },
    source: { zh: '使用人和系统', en: 'Users and the system' },
    tables: [],
    permissions: ['account-list', 'accounts', 'rights', 'audit', 'health', 'register'],
    bases: ['CSLAW-21-LOG', 'PIPL-51'],
    retention: ['RETAIN-AUDIT', 'RETAIN-SESSION', 'RETAIN-ASSESSMENT'],
  },
]

/** Of these, no person is the subject. */
export const permissionsWithoutPeople: readonly string[] = ['rules', 'local-law']

/** Who may see something, by the role of the account. */
export const roleNames: Readonly<Record<AccountRole, Text>> = {
  none: { zh: '尚未授予', en: 'nothing granted' },
  officer: { zh: '干部工作人员', en: 'officers' },
  head: { zh: '部领导', en: 'the head' },
  cadre: { zh: '干部本人', en: 'the cadre' },
  source: { zh: '来源部门', en: 'source departments' },
  administrator: { zh: '系统管理员', en: 'the administrator' },
  'security-officer': { zh: '安全保密员', en: 'the security officer' },
  auditor: { zh: '安全审计员', en: 'the auditor' },
}
