import { labelOf } from '#domain/lexicon/terms.ts'
import type { TeamFloor } from '#domain/slate.ts'
import type { Text } from '#domain/text.ts'

/** @example labelOfKind({ kind: 'under', with: 40 }).zh // '40岁以下' */
export function labelOfKind({ kind, with: by }: Pick<TeamFloor, 'kind' | 'with'>): Text {
  switch (kind) {
    case 'under':
      return { zh: `${by}岁以下`, en: `under ${by}` }
    case 'woman':
      return { zh: '女干部', en: 'women' }
    case 'minority':
      return { zh: '少数民族干部', en: 'ethnic minority' }
    case 'non-party':
      return { zh: '党外干部', en: 'non-Party' }
    case 'graduate':
      return { zh: '达到学历要求', en: 'with the education asked for' }
    case 'familiar': {
      const field = labelOf('sector', String(by))
      return { zh: `熟悉${field.zh}`, en: `at home in ${field.en.toLowerCase()}` }
    }
    case 'grassroots':
      return by === undefined
        ? { zh: '有基层经历', en: 'grassroots work' }
        : { zh: `基层工作满${by}年`, en: `grassroots, ${by} y` }
  }
}

/** @example labelOfFloor({ unitId: 'U1', kind: 'woman', least: 1 }).zh // '女干部至少1人' */
export function labelOfFloor(floor: TeamFloor): Text {
  const { zh, en } = labelOfKind(floor)
  return { zh: `${zh}至少${floor.least}人`, en: `${en}: at least ${floor.least}` }
}
