/**
 * Paper, ink and one blue: every colour by day, by night and on paper from a copier. `tokens.css` holds the same table
 * (a test compares the two): style sheets read the variables, Ant Design and the charts read this.
 */
const table = {
  ground: ['#f5f4f0', '#0e141a', '#ffffff'],
  paper: ['#ffffff', '#151d25', '#ffffff'],
  sunk: ['#efeee9', '#1b252e', '#ffffff'],
  ink: ['#18222d', '#eef1f3', '#000000'],
  ink2: ['#45505e', '#b6c0ca', '#222222'],
  ink3: ['#5f6a78', '#8f9caa', '#444444'],
  line: ['#e4e3dd', '#27333e', '#999999'],
  line2: ['#c8c9c7', '#3b4955', '#777777'],
  accent: ['#1a5e87', '#82bde0', '#000000'],
  accentMid: ['#8db3c9', '#3f7696', '#999999'],
  tint: ['#e3edf3', '#1b3445', '#ffffff'],
  group: ['#e1e3e4', '#26323c', '#dddddd'],
  group2: ['#c3c8cc', '#3a4853', '#aaaaaa'],
  interval: ['#4f87a6', '#5e93b3', '#666666'],
  control: ['#868d95', '#6b7f8f', '#666666'],
} as const

export type Colour = keyof typeof table
export type Palette = Readonly<Record<Colour, string>>
/** What a page is drawn for: a lit screen, a dark one, paper. */
export type Surface = 'light' | 'dark' | 'print'

export const colours = Object.keys(table) as readonly Colour[]

const column = (at: 0 | 1 | 2): Palette =>
  Object.fromEntries(colours.map((name) => [name, table[name][at]])) as Record<Colour, string>

export const palettes: Readonly<Record<Surface, Palette>> = { light: column(0), dark: column(1), print: column(2) }

export const sansStack =
  '"Zhiren Sans", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif'
