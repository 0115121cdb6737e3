import type { DateCode } from '#domain/calendar.ts'
import type { Citation } from '#domain/finding.ts'
import { citationOf, listOf, localReader, type RuleBook, type SeatFacts } from '#policy/index.ts'

/** 组织协调、专业素质、群众工作、产业经济、经营管理 */
export const traits = ['coordination', 'profession', 'masses', 'economy', 'management'] as const
export type Trait = (typeof traits)[number]

/** One mapping of a strength to a place, as the local rule writes it. */
export interface TraitRule {
  readonly trait: Trait
  readonly rule: string
  readonly basis: Citation
  /** What counts as evidence. */
  readonly elements: readonly string[]
  readonly words: readonly string[]
  readonly majors: readonly string[]
  readonly indicators: readonly string[]
  readonly served: {
    readonly sectors: readonly string[]
    readonly unitKinds: readonly string[]
    readonly roles: readonly string[]
  }
  /** Where it is asked for. */
  readonly asks: (seat: SeatFacts) => boolean
}

const ruleOf = (trait: Trait): string => `LOCAL-STRENGTH-${trait.toUpperCase()}`

/** @example traitRules(book, asOf).filter(({ asks }) => asks(seat)).map(({ trait }) => trait) // ['coordination'] */
export const traitRules = (book: Pick<RuleBook, 'rules'>, asOf: DateCode): TraitRule[] =>
  traits.map((trait) => {
    const rule = ruleOf(trait)
    const read = localReader(book, rule, asOf)
    const list = (name: string): readonly string[] => listOf(read(name))
    const [kinds, organs, sectors] = [list('place_unit_kinds'), list('place_organs'), list('place_sectors')]
    const onlyLeading = read('place_leading') === true
    return {
      trait,
      rule,
      basis: citationOf(book, rule),
      elements: list('elements'),
      words: list('words'),
      majors: list('majors'),
      indicators: list('indicators'),
      served: {
        sectors: list('served_sectors'),
        unitKinds: list('served_unit_kinds'),
        roles: list('served_roles'),
      },
      asks: (seat) =>
        (!onlyLeading || seat.leading) &&
        (kinds.includes(seat.unitKind) || organs.includes(seat.organ) || sectors.includes(seat.sector ?? '')),
    }
  })
