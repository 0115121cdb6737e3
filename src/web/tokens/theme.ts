import { theme as antTheme, type ThemeConfig } from 'antd'
import { type Palette, palettes, type Surface, sansStack } from './palette.ts'
import { motion, radii, typeScale } from './scale.ts'

const seconds = (milliseconds: number): string => `${milliseconds / 1000}s`
const [letter, line] = typeScale.body

/** Ant Design in the same paper and ink: hairlines instead of shadows, errors in ink and words instead of red. */
const tokensOf = (palette: Palette): NonNullable<ThemeConfig['token']> => ({
  colorPrimary: palette.accent,
  colorPrimaryHover: palette.ink,
  colorPrimaryActive: palette.ink,
  colorInfo: palette.accent,
  colorLink: palette.accent,
  colorLinkHover: palette.ink,
  colorError: palette.ink,
  colorErrorBorderHover: palette.ink,
  colorWarning: palette.ink2,
  colorSuccess: palette.accent,
  colorText: palette.ink,
  colorTextHeading: palette.ink,
  colorTextSecondary: palette.ink2,
  colorTextTertiary: palette.ink3,
  colorTextDescription: palette.ink3,
  colorTextPlaceholder: palette.ink3,
  colorTextDisabled: palette.ink3,
  colorTextLightSolid: palette.paper,
  colorIcon: palette.ink2,
  colorIconHover: palette.ink,
  colorBorder: palette.control,
  colorBorderSecondary: palette.line,
  colorSplit: palette.line,
  colorBgLayout: palette.ground,
  colorBgContainer: palette.paper,
  colorBgContainerDisabled: palette.sunk,
  colorBgElevated: palette.paper,
  colorBgSpotlight: palette.ink,
  colorFillAlter: palette.sunk,
  colorFillSecondary: palette.sunk,
  colorFillTertiary: palette.sunk,
  controlItemBgHover: palette.sunk,
  controlItemBgActive: palette.tint,
  controlItemBgActiveHover: palette.tint,
  controlOutline: palette.tint,
  fontFamily: sansStack,
  fontSize: letter,
  lineHeight: line / letter,
  fontWeightStrong: 600,
  borderRadius: radii.control,
  borderRadiusLG: radii.card,
  controlHeight: 30,
  boxShadow: 'var(--shadow)',
  boxShadowSecondary: 'var(--shadow)',
  motionDurationFast: seconds(motion.hover),
  motionDurationMid: seconds(motion.hover),
  motionDurationSlow: seconds(motion.drawer),
})

const componentsOf = (palette: Palette): NonNullable<ThemeConfig['components']> => ({
  Table: {
    headerBg: palette.sunk,
    headerColor: palette.ink2,
    headerSplitColor: 'transparent',
    headerSortActiveBg: palette.sunk,
    headerSortHoverBg: palette.line,
    bodySortBg: palette.paper,
    fixedHeaderSortActiveBg: palette.sunk,
    rowHoverBg: palette.sunk,
    rowSelectedBg: palette.tint,
    rowSelectedHoverBg: palette.tint,
    borderColor: palette.line,
    cellPaddingBlockSM: 0,
    cellPaddingInlineSM: 8,
    cellFontSizeSM: letter,
    headerBorderRadius: radii.card,
  },
  Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500, primaryColor: palette.paper },
  Input: { activeShadow: `0 0 0 2px ${palette.tint}` },
  Select: { optionSelectedBg: palette.tint },
})

const themeOf = (surface: Surface): ThemeConfig => ({
  algorithm: surface === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
  token: tokensOf(palettes[surface]),
  components: componentsOf(palettes[surface]),
})

export const themes: Readonly<Record<Surface, ThemeConfig>> = {
  light: themeOf('light'),
  dark: themeOf('dark'),
  print: themeOf('print'),
}
