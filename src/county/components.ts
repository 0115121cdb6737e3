import { fieldNamesOf, type Row } from '#domain/tables.ts'

/** The parts of a city in which cadres can be compared by ballots: two are linked by a rater who marked both. */
export function partsByBallots(ballots: Iterable<Row>, cadreIds: readonly string[]): Map<string, string> {
  const links = new Links()
  const [cadreAt = 0, raterAt = 0] = ['cadre_id', 'rater_id'].map((name) => fieldNamesOf('ratings').indexOf(name))
  for (const ballot of ballots) links.join(`${ballot[cadreAt]}`, `rater ${ballot[raterAt]}`)
  return links.names(cadreIds)
}

/** Union–find over names. */
export class Links {
  private readonly parents = new Map<string, string>()

  private root(name: string): string {
    let at = name
    for (let up = this.parents.get(at); up !== undefined && up !== at; up = this.parents.get(at)) {
      this.parents.set(at, this.parents.get(up) ?? up)
      at = up
    }
    this.parents.set(at, at)
    return at
  }

  join(left: string, right: string): void {
    this.parents.set(this.root(left), this.root(right))
  }

  /** `M` for the members of the largest part, `X1` … for the others; none for a member that nothing joins. */
  names(members: readonly string[]): Map<string, string> {
    const groups = Map.groupBy(
      members.filter((member) => this.parents.has(member)),
      (member) => this.root(member),
    )
    const ordered = [...groups.values()].sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
    return new Map(
      ordered.flatMap((group, place) => group.map((each) => [each, place === 0 ? 'M' : `X${place}`] as const)),
    )
  }
}
