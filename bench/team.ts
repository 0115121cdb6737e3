/** Crediting results to the members of teams by REML, multiple membership: our engine against lme4. */
import { fitMixedModel, type MixedModelFit } from '../src/statistics/index.ts'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import { type PeerFit, startLme4 } from './lme4.ts'
import { compete, timed } from './rounds.ts'
import { inventTeams, readTeams, type Teams } from './teams.ts'

function linesOf({ design, members, unit, period }: Teams): string[] {
  const { starts, members: who, shares, levels } = members
  const rows = design.response.length
  const [, endow, baseline] = design.fixed
  const results = Array.from(
    design.response,
    (y, row) => `${y},${endow?.values[row]},${baseline?.values[row]},${unit[row]},${period[row]}`,
  )
  const entries = Array.from({ length: rows }, (_, row) =>
    Array.from(who.subarray(starts[row], starts[row + 1]), (member, place) => {
      const share = shares[(starts[row] ?? 0) + place]
      return `${row + 1},${member + 1},${share}`
    }),
  )
  return [`${rows},${who.length},${levels}`, ...results, ...entries.flat()]
}

/** lme4 stops a little short of the optimum, so ours may lie below its criterion but not above. */
function check(ours: MixedModelFit, theirs: PeerFit): string {
  const criterion = Math.abs(ours.criterion / theirs.criterion - 1)
  agree(criterion < 1e-8 && ours.criterion < theirs.criterion + 1e-4, `criteria are ${criterion} apart`)
  const own = [...ours.random.map(({ variance }) => variance), ours.residualVariance]
  const most = Math.max(...own.map((value, index) => Math.abs(value / (theirs.variances[index] ?? Number.NaN) - 1)))
  agree(most < 1e-3, `variances are ${most} apart`)
  return `REML criterion within ${criterion.toExponential(1)}, variances within ${most.toExponential(1)} relative`
}

async function contest(teams: Teams): Promise<Comparison> {
  const { design, members, origin } = teams
  const ours = { name: 'ours (src/statistics), with all conditional SDs', lap: timed(() => fitMixedModel(design)) }
  const common = {
    title: `${origin}: ${design.response.length.toLocaleString('en')} results of teams of ${members.levels} people`,
    work: 1,
    unit: 'fits' as const,
  }
  const peer = await startLme4('team-peer.R', linesOf(teams))
  if (peer === undefined) {
    return {
      ...common,
      standings: await compete([ours]),
      checked: 'not held against a peer in this run',
      notes: [
        'WITHOUT PEER: not installed: lme4 (Rscript with the package lme4); this time alone is no result to quote',
      ],
    }
  }
  try {
    const checked = check(fitMixedModel(design), await peer.fit('fit'))
    const theirs = { name: 'lme4, fit alone', lap: async () => (await peer.fit('fit')).seconds }
    return {
      ...common,
      standings: await compete([ours, theirs]),
      checked,
      notes: [`peer: ${peer.name}, one thread, without the check of derivatives and without conditional SDs`],
    }
  } finally {
    await peer.close()
  }
}

export const team: Benchmark = {
  peers: [],
  run: async () => {
    const folder = process.env.ZHIREN_REFERENCE
    return [await contest(folder === undefined ? inventTeams() : await readTeams(folder))]
  },
}
