/**
 * The answer of CAS 3.0 to the question about a ticket (protocol 3.0.3, §2.5, appendix A). It is a small XML of known shape
 * and is read as that: one namespace, elements and text, the five entities of XML itself. Comments, processing instructions,
 * document types, other entities, other namespaces and anything left over are refused, so there is nothing to expand.
 */

export interface CasResponse {
  readonly user: string
  readonly attributes: ReadonlyMap<string, readonly string[]>
}

interface Element {
  readonly name: string
  readonly children: Element[]
  text: string
}

const namespace = 'http://www.yale.edu/tp/cas'
const longest = 64 * 1024
const deepest = 6
const declaration =
  /^\uFEFF?(?:<\?xml version=["']1\.[01]["'](?: encoding=["']utf-8["'])?(?: standalone=["'](?:yes|no)["'])?\s*\?>)?\s*/i
const opening = /<([A-Za-z_][\w.-]*):serviceResponse\s+xmlns:([A-Za-z_][\w.-]*)\s*=\s*(?:"([^"<&]*)"|'([^'<&]*)')\s*>/y
const piece = /<(\/?)([A-Za-z_][\w.-]*):([A-Za-z_][\w.-]*)\s*(\/?)>|([^<]+)/y
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Undefined where it is not exactly the success of one person's own ticket. */
export function readCasResponse(xml: string): CasResponse | undefined {
  const root = xml.length > longest ? undefined : readTree(xml)
  const [success, ...others] = root?.children ?? []
  if (success?.name !== 'authenticationSuccess' || others.length > 0) return undefined
  const named = (name: string) => success.children.filter((child) => child.name === name)
  const [user, ...users] = named('user')
  const [attributes, ...more] = named('attributes')
  // A ticket that came through another service was not shown by the person.
  const isProxied = named('proxies').length > 0
  if (!user || user.children.length > 0 || user.text === '' || users.length + more.length > 0 || isProxied)
    return undefined
  const values = new Map<string, string[]>()
  for (const { name, text, children } of attributes?.children ?? [])
    if (children.length === 0) values.set(name, [...(values.get(name) ?? []), text])
  return { user: user.text, attributes: values }
}

function readTree(xml: string): Element | undefined {
  opening.lastIndex = declaration.exec(xml)?.[0].length ?? 0
  const begun = opening.exec(xml)
  const prefix = begun?.[1]
  if (!begun || begun[2] !== prefix || (begun[3] ?? begun[4]) !== namespace) return undefined
  const root: Element = { name: 'serviceResponse', children: [], text: '' }
  const open = [root]
  piece.lastIndex = opening.lastIndex
  while (open.length > 0) {
    const found = piece.exec(xml)
    const within = open.at(-1)
    if (!found || !within) return undefined
    const [, closes, itsPrefix, name = '', isEmpty, text] = found
    if (text !== undefined) {
      const decoded = decode(text)
      if (decoded === undefined) return undefined
      within.text += decoded
      continue
    }
    if (itsPrefix !== prefix || (closes && isEmpty)) return undefined
    if (closes) {
      if (within.name !== name) return undefined
      within.text = within.text.trim()
      open.pop()
      continue
    }
    const element: Element = { name, children: [], text: '' }
    within.children.push(element)
    if (!isEmpty) open.push(element)
    if (open.length > deepest) return undefined
  }
  return xml.slice(piece.lastIndex).trim() === '' ? root : undefined
}

/** Undefined where a text names another entity, or holds what XML does not allow. */
function decode(text: string): string | undefined {
  if (/&(?!(?:lt|gt|amp|quot|apos);)/.test(text) || text.includes(']]>') || !/^[\t\n\r\x20-\uFFFD]*$/.test(text))
    return undefined
  return text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')
}
