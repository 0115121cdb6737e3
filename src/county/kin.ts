import { yearOf } from '#domain/calendar.ts'
import { Random } from './random.ts'
import { surnameOf } from './vocabulary/names.ts'
import type { Cadre, World } from './world.ts'

export interface Kinsman {
  readonly relation: string
  readonly other: Cadre
}

type Bond = 'spouse' | 'child' | 'sibling'
const bonds: readonly (readonly [Bond, number])[] = [
  ['spouse', 55],
  ['child', 25],
  ['sibling', 20],
]
/** One cadre in so many is the first of a pair. */
const shareOfPairs = 0.03

/** Couples, fathers with children and siblings among the cadres; nobody is in two pairs. */
export function pairKin(world: World): Map<Cadre, Kinsman> {
  const random = new Random(world.seed, 'kin')
  const pairs = new Map<Cadre, Kinsman>()
  const free = random.shuffled(world.cadres.filter(({ name }) => !name.includes('·')))
  const bySurname = Map.groupBy(free, ({ name }) => surnameOf(name))
  const byArea = Map.groupBy(free, ({ person }) => person.unit.area)
  for (const cadre of free.slice(0, Math.ceil(free.length * shareOfPairs))) {
    if (pairs.has(cadre)) continue
    const bond = random.weighted(bonds)
    const pool = bond === 'spouse' ? byArea.get(cadre.person.unit.area) : bySurname.get(surnameOf(cadre.name))
    const other = pool?.find((each) => each !== cadre && !pairs.has(each) && suits[bond](cadre, each))
    if (!other) continue
    pairs.set(cadre, { relation: relationTo(other, bond), other })
    pairs.set(other, { relation: relationTo(cadre, bond === 'child' ? 'father' : bond, 'elder'), other: cadre })
  }
  return pairs
}

const gap = (cadre: Cadre, other: Cadre): number => yearOf(other.person.bornOn) - yearOf(cadre.person.bornOn)

/** Whether the second person may be this to the first; a sibling is the younger one. */
const suits: Readonly<Record<Bond, (cadre: Cadre, other: Cadre) => boolean>> = {
  spouse: (cadre, other) => cadre.person.sex !== other.person.sex && Math.abs(gap(cadre, other)) < 6,
  child: (cadre, other) => cadre.person.sex === 'male' && gap(cadre, other) >= 23 && gap(cadre, other) <= 34,
  sibling: (cadre, other) => gap(cadre, other) > 0 && gap(cadre, other) < 8,
}

function relationTo({ person }: Cadre, bond: Bond | 'father', age: 'elder' | 'younger' = 'younger'): string {
  const isMan = person.sex === 'male'
  if (bond === 'father') return '父亲'
  if (bond === 'spouse') return isMan ? '丈夫' : '妻子'
  if (bond === 'child') return isMan ? '儿子' : '女儿'
  if (age === 'elder') return isMan ? '哥哥' : '姐姐'
  return isMan ? '弟弟' : '妹妹'
}
