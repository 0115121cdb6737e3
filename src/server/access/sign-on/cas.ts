/** CAS 3.0: the browser brings a ticket, and the server there is asked whose it is. */
import { readCasResponse } from './cas-response.ts'
import { type Flow, type Identity, type Provider, patienceSeconds } from './provider.ts'
import type { CasProvider } from './site-file.ts'

const ticketPattern = /^ST-[\x21-\x7E]{1,250}$/

export function openCas(given: CasProvider, returnAddress: string, site: string): Provider {
  const { id, name, opens, twofold, server, account } = given
  /** The ticket is good for this address alone, so for this browser's own signing on. */
  const service = ({ state }: Flow): string => `${returnAddress}?state=${encodeURIComponent(state)}`
  return {
    id,
    name,
    opens,
    twofold,
    async begin(flow) {
      return withQuery(`${server}/login`, { service: service(flow) })
    },
    async finish(back, flow): Promise<Identity> {
      const ticket = back.searchParams.get('ticket') ?? ''
      if (back.searchParams.get('state') !== flow.state) throw new Error('the answer is to another question')
      if (!ticketPattern.test(ticket)) throw new Error('there is no ticket')
      const response = await fetch(withQuery(`${server}/p3/serviceValidate`, { service: service(flow), ticket }), {
        redirect: 'error',
        signal: AbortSignal.timeout(patienceSeconds * 1000),
      })
      const answer = response.ok ? readCasResponse(await response.text()) : undefined
      if (!answer) throw new Error('the ticket is not good')
      const [named, ...others] = account === 'user' ? [answer.user] : (answer.attributes.get(account) ?? [])
      if (named === undefined || others.length > 0) throw new Error(`the answer has not one ${account}`)
      const called = answer.attributes.get('displayName') ?? answer.attributes.get('cn')
      return { account: named, name: called?.[0] }
    },
    async leaveAt() {
      return withQuery(`${server}/logout`, { service: `${site}/login` })
    },
  }
}

function withQuery(address: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}
