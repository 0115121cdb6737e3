/**
 * `npm run bench -- rights`: random reads of random people through HTTP, by an account with random grants, in several
 * invented cities; every field of every answer held against a model that knows the facts and the words of the grants alone.
 */
import { servedCity } from '../../../src/server/http/fixtures.ts'
import { type Compared, nothingCompared } from '../../../src/server/http/rights-proof/dossier-fields.ts'
import { Model } from '../../../src/server/http/rights-proof/model.ts'
import { type Asking, closedValues, readOnce } from '../../../src/server/http/rights-proof/reads.ts'
import { arrange, drawing, drawSituation, readFacts } from '../../../src/server/http/rights-proof/situations.ts'
import type { Proof } from '../proof.ts'

const account = 'colleague'
const answersPerSituation = 8
const mostShown = 20

const readsOf = ({ allowed, denied }: Compared): number => allowed + denied

async function readCity(seed: number, cadres: number, reads: number, into: Compared): Promise<number> {
  const city = await servedCity(cadres, 20261122, seed)
  try {
    const address = await city.server.listen({ host: '127.0.0.1', port: 0 })
    const askAs = (cookie: string) => async (url: string) => {
      const response = await fetch(`${address}${url}`, { headers: { cookie } })
      return { status: response.status, text: await response.text() }
    }
    const ask: Asking = Object.assign(askAs(await city.signIn(account)), { asEverybody: askAs(city.cookie) })
    const facts = await readFacts(city.records)
    const draw = drawing(seed)
    let situations = 0
    for (const most = readsOf(into) + reads; readsOf(into) < most; situations += 1) {
      const situation = drawSituation(facts, draw)
      await arrange(city.records, account, situation)
      const model = new Model(facts, situation)
      const closed = closedValues(model)
      for (let answer = 0; answer < answersPerSituation; answer += 1) await readOnce(model, closed, ask, draw, into)
    }
    return situations
  } finally {
    await city.close()
  }
}

export const rights: Proof = {
  options: {
    seed: { default: '1', what: 'of the cities, grants and reads' },
    reads: { default: '100000', what: 'fields read, over all cities' },
    cities: { default: '4', what: 'invented cities, each of another seed' },
    cadres: { default: '60', what: 'people in each' },
  },
  async run({ seed, reads, cities, cadres }, say) {
    const all = nothingCompared()
    for (let city = 0; city < Number(cities); city += 1) {
      const before = { ...all }
      const number = Number(seed) * 100 + city
      const situations = await readCity(number, Number(cadres), Number(reads) / Number(cities), all)
      const allowed = all.allowed - before.allowed
      const denied = all.denied - before.denied
      say(`city ${number}: ${situations} situations of an account; ${allowed} fields shown, ${denied} fields withheld`)
    }
    for (const leak of all.leaks.slice(0, mostShown)) say(`LEAK ${leak}`)
    for (const denial of all.falseDenials.slice(0, mostShown)) say(`FALSE DENIAL ${denial}`)
    say(
      `${readsOf(all)} reads: ${all.allowed} allowed and true, ${all.denied} refused; ${all.leaks.length} leaks, ${all.falseDenials.length} false denials`,
    )
    return all.leaks.length === 0 && all.falseDenials.length === 0 && readsOf(all) >= Number(reads)
  },
}
