/** Sizes in CSS pixels; `tokens.css` holds what style sheets ask for by name (a test compares the two). */

/** Letter and line height. */
export const typeScale = {
  caption: [11, 16],
  secondary: [12, 18],
  body: [13, 20],
  section: [14, 22],
  page: [20, 28],
  person: [28, 36],
  meeting: [40, 52],
} as const

/** The distances in use, from inside a control to between cards. */
export const spacing = [4, 8, 12, 16, 20, 28] as const

export const radii = { control: 4, card: 6 } as const

export const densities = ['dense', 'comfortable'] as const
export type Density = (typeof densities)[number]

/** A row of a table, and of the roster, whose rows have one line and are many. */
export const rowHeights = {
  dense: { row: 32, 'roster-row': 30 },
  comfortable: { row: 46, 'roster-row': 46 },
} as const

/** Milliseconds: hover and selection; what slides in. */
export const motion = { hover: 120, drawer: 200 } as const
