import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Snapshot, SnapshotBuilder } from '#domain/snapshot.ts'
import { row } from '../fixtures/rated-town.ts'
import { conductOf, countConduct } from './conduct.ts'
import { corpusOf } from './corpus.ts'
import { type CharacterPaper, readCharacter } from './paper.ts'
import { sameTexts } from './sameness.ts'

type Given = Readonly<
  Partial<Record<'cadre' | 'on' | 'text' | 'event' | 'aspect' | 'tone' | 'channel' | 'copies', string>>
>

function townOf(statements: readonly Given[], order = statements.map((_, index) => index)): Snapshot {
  const builder = new SnapshotBuilder(20261122)
  builder.append('units', row('units', { unit_id: 'U1', name: '某局', kind: 'department', level: 'county' }))
  for (const cadre of new Set(statements.map(({ cadre = 'C1' }) => cadre)))
    builder.append('cadres', row('cadres', { cadre_id: cadre, name: cadre, authority_unit_id: 'U1' }))
  for (const index of order) {
    const {
      cadre = 'C1',
      on = '2026-03-01',
      text,
      event,
      aspect = 'competence',
      tone,
      channel,
      copies,
    } = statements[index] ?? {}
    const given = { text, event, tone, copies }
    builder.append(
      'statements',
      row('statements', {
        statement_id: `D${index + 1}`,
        cadre_id: cadre,
        channel: channel ?? 'appraisal-talk',
        observed_on: on,
        recorded_on: on,
        aspect,
        ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      }),
    )
  }
  return builder.finish()
}

const sameIn = (statements: readonly Given[]) => sameTexts(corpusOf(townOf(statements)))

const flood =
  '6月18日夜里圩堤渗水，他带着九名民兵背沙袋堵了两个缺口，天亮才换岗，三户孤寡老人都是他背出来的。他没有上报这件事，是村里写信来才知道。'

describe('texts that repeat another', () => {
  test('a text of somebody else, word for word', () => {
    expect(sameIn([{ text: flood }, { cadre: 'C2', on: '2026-05-01', text: flood }])).toEqual([
      { statementId: 'D2', otherId: 'D1', similarity: 1, kind: 'copied' },
    ])
  })

  test('one with names and dates exchanged and its sentences in another order', () => {
    const edited =
      '他没有上报这件事，是镇里写信来才知道。7月2日夜里圩堤渗水，他带着九名民兵背沙袋堵了两个缺口，天亮才换岗，三户孤寡老人都是他背出来的。'
    const [found] = sameIn([{ text: flood }, { cadre: 'C2', on: '2026-08-01', text: edited }])
    expect(found).toMatchObject({ statementId: 'D2', otherId: 'D1', kind: 'copied' })
    expect(found?.similarity).toBeGreaterThan(0.6)
    expect(found?.similarity).toBeLessThan(1)
  })

  test('one that says so itself, whatever it shares', () => {
    const [found] = sameIn([
      { text: flood },
      { on: '2026-07-01', text: '防汛时他带民兵堵住了圩堤的缺口，见前件。', copies: 'D1' },
    ])
    expect(found).toMatchObject({ statementId: 'D2', otherId: 'D1', kind: 'copied' })
  })

  test('two accounts of one event in words of their own do not', () => {
    expect(
      sameIn([
        { text: flood },
        {
          on: '2026-07-01',
          channel: 'site-visit',
          text: '走访永兴村：6月18日决口当晚，村民看见他在堤上堵口到凌晨，先后背出三位老人。',
        },
      ]),
    ).toEqual([])
  })

  test('a form that many people share, filled in with other places and figures, does not', () => {
    const places = ['杨家', '柳林', '石桥', '大湾', '北沟', '新塘', '沙岭', '青坪']
    const forms = places.map((place, index) => ({
      cadre: `C${index}`,
      text: `牵头化解${place}村${40 + 7 * index}户历史遗留办证问题，${index + 1}月底全部办结，群众送来锦旗。`,
    }))
    expect(sameIn(forms)).toEqual([])
  })
})

describe('texts that say nothing particular', () => {
  test('praise that fits anybody', () => {
    expect(
      sameIn([{ text: '该同志政治立场坚定，工作认真负责，团结同志，作风扎实，较好地完成了各项工作任务。' }]),
    ).toEqual([{ statementId: 'D1', otherId: undefined, similarity: 1, kind: 'boilerplate' }])
  })

  test('a phrase nobody has listed, said of many people', () => {
    const phrase = '抓得住要害，沉得下身子，经得起检验。'
    const found = sameIn(['C1', 'C2', 'C3', 'C4'].map((cadre) => ({ cadre, text: phrase })))
    expect(found.map(({ kind }) => kind)).toEqual(['boilerplate', 'boilerplate', 'boilerplate', 'boilerplate'])
  })

  test('plain words for a deed are not boilerplate', () => {
    expect(sameIn([{ text: '老支书病了，他顶上去主持村务，把拖了几年的水渠修通了。' }])).toEqual([])
  })

  test('praise with a figure in it is not', () => {
    expect(sameIn([{ text: '该同志工作认真负责，团结同志，全年走访326户群众，作风扎实。' }])).toEqual([])
  })
})

describe('political conduct', () => {
  const told: readonly Given[] = [
    { aspect: 'political-major', tone: 'favourable', event: '专项整治', on: '2026-03-02', channel: 'major-task' },
    { aspect: 'political-major', tone: 'favourable', event: '专项整治', on: '2026-03-20', channel: 'discipline' },
    {
      aspect: 'political-major',
      tone: 'favourable',
      event: '专项整治',
      on: '2026-03-25',
      channel: 'daily-contact',
      copies: 'D1',
    },
    { aspect: 'political-minor', tone: 'adverse', event: '组织生活', on: '2025-06', channel: 'daily-contact' },
    { aspect: 'political-minor', tone: 'favourable', event: '组织生活', on: '2025-06-11', channel: 'site-visit' },
    { aspect: 'political-minor', tone: 'adverse', event: '组织生活', on: '2023-01-05', channel: 'daily-contact' },
    { aspect: 'competence', tone: 'adverse', event: '协调不力', channel: 'audit' },
  ]

  test('is counted by event and by who speaks for himself', () => {
    const events = conductOf(townOf(told), []).get('C1') ?? []
    expect(events.map(({ bearing, tone, sources }) => [bearing, tone, sources])).toEqual([
      ['political-minor', 'adverse', ['daily-contact']],
      ['political-minor', 'both', ['daily-contact', 'site-visit']],
      ['political-major', 'favourable', ['discipline', 'major-task']],
    ])
    expect(countConduct(events, 'political-minor')).toEqual({
      events: 2,
      favourable: 0,
      adverse: 1,
      both: 1,
      corroborated: 1,
    })
  })

  test('has no entry for whom nothing is on file', () => {
    expect(conductOf(townOf([{ cadre: 'C9', event: '协调不力' }]), []).has('C9')).toBe(false)
  })
})

test('the working paper shows what is particular and what fits anybody', () => {
  const text = '工作认真负责，6月在永兴村驻点53天。'
  const [paper] = readCharacter(townOf([{ text }])).papers
  const { texts } = paper?.body as CharacterPaper
  expect(texts[0]?.marks.map(({ from, to, kind }) => [texts[0]?.text.slice(from, to), kind])).toEqual([
    ['工作认真负责', 'stock'],
    ['6月', 'particular'],
    ['永兴村', 'particular'],
    ['53天', 'particular'],
  ])
})

test('the order of statements does not matter', () => {
  const statements: Given[] = [
    { text: flood },
    { cadre: 'C2', on: '2026-05-01', text: flood },
    { cadre: 'C3', on: '2026-04-01', text: `${flood}群众送来锦旗。` },
    { cadre: 'C3', aspect: 'political-minor', event: '组织生活', tone: 'adverse' },
  ]
  const wanted = readCharacter(townOf(statements))
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
      expect(readCharacter(townOf(statements, order))).toEqual(wanted)
    }),
    { numRuns: 10 },
  )
})
