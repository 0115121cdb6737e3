/**
 * Which teams are compared: those of one kind and level. Kinds with too few teams at a level are joined stepwise, never across
 * levels: with the other small kinds of their family, then with the whole family, then with the small kinds left at the level.
 * The group is named by all its kinds: `court+government@county`.
 */

/** With fewer comparable teams there is nothing to be compared with. */
export const fewestTeams = 3

/** Kinds alike in what is asked of their teams. */
const families: Readonly<Record<string, string>> = {
  party: 'leading',
  congress: 'leading',
  government: 'leading',
  cppcc: 'leading',
  discipline: 'leading',
  court: 'leading',
  procuratorate: 'leading',
  department: 'offices',
  institution: 'offices',
  association: 'offices',
  enterprise: 'economy',
  zone: 'economy',
  township: 'places',
  street: 'places',
  county: 'places',
  village: 'grassroots',
  community: 'grassroots',
}

interface Kind {
  readonly kind: string
  readonly count: number
}

/**
 * Names of the group of each kind and level.
 * @example comparableGroups([…])('court', 'county') // 'court+government@county'
 */
export function comparableGroups(
  teams: readonly { readonly kind: string; readonly level: string }[],
): (kind: string, level: string) => string {
  const names = new Map<string, string>()
  for (const [level, own] of Map.groupBy(teams, (team) => team.level)) {
    const kinds = [...Map.groupBy(own, ({ kind }) => kind)].map(([kind, { length }]): Kind => ({ kind, count: length }))
    for (const group of groupsOf(kinds)) {
      const name = `${group
        .map(({ kind }) => kind)
        .sort()
        .join('+')}@${level}`
      for (const { kind } of group) names.set(`${kind}@${level}`, name)
    }
  }
  return (kind, level) => names.get(`${kind}@${level}`) ?? `${kind}@${level}`
}

/** The kinds a group holds, and its level. */
export function readGroup(group: string): { kinds: string[]; level: string } {
  const [kinds = '', level = ''] = group.split('@')
  return { kinds: kinds.split('+'), level }
}

const isEnough = (kinds: readonly Kind[]): boolean => kinds.reduce((sum, { count }) => sum + count, 0) >= fewestTeams

function groupsOf(kinds: readonly Kind[]): Kind[][] {
  const groups: Kind[][] = []
  const left: Kind[] = []
  for (const family of Map.groupBy(kinds, ({ kind }) => families[kind] ?? kind).values()) {
    const large = family.filter((kind) => isEnough([kind]))
    const small = family.filter((kind) => !isEnough([kind]))
    if (small.length === 0 || isEnough(small)) groups.push(...large.map((kind) => [kind]), small)
    else if (isEnough(family)) groups.push(family)
    else left.push(...small)
  }
  return [...groups, ...(isEnough(left) ? [left] : left.map((kind) => [kind]))].filter(({ length }) => length > 0)
}
