import '@mantine/core/styles.css'
import './console.css'
import { MantineProvider } from '@mantine/core'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { theme } from './ui/index.ts'

// The server's word that styles made on the way are ours.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
setNonce(nonce)

const root = document.getElementById('app') ?? document.body.appendChild(document.createElement('div'))
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce}>
      <App />
    </MantineProvider>
  </StrictMode>,
)
