import { dateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import { type Kinsman, pairKin } from '../kin.ts'
import { Random } from '../random.ts'
import { drawName, type Sex, surnameOf } from '../vocabulary/names.ts'
import type { Cadre, World } from '../world.ts'
import { toMonth } from './people.ts'
import { row } from './row.ts'

interface Member {
  readonly relation: string
  readonly sex: Sex
  readonly bornIn: number
  readonly surname?: string | undefined
  readonly party: string
  readonly post: string
}

export function* relatives(world: World): Iterator<Row> {
  const kin = pairKin(world)
  for (const cadre of world.cadres) {
    const kinsman = kin.get(cadre)
    if (kinsman) yield kinsmanRow(cadre, kinsman)
    const random = new Random(world.seed, 'family', cadre.person.serial)
    for (const member of familyOf(world, cadre, random)) {
      if (member.relation === kinsman?.relation) continue
      yield row('relatives', {
        cadre_id: cadre.id,
        relation: member.relation,
        name: drawName(random, member),
        born_on: random.chance(0.85) ? formatDate(dateCode(member.bornIn, random.between(1, 12))) : undefined,
        party: member.party,
        position_text: member.post,
      })
    }
  }
}

const kinsmanRow = (cadre: Cadre, { relation, other }: Kinsman): Row =>
  row('relatives', {
    cadre_id: cadre.id,
    relation,
    name: other.name,
    born_on: formatDate(toMonth(other.person.bornOn)),
    party: other.person.party,
    position_text: `${other.person.unit.name}${other.person.seat?.title ?? '干部'}`,
    relative_cadre_id: other.id,
  })

const occupations = ['务农', '教师', '退休职工', '医院护士', '企业职工', '个体经营', '机关干部', '银行职员']

/** Spouse, child and parents, as a cadre of that age and sex has them. */
function familyOf(world: World, { person, name }: Cadre, random: Random): Member[] {
  const born = yearOf(person.bornOn)
  const age = yearOf(world.asOf) - born
  const own = name.includes('·') ? undefined : surnameOf(name)
  const isMan = person.sex === 'male'
  const childSex: Sex = random.chance(0.5) ? 'male' : 'female'
  const family: Member[] = []
  if (age > 27 && random.chance(0.9)) {
    family.push({
      relation: isMan ? '妻子' : '丈夫',
      sex: isMan ? 'female' : 'male',
      bornIn: born + random.between(-4, 3),
      party: random.pick(['中共党员', '群众', '群众']),
      post: random.pick(occupations),
    })
  }
  if (age > 33 && random.chance(0.9)) {
    const bornIn = born + random.between(25, 32)
    const isGrown = yearOf(world.asOf) - bornIn > 22
    family.push({
      relation: childSex === 'male' ? '儿子' : '女儿',
      sex: childSex,
      bornIn: Math.min(bornIn, yearOf(world.asOf) - 1),
      surname: isMan ? own : undefined,
      party: isGrown ? '共青团员' : '群众',
      post: isGrown ? random.pick(['企业职工', '研究生在读', '教师', '医院护士']) : '学生',
    })
  }
  family.push({
    relation: '父亲',
    sex: 'male',
    bornIn: born - random.between(22, 32),
    surname: own,
    party: random.pick(['中共党员', '群众']),
    post: random.pick(['务农', '退休职工', '退休干部']),
  })
  family.push({
    relation: '母亲',
    sex: 'female',
    bornIn: born - random.between(20, 30),
    party: '群众',
    post: random.pick(['务农', '退休职工', '退休教师']),
  })
  return family
}
