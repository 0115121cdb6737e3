import type { Text } from '#domain/text.ts'
import { readFormDate } from './form-date.ts'

/** What the field 入党时间 tells: the party, when it was joined, and further parties of a member of the CPC. */
export interface PartyReading {
  readonly party: string
  readonly joinedOn?: string
  readonly further: readonly string[]
}

const communist = '中共党员'

/** The name that is recorded, and the other ways to write it. */
const names: readonly (readonly [name: string, others: string])[] = [
  [communist, '中共 中国共产党 中国共产党党员 共产党 共产党员 党员 中共正式党员'],
  ['中共预备党员', '预备党员 中国共产党预备党员'],
  ['共青团员', '团员 共青团 中国共产主义青年团'],
  ['民革', '中国国民党革命委员会 民革党员'],
  ['民盟', '中国民主同盟 民盟盟员'],
  ['民建', '中国民主建国会 民建会员'],
  ['民进', '中国民主促进会 民进会员'],
  ['农工党', '农工 农工民主党 中国农工民主党 农工党党员'],
  ['致公党', '致公 中国致公党 致公党党员'],
  ['九三学社', '九三 九三学社社员'],
  ['台盟', '台湾民主自治同盟 台盟盟员'],
  ['无党派', '无党派人士 无党派民主人士'],
  ['群众', '普通群众'],
]
const nameOf = new Map(names.flatMap(([name, others]) => [name, ...others.split(' ')].map((form) => [form, name])))

/** When a probationary member became a full one; what counts is when they joined. */
const confirmed = /\(\d[\d.年月]{3,9}转正\)/

const unknown: Text = { zh: '看不出党派和时间', en: 'no party or date can be told' }

/**
 * Reads 入党时间. A date alone is that of joining the Communist Party; other parties are named, often without a date.
 * @example readParty('200108；民建') // { party: '中共党员', joinedOn: '2001-08', further: ['民建'] }
 * @example readParty('(民建、民盟)') // { party: '民建、民盟', further: [] }
 */
export function readParty(text: string): PartyReading | { readonly reason: Text; readonly isDate: boolean } {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(confirmed, '')
  const whole = /^\(([^()]*)\)$/.exec(plain)?.[1] ?? plain
  const memberships: { party: string; joinedOn: string | undefined }[] = []
  for (const part of whole.split(/[;、,]/).filter((piece) => piece !== '')) {
    const date = /\d[\d.年月日/-]*/.exec(part)?.[0]
    const reading = date === undefined ? undefined : readFormDate(date)
    if (reading !== undefined && 'reason' in reading) return { reason: reading.reason, isDate: true }
    const name = part.replace(date ?? '', '').replace(/[()]|入党|加入|参加/g, '')
    const party = name === '' && date !== undefined ? communist : nameOf.get(name)
    if (party === undefined) return { reason: unknown, isDate: false }
    memberships.push({ party, joinedOn: reading?.date })
  }
  const [first] = memberships
  if (first === undefined) return { reason: unknown, isDate: false }
  const names = memberships.map(({ party }) => party)
  const isCommunist = first.party === communist
  return {
    party: isCommunist ? communist : names.join('、'),
    ...(first.joinedOn === undefined ? {} : { joinedOn: first.joinedOn }),
    further: isCommunist ? names.slice(1) : [],
  }
}
