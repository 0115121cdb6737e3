import type { SlateRequestShape } from '#server/contract/index.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { wishWords } from '../../../../language/words/slates.ts'
import { poolKind } from './draft.ts'

/** Who may move, in a few words. */
export function PoolWords({ request }: { request: SlateRequestShape }) {
  const { say } = useSpeech()
  const { units = [], cadres = [] } = request.pool ?? {}
  const words = {
    everybody: say(wishWords.poolEverybody),
    units: say(wishWords.poolUnits, { count: count(units.length) }),
    reserve: say(wishWords.poolReserve),
    named: say(wishWords.poolNamed, { count: count(cadres.length) }),
  }
  return <>{words[poolKind(request)]}</>
}
