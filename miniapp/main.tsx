import './older-phones.ts'
import './ui/styles/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { prepareForOffline } from './offline/index.ts'
import { wearKeptLook } from './ui/index.ts'

wearKeptLook()
const root = document.getElementById('app') ?? document.body.appendChild(document.createElement('div'))
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
prepareForOffline()
