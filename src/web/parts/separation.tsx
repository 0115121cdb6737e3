/** The sign of two estimates that cannot be told apart: the second bar hatched, under the first. */
export function Separation() {
  return (
    <svg width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
      <rect x="3" y="0" width="16" height="4" fill="var(--accent)" />
      <g stroke="var(--control)" fill="none">
        <rect x="1.5" y="6.5" width="19" height="5" />
        <path d="m3 11 4-4m0 4 4-4m0 4 4-4m0 4 4-4" />
      </g>
    </svg>
  )
}
