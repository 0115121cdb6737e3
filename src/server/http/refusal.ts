import type { Text } from '#domain/text.ts'

/** An expected failure of a request: a 4xx (or 503) with what is wrong and how to go on. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly text: Text
  readonly mend: Text
  /** The field of what was sent that is wrong, where one is. */
  readonly field: string | undefined

  constructor(status: number, code: string, text: Text, mend: Text, field?: string) {
    super(text.en)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.text = text
    this.mend = mend
    this.field = field
  }
}

export const signedOut = (): Refusal =>
  new Refusal(
    401,
    'signed-out',
    { zh: '尚未登录，或登录已过期。', en: 'Nobody is signed in, or the session has ended.' },
    { zh: '重新登录后继续。', en: 'Sign in again to go on.' },
  )

export const notAllowed = (): Refusal =>
  new Refusal(
    403,
    'not-allowed',
    { zh: '这个账号没有这一部分的权限。', en: 'This account has no right to this part.' },
    { zh: '需要时向安全保密员申请。', en: 'Ask the security officer where it is needed.' },
  )

export const forgedRequest = (): Refusal =>
  new Refusal(
    403,
    'forged-request',
    { zh: '请求不是由本工作台的页面发出的。', en: 'The request does not come from a page of this workbench.' },
    {
      zh: '刷新页面后重试；程序调用须带 x-zhiren-request 头。',
      en: 'Reload the page; programs send the header x-zhiren-request.',
    },
  )

export const tooManyRequests = (seconds: number): Refusal =>
  new Refusal(
    429,
    'too-many-requests',
    { zh: '这次登录一分钟内的请求太多。', en: 'This session has asked too often within a minute.' },
    {
      zh: `${seconds} 秒后再试；要成批取出，用导出。`,
      en: `Try again in ${seconds} s; to take out many at once, use an export.`,
    },
  )

export const foreignHost = (): Refusal =>
  new Refusal(
    421,
    'foreign-host',
    { zh: '请求的主机名不属于本机。', en: 'The host name of the request is not one of this machine.' },
    { zh: '用启动时列出的地址访问。', en: 'Use the address listed at start.' },
  )

export const notAnalysed = (): Refusal =>
  new Refusal(
    503,
    'not-analysed',
    { zh: '还没有分析结果。', en: 'There is no analysis yet.' },
    { zh: '导入数据并运行一次分析。', en: 'Import data and run an analysis.' },
  )

export const analysisUnderWay = (): Refusal =>
  new Refusal(
    409,
    'analysis-under-way',
    { zh: '已有一次分析正在进行。', en: 'An analysis is under way already.' },
    { zh: '等它完成，或先停止它。', en: 'Wait for it, or stop it first.' },
  )

export const verificationUnderWay = (): Refusal =>
  new Refusal(
    409,
    'verification-under-way',
    { zh: '已有一次核验正在进行。', en: 'A verification is under way already.' },
    { zh: '等它完成，或先停止它。', en: 'Wait for it, or stop it first.' },
  )

export const noDayToAnalyse = (latest: string): Refusal =>
  new Refusal(
    422,
    'no-day-to-analyse',
    { zh: '事实时点要写到日，且不晚于今天。', en: 'The facts must be as of a whole day, not later than today.' },
    { zh: `选 ${latest} 或更早的一天。`, en: `Choose ${latest} or an earlier day.` },
  )

export const noSuchPage = (): Refusal =>
  new Refusal(
    404,
    'no-such-address',
    { zh: '没有这个地址。', en: 'There is nothing at this address.' },
    { zh: '从首页重新进入。', en: 'Start again from the first page.' },
  )

export const noSuchCadre = (cadreId: string): Refusal =>
  new Refusal(
    404,
    'no-such-cadre',
    { zh: `名册中没有编号为 ${cadreId} 的人。`, en: `The roster has nobody with the id ${cadreId}.` },
    { zh: '从名册中重新选取。', en: 'Choose again from the roster.' },
  )

export const noPhoto = (cadreId: string): Refusal =>
  new Refusal(
    404,
    'no-photo',
    { zh: `没有编号为 ${cadreId} 的人的照片。`, en: `There is no photo of ${cadreId}.` },
    { zh: '导入带照片的任免审批表后显示。', en: 'It is shown once an approval form with a photo is imported.' },
  )

export const noSuchTeam = (unitId: string): Refusal =>
  new Refusal(
    404,
    'no-such-team',
    { zh: `单位 ${unitId} 没有领导班子的比较结果。`, en: `There is no team of the unit ${unitId} in this analysis.` },
    { zh: '从班子列表中重新选取。', en: 'Choose again from the list of teams.' },
  )

export const noSuchUnit = (unitId: string): Refusal =>
  new Refusal(
    404,
    'no-such-unit',
    { zh: `没有编号为 ${unitId} 的单位。`, en: `There is no unit ${unitId}.` },
    { zh: '从单位页重新选取。', en: 'Choose again from the page of units.' },
  )

export const noResultsOfUnit = (unitId: string): Refusal =>
  new Refusal(
    404,
    'no-results-of-unit',
    {
      zh: `最近一次分析里没有单位 ${unitId} 的年度结果。`,
      en: `The last analysis holds no yearly results of unit ${unitId}.`,
    },
    { zh: '导入该单位的指标后重新分析。', en: 'Import indicators of the unit and analyse again.' },
  )

export const noSuchSurvey = (surveyId: string): Refusal =>
  new Refusal(
    404,
    'no-such-survey',
    { zh: `没有编号为 ${surveyId} 的测评。`, en: `There is no survey with the id ${surveyId}.` },
    { zh: '从测评列表中重新选取。', en: 'Choose again from the list of surveys.' },
  )

export const noSuchVacancy = (positionId: string): Refusal =>
  new Refusal(
    404,
    'no-such-vacancy',
    { zh: `岗位 ${positionId} 不在空缺中。`, en: `The seat ${positionId} is not vacant.` },
    { zh: '从空缺列表中重新选取。', en: 'Choose again from the list of vacancies.' },
  )

export const noSuchSeat = (positionId: string): Refusal =>
  new Refusal(
    404,
    'no-such-seat',
    { zh: `没有编号为 ${positionId} 的岗位。`, en: `There is no seat with the id ${positionId}.` },
    { zh: '从空缺或班子里重新选取。', en: 'Choose again from the vacancies or the teams.' },
  )

export const noSuchRule = (ruleId: string): Refusal =>
  new Refusal(
    404,
    'no-such-rule',
    { zh: `规则库中没有编号为 ${ruleId} 的规则。`, en: `The rule book has no rule ${ruleId}.` },
    { zh: '从规则列表中重新选取。', en: 'Choose again from the list of rules.' },
  )

export const tooEarly = (asOf: string): Refusal =>
  new Refusal(
    422,
    'day-before-the-record',
    {
      zh: `假设的比对日早于当前比对日 ${asOf}。`,
      en: `The supposed day lies before ${asOf}, the day of the record.`,
    },
    { zh: `选 ${asOf} 或以后的日期，日要写全。`, en: `Choose ${asOf} or a later day, with the day known.` },
  )

export const alreadyConfirmed = (document: string): Refusal =>
  new Refusal(
    409,
    'already-confirmed',
    { zh: `这条规则已经确认，依据 ${document}。`, en: `The rule is confirmed already, on ${document}.` },
    { zh: '依据有变的，先撤回再确认。', en: 'Where the grounds have changed, withdraw it first.' },
  )

export const nothingAdopted = (): Refusal =>
  new Refusal(
    409,
    'nothing-adopted',
    { zh: '没有可撤回的本地决定。', en: 'There is no local decision to withdraw.' },
    { zh: '刷新页面，核对现在的状态。', en: 'Reload the page and look at the present state.' },
  )

export const notADay = (field: string): Refusal =>
  new Refusal(
    422,
    'not-a-day',
    { zh: `「${field}」不是写全的日期。`, en: `"${field}" is not a date with its day.` },
    { zh: '写成 2026-12-20。', en: 'Write it as 2026-12-20.' },
  )

export const ruleTooDeep = (): Refusal =>
  new Refusal(
    422,
    'rule-too-deep',
    { zh: '规则文本嵌套过深，无法读取。', en: 'The rule text is nested too deep to be read.' },
    { zh: '拆成几条规则，或减少嵌套。', en: 'Split it into several rules, or nest less.' },
  )

/** Nobody reads this one: the request was closed while the work was going on. */
export const nobodyWaits = (): Refusal =>
  new Refusal(
    499,
    'cancelled',
    { zh: '请求已取消。', en: 'The request was cancelled.' },
    { zh: '需要时重新发起。', en: 'Start again where needed.' },
  )

export const noSuchSlate = (): Refusal =>
  new Refusal(
    404,
    'slate-unknown',
    { zh: '没有这个方案。', en: 'There is no such slate.' },
    { zh: '回到方案列表，从那里选。', en: 'Go back to the list of slates and choose one.' },
  )

export const noSuchPlacement = (): Refusal =>
  new Refusal(
    404,
    'placement-unknown',
    { zh: '没有这一轮历练安排，或者它没有结果。', en: 'There is no such placement round, or it gave nothing.' },
    { zh: '回到历练安排，从列出的里面选。', en: 'Go back to the placement rounds and choose one that is listed.' },
  )

export const noSuchPlan = (): Refusal =>
  new Refusal(
    422,
    'plan-unknown',
    { zh: '这个方案没有这一份安排，或者还在搜索。', en: 'The slate has no such plan, or is still searched.' },
    { zh: '等搜索完成，从页面上选。', en: 'Wait for the search to end and choose on the page.' },
  )

export const unknownInSlate = (ids: readonly string[]): Refusal =>
  new Refusal(
    422,
    'slate-unknown-ids',
    { zh: `这些编号库里没有：${ids.join('、')}`, en: `These ids are not on record: ${ids.join(', ')}` },
    { zh: '去掉它们，或者从列表里重新选。', en: 'Take them out, or choose from the lists again.' },
  )

export const nothingVacant = (): Refusal =>
  new Refusal(
    422,
    'slate-without-vacancy',
    {
      zh: '选的岗位现在都有人在任，没有可补的空缺。',
      en: 'Somebody holds each of the chosen seats: nothing is vacant.',
    },
    { zh: '至少选一个空缺。', en: 'Choose at least one vacancy.' },
  )

export const noSuchArrival = (number: number): Refusal =>
  new Refusal(
    404,
    'no-such-arrival',
    { zh: `这次导入没有第 ${number} 号。`, en: `This import has no number ${number}.` },
    { zh: '从名单里打开。', en: 'Open somebody from the list.' },
  )

export const emptyFile = (name: string): Refusal =>
  new Refusal(
    422,
    'file-empty',
    { zh: `文件「${name}」是空的。`, en: `The file "${name}" is empty.` },
    { zh: '核对后重新选取文件。', en: 'Check it and choose the file again.' },
  )

export const fileTwice = (name: string): Refusal =>
  new Refusal(
    422,
    'file-twice',
    { zh: `这次导入已有名为「${name}」的文件。`, en: `This import has a file named "${name}" already.` },
    { zh: '改名，或分两次导入。', en: 'Rename it, or import it on its own.' },
  )
