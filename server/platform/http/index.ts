export { type ApiContext, createApiRouter, guardAccess, guardErrors, personOf, principalOf } from './api.ts'
export { createHttpApp } from './app.ts'
export { Html, html, type Page, renderPage } from './pages.ts'
export { createPrincipalReader, isSameOrigin, type ReadPrincipal, rememberToken, requireRole } from './principal.ts'
