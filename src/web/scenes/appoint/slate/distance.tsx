import './plans.css'

/** A plan as a part of its bound: what may still be gained is hatched up to the mark of the bound. */
export function Distance({ objective, bound }: { objective: number; bound: number }) {
  const whole = Math.max(bound, objective)
  const share = whole > 0 ? Math.max(0, Math.min(1, objective / whole)) : 1
  return (
    <div className="distance" aria-hidden="true">
      <span className="distance-own" style={{ width: `${100 * share}%` }} />
      <span className="distance-rest" />
    </div>
  )
}
