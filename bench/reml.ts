/** Fitting raters and rated as crossed random effects by REML: our engine against lme4. */
import { type Design, fitMixedModel, intercept, type MixedModelFit } from '../src/statistics/index.ts'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import { type Lme4, type PeerFit, startLme4 } from './lme4.ts'
import { inventRatings, type Ratings, readInstEval } from './ratings.ts'
import { type Contestant, compete, timed } from './rounds.ts'

const designOf = (ratings: Ratings): Design => ({
  response: ratings.scores,
  fixed: [intercept(ratings.scores.length)],
  random: [
    { name: 's', codes: ratings.raters, levels: ratings.raterCount },
    { name: 'd', codes: ratings.rated, levels: ratings.ratedCount },
  ],
})

const linesOf = ({ scores, raters, rated }: Ratings): string[] => [
  String(scores.length),
  ...Array.from(scores, (y, row) => `${raters[row]},${rated[row]},${y}`),
]

/** lme4 stops a little short of the optimum, so ours may lie below its criterion but not above. */
function check(ours: MixedModelFit, theirs: PeerFit): string {
  const criterion = Math.abs(ours.criterion / theirs.criterion - 1)
  const own = [...ours.random.map(({ variance }) => variance), ours.residualVariance]
  const variances = own.map((variance, index) => Math.abs(variance / (theirs.variances[index] ?? Number.NaN) - 1))
  agree(criterion < 1e-8 && ours.criterion < theirs.criterion + 1e-4, `criteria are ${criterion} apart`)
  agree(
    variances.every((apart) => apart < 1e-3),
    `variances are ${variances.join(', ')} apart`,
  )
  const most = Math.max(...variances).toExponential(1)
  return `REML criterion within ${criterion.toExponential(1)}, variances within ${most} relative`
}

async function contest(ratings: Ratings, ours: Contestant, peer: Lme4 | undefined): Promise<Comparison> {
  const fit = fitMixedModel(designOf(ratings))
  const rows = ratings.scores.length.toLocaleString('en')
  const common = {
    title: `${ratings.origin}: ${rows} rows, ${ratings.raterCount} × ${ratings.ratedCount} levels, two crossed factors`,
    work: 1,
    unit: 'fits' as const,
  }
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
  const checked = check(fit, await peer.fit('fit'))
  const requests = ['fit', 'fit and sd'] as const
  const laps = requests.map((request) => async () => (await peer.fit(request)).seconds)
  const names = ['lme4, lmer()', 'lme4, lmer() + ranef(condVar = TRUE)']
  const theirs = laps.map((lap, index): Contestant => ({ name: names[index] ?? '', lap }))
  return {
    ...common,
    standings: await compete([ours, ...theirs]),
    checked,
    notes: [
      `peer: ${peer.name}, one thread, without the check of derivatives`,
      'ours always gives the conditional standard deviations of all levels; lmer() alone does not',
    ],
  }
}

export const reml: Benchmark = {
  peers: [],
  run: async () => {
    const folder = process.env.ZHIREN_REFERENCE
    const ratings = folder === undefined ? inventRatings() : await readInstEval(folder)
    const design = designOf(ratings)
    const ours = { name: 'ours (src/statistics)', lap: timed(() => fitMixedModel(design)) }
    const peer = await startLme4('reml-peer.R', linesOf(ratings))
    try {
      return [await contest(ratings, ours, peer)]
    } finally {
      await peer?.close()
    }
  },
}
