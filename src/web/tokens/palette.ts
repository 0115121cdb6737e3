/**
 * Paper, ink and one blue. The same values stand in `tokens.css` (a test compares the two): CSS reads the variables,
 * Ant Design and the charts read this table.
 */
export const palette = {
  ground: '#F5F4F0',
  paper: '#FFFFFF',
  sunk: '#EFEEE9',
  ink: '#18222D',
  ink2: '#45505E',
  ink3: '#5F6A78',
  line: '#E4E3DD',
  line2: '#C8C9C7',
  accent: '#1A5E87',
  accentMid: '#8DB3C9',
  tint: '#E3EDF3',
  group: '#E1E3E4',
  group2: '#C3C8CC',
  interval: '#4F87A6',
  control: '#868D95',
} as const

export type Colour = keyof typeof palette

export const sansStack = '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif'
