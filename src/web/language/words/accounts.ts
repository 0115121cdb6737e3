import type { Text } from '#domain/text.ts'
import type { AccountHistory } from '#server/contract/index.ts'

/** Accounts, for those who keep them. */
export const accountsWords = {
  title: { zh: '账号', en: 'Accounts' },
  two: {
    zh: '一人开通，另一人授权；三员不看人事内容',
    en: 'One opens, another grants; the three keepers see nothing of personnel',
  },
  open: { zh: '开账号', en: 'Open an account' },
  account: { zh: '账号', en: 'Account' },
  accountNote: { zh: '小写字母、数字和 . _ -', en: 'Small letters, figures and . _ -' },
  nameZh: { zh: '姓名', en: 'Name in Chinese' },
  nameEn: { zh: '姓名（英文）', en: 'Name in English' },
  officeZh: { zh: '科室', en: 'Office in Chinese' },
  officeEn: { zh: '科室（英文）', en: 'Office in English' },
  reason: { zh: '理由', en: 'Reason' },
  role: { zh: '角色', en: 'Role' },
  state: { zh: '状态', en: 'State' },
  second: { zh: '第二种鉴别', en: 'Second factor' },
  sessions: { zh: '登录', en: 'Sessions' },
  acts: { zh: '办理', en: 'Acts' },
  has: { zh: '有', en: 'yes' },
  hasNot: { zh: '无', en: 'no' },
  self: { zh: '本人', en: 'yourself' },
  grant: { zh: '授予角色', en: 'Grant a role' },
  close: { zh: '停用', en: 'Close' },
  reopen: { zh: '启用', en: 'Reopen' },
  oneTime: { zh: '一次性口令', en: 'One-time password' },
  oneTimeNote: {
    zh: '发放后原有角色收回，由安全保密员重新授权',
    en: 'Its role is taken back until the security officer grants it again',
  },
  grantNote: {
    zh: '角色说明能做什么；能看哪些人，另在“查看权限”中授予',
    en: 'The role says what it may do; of whom it may read is granted apart',
  },
  unlock: { zh: '解锁', en: 'Unlock' },
  'reset-factors': { zh: '重置第二种鉴别', en: 'Reset second factors' },
  'end-sessions': { zh: '退出登录', en: 'End its sessions' },
  history: { zh: '变动', en: 'History' },
  reading: { zh: '查看权限', en: 'What it may read' },
  handed: {
    zh: '{account} 的一次性口令，只显示这一次，{until} 前有效',
    en: 'One-time password of {account}, shown this once, good until {until}',
  },
  told: { zh: '已经转交', en: 'Handed over' },
  do: { zh: '办理', en: 'Do it' },
  failed: { zh: '没有办成', en: 'Not done' },
} as const satisfies Record<string, Text>

export const accountStates = {
  open: { zh: '启用', en: 'Open' },
  closed: { zh: '停用', en: 'Closed' },
  locked: { zh: '锁定', en: 'Locked' },
} as const satisfies Record<string, Text>

export const accountEvents: Readonly<Record<AccountHistory['events'][number]['kind'], Text>> = {
  opened: { zh: '开通', en: 'Opened' },
  closed: { zh: '停用', en: 'Closed' },
  reopened: { zh: '启用', en: 'Reopened' },
  renamed: { zh: '改名', en: 'Renamed' },
  role: { zh: '授予角色', en: 'Role' },
  'one-time-password': { zh: '发放一次性口令', en: 'One-time password' },
  password: { zh: '更换口令', en: 'Password changed' },
  locked: { zh: '锁定', en: 'Locked' },
  unlocked: { zh: '解锁', en: 'Unlocked' },
  totp: { zh: '登记验证器', en: 'Authenticator enrolled' },
  'totp-removed': { zh: '移除验证器', en: 'Authenticator removed' },
  'recovery-codes': { zh: '更换备用码', en: 'New recovery codes' },
  'recovery-code-used': { zh: '使用备用码', en: 'Recovery code used' },
  passkey: { zh: '登记通行密钥', en: 'Passkey enrolled' },
  'passkey-removed': { zh: '移除通行密钥', en: 'Passkey removed' },
  'factors-reset': { zh: '重置第二种鉴别', en: 'Second factors reset' },
  'sessions-ended': { zh: '退出登录', en: 'Sessions ended' },
}
