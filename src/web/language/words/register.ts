import type { Text } from '#domain/text.ts'
import type { AssessmentQuestion } from '#server/contract/index.ts'

/** The processing register and impact assessments. */
export const registerWords = {
  title: { zh: '处理活动登记', en: 'Processing register' },
  people: { zh: '在册 {count} 人', en: '{count} people on record' },
  purpose: {
    zh: '按个人信息保护法第五十五、五十六条和 GB/T 35273：处理哪些信息、为什么、依据什么、谁能看、存多久、去了哪里、怎样保护。由系统的表、权限、规则和日志生成，不是填报的。',
    en: 'By articles 55 and 56 of the Personal Information Law and GB/T 35273: what is processed, why, on what basis, who may see it, for how long, where it went, how it is protected. Made from the tables, permissions, rules and logs of the system, not typed in.',
  },
  onlyHead: { zh: '由部领导、安全保密员和安全审计员查看。', en: 'For the head, the security officer and the auditor.' },
  activities: { zh: '处理活动', en: 'Activities' },
  kinds: { zh: '信息种类', en: 'Kinds of data' },
  rows: { zh: '{count} 条', en: '{count} rows' },
  sensitive: { zh: '从严：{fields}', en: 'held closer: {fields}' },
  sealed: { zh: '加密：{fields}', en: 'encrypted: {fields}' },
  source: { zh: '来源', en: 'Source' },
  bases: { zh: '依据', en: 'Legal basis' },
  roles: { zh: '谁可以看', en: 'Who may see it' },
  retention: { zh: '保存期限', en: 'Retention' },
  months: { zh: '{label}：{months} 个月', en: '{label}: {months} months' },
  unconfirmed: { zh: '待本单位确认', en: 'to be confirmed here' },
  computed: { zh: '自动计算', en: 'Worked out' },
  none: { zh: '没有', en: 'Nothing' },
  recipients: { zh: '去向', en: 'Where files went' },
  noRecipients: { zh: '没有导出过文件。', en: 'No file has left.' },
  paper: { zh: '材料', en: 'Paper' },
  files: { zh: '份数', en: 'Files' },
  named: { zh: '涉及人次', en: 'People in them' },
  last: { zh: '最近一次', en: 'Last' },
  measures: { zh: '安全措施', en: 'Safeguards' },
  met: { zh: '到位', en: 'in place' },
  toMend: { zh: '待办', en: 'to be mended' },
  take: { zh: '导出登记', en: 'Take the register out' },
  assessment: { zh: '影响评估', en: 'Impact assessment' },
  assessmentNote: { zh: '至少保存 {months} 个月', en: 'kept for {months} months at least' },
  assessmentLead: {
    zh: '事实由上面的登记填好，署名时一并定格；下面五项由人判断。署名以后不能改，只能再署一版。',
    en: 'The facts are those of the register above, kept as they are when it is signed; the five points below are for people. A signed one is never changed: sign another.',
  },
  sign: { zh: '署名并存为新一版', en: 'Sign as a new version' },
  signed: {
    zh: '第 {version} 版 · {day} · {by} 署名 · 在册 {count} 人',
    en: 'Version {version} · {day} · signed by {by} · {count} people',
  },
  noneSigned: { zh: '还没有署名的影响评估。', en: 'No assessment has been signed.' },
  onlyHeadSigns: { zh: '由部领导署名。', en: 'The head signs.' },
} as const satisfies Record<string, Text>

/** What only people can judge. */
export const assessmentWords: Record<AssessmentQuestion, Text> = {
  necessity: { zh: '目的、方式是否合法、正当、必要', en: 'Are purpose and manner lawful, legitimate and necessary?' },
  impact: { zh: '对个人权益的影响', en: 'The impact on the rights of people' },
  risk: { zh: '安全风险', en: 'The risks' },
  measures: { zh: '保护措施是否合法、有效、与风险相称', en: 'Are the safeguards lawful, effective and proportionate?' },
  conclusion: { zh: '结论和要改进的', en: 'Conclusion, and what is to be mended' },
}

/** How long things are kept, and deleting them. */
export const retentionWords = {
  title: { zh: '保存期限', en: 'Retention' },
  purpose: {
    zh: '各类信息存多久、依据什么、哪些已经到期。系统从不自行删除：到期的列在这里，由部领导确认后删除，删除以后不能恢复。',
    en: 'How long each kind is kept, by what, and what is over. The system never deletes by itself: what is due is listed here, and the head confirms. What is deleted cannot be brought back.',
  },
  onlyHead: { zh: '由部领导查看和确认。', en: 'For the head of the department.' },
  people: { zh: '到期的人', en: 'People who are due' },
  peopleNote: { zh: '{count} 人', en: '{count}' },
  noPeople: { zh: '没有到期的人。', en: 'Nobody is due.' },
  name: { zh: '姓名', en: 'Name' },
  since: { zh: '离任', en: 'Left' },
  ground: { zh: '依据', en: 'Ground' },
  byRetention: { zh: '保存期满', en: 'The time is over' },
  byRequest: { zh: '本人提出，已同意', en: 'Asked for, and granted' },
  erase: { zh: '删除', en: 'Delete' },
  eraseTitle: { zh: '删除 {name} 的全部信息', en: 'Delete everything of {name}' },
  eraseLead: {
    zh: '从所有表中删除，包括历史版本、分析结果、只关于本人的文书、名册和搜索；案卷和名单里改为代号。审计日志不能改动，只留编号。备份要另外用 zhiren backup --new-key 和 zhiren forget-backups 销毁旧密钥。不能恢复。',
    en: 'Deleted from every table, past versions, results, papers about the person alone, roster and search; cases and lists keep a pseudonym. The audit log cannot be changed and keeps the id. For backups, run zhiren backup --new-key and zhiren forget-backups to destroy the old keys. It cannot be undone.',
  },
  typeName: { zh: '照输姓名确认', en: 'Type the name to confirm' },
  reason: { zh: '理由', en: 'Reason' },
  done: {
    zh: '已删除。代号 {pseudonym}：删 {deleted} 行，改 {changed} 行。审计日志有 {audit} 条含编号{named}；{papers} 份案卷文书按档案规定保存；{namesakes} 处同名而无法分辨。',
    en: 'Deleted as {pseudonym}: {deleted} rows deleted, {changed} changed. {audit} entries of the audit log hold the id{named}; {papers} papers of cases are kept by the rules on archives; {namesakes} places name somebody of that name, nobody can tell whom.',
  },
  doneNamed: { zh: '（其中 {count} 条含姓名）', en: ' ({count} of them the name)' },
  kinds: { zh: '各类信息', en: 'Kinds' },
  kind: { zh: '种类', en: 'Kind' },
  months: { zh: '期限', en: 'Period' },
  monthsOf: { zh: '{count} 个月', en: '{count} months' },
  basis: { zh: '依据', en: 'Basis' },
  due: { zh: '已到期', en: 'Over' },
  dueRows: { zh: '{count} 行（{day} 以前）', en: '{count} rows (before {day})' },
  listedAbove: { zh: '列在上面，逐人确认', en: 'Listed above, confirmed one by one' },
  keptAlways: { zh: '系统不删减', en: 'The system deletes nothing of it' },
  unconfirmed: { zh: '待本单位确认', en: 'to be confirmed here' },
  expire: { zh: '删除到期的', en: 'Delete what is over' },
  expireTitle: { zh: '删除到期的{kind}', en: 'Delete: {kind}' },
  expireLead: {
    zh: '{day} 以前的 {count} 行，删除以后不能恢复。',
    en: '{count} rows before {day}. It cannot be undone.',
  },
  history: { zh: '删除记录', en: 'What was deleted' },
  noHistory: { zh: '没有删除过。', en: 'Nothing has been deleted.' },
  erased: { zh: '一个人（{pseudonym}）', en: 'A person ({pseudonym})' },
  expired: { zh: '{kind} {count} 行', en: '{kind}: {count} rows' },
} as const satisfies Record<string, Text>
