import type { Text } from '#domain/text.ts'
import type { ShownGrant } from '#server/contract/index.ts'

/** Who may read what about whom. */
export const grantWords = {
  title: { zh: '查看权限', en: 'What it may read' },
  none: { zh: '没有查看权限：这个账号看不到任何干部', en: 'No grant: this account sees nobody' },
  scope: { zh: '范围', en: 'Of whom' },
  classes: { zh: '内容', en: 'What' },
  purpose: { zh: '用途', en: 'Purpose' },
  basis: { zh: '依据', en: 'Basis' },
  term: { zh: '期限', en: 'Term' },
  state: { zh: '状态', en: 'State' },
  acts: { zh: '办理', en: 'Acts' },
  everyUnit: { zh: '全部单位', en: 'every unit' },
  below: { zh: '{unit}及所属', en: '{unit} and below' },
  from: { zh: '{day} 起', en: 'from {day}' },
  until: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  by: { zh: '{who} 授予', en: 'by {who}' },
  withdraw: { zh: '收回', en: 'Take back' },
  reason: { zh: '理由', en: 'Reason' },
  add: { zh: '授予查看权限', en: 'Grant' },
  unit: { zh: '管理权限所在单位（不填为全部）', en: 'Unit of management authority (empty: every unit)' },
  unknownUnit: { zh: '没有这个单位，从列表中选取', en: 'No such unit: choose from the list' },
  levels: { zh: '现任职务层次（不选为不限）', en: 'Level of the present post (none chosen: any)' },
  endsOn: { zh: '最后一天（不填为长期）', en: 'Last day (empty: no end)' },
  do: { zh: '授予', en: 'Grant' },
  byWhatRight: { zh: '查看依据', en: 'By what right' },
  right: { zh: '{classes}：{purpose}（{basis}）', en: '{classes}: {purpose} ({basis})' },
  withheld: { zh: '未授予：{classes}', en: 'not granted: {classes}' },
  kin: { zh: '本人和亲属不在其内', en: 'never oneself nor kin' },
} as const satisfies Record<string, Text>

export const grantStates: Readonly<Record<ShownGrant['state'], Text>> = {
  holds: { zh: '有效', en: 'holds' },
  'not-begun': { zh: '未开始', en: 'not begun' },
  ended: { zh: '已到期', en: 'ended' },
  withdrawn: { zh: '已收回', en: 'taken back' },
}
