import type { Text } from '#domain/text.ts'
import type { UnitSeat } from '#server/contract/index.ts'
import { seatRowWords as words } from '../../../language/words/units.ts'

type Remark = [Text, Record<string, string>]

/** What is to be said of somebody in a seat beside the name. */
export function remarksOn(person: UnitSeat['incumbents'][number], { overQuota, vacancy }: UnitSeat): Remark[] {
  const { kind, mainPost, secondedTo, leaving } = person
  const said: (Remark | false | null)[] = [
    kind === 'concurrent' && (mainPost ? [words.concurrent, { post: mainPost }] : [words.concurrentPlain, {}]),
    kind === 'acting' && [words.acting, {}],
    kind === 'seconded' && [words.secondedIn, {}],
    secondedTo !== null && [words.secondedOut, { post: secondedTo }],
    leaving && [words.leaving, {}],
    overQuota && [words.over, {}],
    vacancy !== null && kind === 'appointed' && [words.toFill, {}],
  ]
  return said.filter((remark): remark is Remark => Array.isArray(remark))
}
