/** Whom each account may read of, in the memory of this process: asked of the database at every request, worked out where it changed. */

import { inTurn } from '#domain/in-turn.ts'
import {
  type GrantedClass,
  grantedClasses,
  type Reader,
  type Records,
  readPeopleUnseen,
  readStanding,
  type Standing,
} from '#records/index.ts'

export interface Sight {
  readonly reader: Reader
  /** The same for two sights that see the same people. */
  readonly key: string
  /** Is there nobody whom this reader does not see? */
  readonly seesEverybody: boolean
  /** May the reader read facts of this class about this person? */
  sees(cadreId: string, held?: GrantedClass): boolean
}

export interface Sights {
  of(reader: Reader): Promise<Sight>
}

const mostKept = 200

export function openSights({ database }: Pick<Records, 'database'>): Sights {
  const kept = new Map<string, Promise<Sight>>()
  const asking = new Map<string, () => Promise<Standing>>()

  /** One question for all requests of an account that come meanwhile, none of which is answered from before it came. */
  function standingOf(reader: Reader): Promise<Standing> {
    const name = `${reader.account} ${reader.ownRecord === true}`
    const ask = asking.get(name) ?? inTurn(() => readStanding(database, reader))
    asking.set(name, ask)
    return ask()
  }

  return {
    async of(reader) {
      const standing = await standingOf(reader)
      const held = kept.get(standing.key) ?? workOut(reader, standing)
      kept.delete(standing.key)
      kept.set(standing.key, held)
      held.catch(() => kept.delete(standing.key))
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
      return held
    },
  }

  async function workOut(reader: Reader, { key, hidden, everywhere }: Standing): Promise<Sight> {
    const unseen = new Map(
      await Promise.all(
        grantedClasses
          .filter((one) => !everywhere.has(one))
          .map(async (one) => [one, await readPeopleUnseen(database, reader, one)] as const),
      ),
    )
    return {
      reader,
      key,
      seesEverybody: everywhere.has('personnel') && hidden.size === 0,
      sees: (cadreId, one = 'personnel') => !(unseen.get(one) ?? hidden).has(cadreId),
    }
  }
}
