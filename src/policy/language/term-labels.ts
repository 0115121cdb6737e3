/** Terms of the vocabularies that only the rule language has; those of the data package are in the lexicon. */
import type { Text } from '#domain/text.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

const ownTerms: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  organ: {
    'party-committee': t('党委', 'Party committee'),
    government: t('政府', 'government'),
    discipline: t('纪检监察机关', 'discipline and supervision body'),
    'organization-department': t('组织部门', 'organisation department'),
    court: t('法院', 'court'),
    procuratorate: t('检察院', 'procuratorate'),
    'public-security': t('公安机关', 'public security organ'),
    other: t('其他机关', 'another organ'),
  },
  kin: {
    spouse: t('配偶', 'spouse'),
    lineal: t('直系血亲', 'lineal relative'),
    collateral: t('三代以内旁系血亲', 'collateral relative within three generations'),
    affinity: t('近姻亲', 'close relative by marriage'),
    other: t('其他', 'other'),
  },
  tie: {
    'same-unit': t('同一单位', 'the same unit'),
    'unit-above': t('上级单位', 'the unit above'),
    'unit-below': t('下级单位', 'a unit below'),
    named: t('所填职务写有该单位', 'words that name the unit'),
    none: t('无关系', 'none'),
  },
  levelChange: {
    up: t('上升', 'up'),
    down: t('下降', 'down'),
    same: t('不变', 'unchanged'),
  },
  measure: {
    suspension: t('停职检查', 'suspension for self-examination'),
    adjustment: t('调整职务', 'adjustment of post'),
    'ordered-resignation': t('责令辞职', 'ordered resignation'),
    removal: t('免职', 'removal from post'),
    demotion: t('降职', 'demotion'),
  },
  stretchKind: {
    appointed: t('任职', 'appointed'),
    seconded: t('挂职', 'seconded'),
    concurrent: t('兼任', 'concurrent'),
    acting: t('主持工作', 'acting'),
    study: t('学习', 'study'),
    military: t('服役', 'military service'),
    grade: t('职级', 'grade'),
    other: t('其他', 'other'),
  },
}

/** The label of a term; undefined where the vocabulary is not one of these. */
export const ownTermLabel = (vocabulary: string, id: string): Text | undefined => ownTerms[vocabulary]?.[id]
