/** A probability as a share that claims no more than the data can: never 0 % or 100 %. */
export function surety(probability: number): string {
  if (probability > 0.999) return '> 99.9%'
  if (probability < 0.001) return '< 0.1%'
  return `${(probability * 100).toFixed(1)}%`
}
