/**
 * The outline of a group from its quantiles (0, 5, … 100 %): a Gaussian kernel on the middle of each of the equal shares,
 * with Silverman's bandwidth 0.9 · min(sd, IQR / 1.34) · n^(−1/5) (Silverman 1986, eq. 3.31). For drawing only.
 */
export function densityFrom(quantiles: readonly number[]): (at: number) => number {
  const centres = quantiles.slice(1).map((upper, index) => (upper + (quantiles[index] ?? upper)) / 2)
  const n = centres.length
  const mean = centres.reduce((sum, centre) => sum + centre, 0) / n
  const sd = Math.sqrt(centres.reduce((sum, centre) => sum + (centre - mean) ** 2, 0) / n)
  const share = (fraction: number) => quantiles[Math.round(fraction * (quantiles.length - 1))] ?? mean
  const spread = Math.min(sd, (share(0.75) - share(0.25)) / 1.34) || sd || 1e-9
  const width = 0.9 * spread * n ** -0.2
  return (at) =>
    centres.reduce((sum, centre) => sum + Math.exp(-(((at - centre) / width) ** 2) / 2), 0) /
    (n * width * Math.sqrt(2 * Math.PI))
}

/** The outline as an SVG path of the given size, its highest point at the top. */
export function densityPath(
  quantiles: readonly number[],
  scale: { from: number; to: number },
  size: { width: number; height: number },
): string {
  const density = densityFrom(quantiles)
  const points = Array.from({ length: 61 }, (_, index) => {
    const share = index / 60
    return [share * size.width, density(scale.from + share * (scale.to - scale.from))] as const
  })
  const highest = Math.max(...points.map(([, value]) => value)) || 1
  const outline = points.map(([x, value]) => `${x.toFixed(1)},${(size.height * (1 - value / highest)).toFixed(1)}`)
  return `M0,${size.height} L${outline.join(' L')} L${size.width},${size.height} Z`
}
