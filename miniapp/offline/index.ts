/** Reading without a network, in any browser. Inside Zalo the package carries everything itself. */
export { prepareForOffline } from './prepare.ts'
export { findSavedGuide, findSavedIndex } from './saved-guides.ts'
