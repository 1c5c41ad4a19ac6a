/** The palette of the house for Mantine; text keeps a contrast of 7:1 and more. */
import { Badge, createTheme, type MantineColorsTuple } from '@mantine/core'

const brand: MantineColorsTuple = [
  '#e8f1fc',
  '#cfe1f7',
  '#a3c5ee',
  '#74a7e3',
  '#4a88d2',
  '#2769ba',
  '#15599f',
  '#0b4f9e',
  '#0a4488',
  '#073366',
]

export const theme = createTheme({
  colors: { brand },
  primaryColor: 'brand',
  primaryShade: 7,
  black: '#14213d',
  defaultRadius: 8,
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  components: { Badge: Badge.extend({ defaultProps: { size: 'lg', tt: 'none', radius: 'sm' } }) },
  respectReducedMotion: true,
  cursorType: 'pointer',
})
