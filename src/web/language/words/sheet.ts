import type { Text } from '#domain/text.ts'
import type { NewJudgement } from '#server/contract/index.ts'

export const stanceWords: Record<NewJudgement['stance'], Text> = {
  agree: { zh: '同意', en: 'Agree' },
  differ: { zh: '不同看法', en: 'See it differently' },
  add: { zh: '补充', en: 'Add' },
}

export const sheetWords = {
  title: { zh: '综合分析研判表', en: 'Sheet of judgement' },
  note: {
    zh: '系统列出依据和把握程度，由人研判；不作结论',
    en: 'the system lists grounds and how sure they are; people judge',
  },
  prepared: { zh: '系统列出', en: 'Prepared' },
  judged: { zh: '研判意见（署名）', en: 'Judgements, signed' },
  grounds: { zh: '依据 {count}', en: 'Grounds: {count}' },
  nothing: { zh: '现有数据列不出', en: 'The data give nothing here' },
  notPrepared: {
    zh: '最近一次分析没有这个人的研判表，多半因为已离开。',
    en: 'The last analysis made no sheet for this person, who has most likely left.',
  },
  notPreparedNext: {
    zh: '仍在职的，核对现任职务后重新分析；意见可以直接写在下面。',
    en: 'If still serving, check the present post and analyse again; judgements may be written below.',
  },
  write: { zh: '写意见', en: 'Add a judgement' },
  sign: { zh: '署名提交', en: 'Sign' },
  cancel: { zh: '取消', en: 'Cancel' },
  stance: { zh: '态度', en: 'Stance' },
  text: { zh: '意见', en: 'Judgement' },
  signed: { zh: '{by}　{on}', en: '{by}, {on}' },
  earlier: { zh: '针对 {asOf} 的研判表', en: 'on the sheet of {asOf}' },
  kept: { zh: '署名后不能改，可以再写一条', en: 'kept as signed; add another to change it' },
} as const satisfies Record<string, Text>
