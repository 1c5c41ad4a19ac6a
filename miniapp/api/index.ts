/** The ward's server, as pages use it. */
export {
  type Answer,
  answers,
  type Guide,
  type Saved,
  useAnswer,
  useQrAddress,
  useWard,
  type Ward,
} from './answers.ts'
export { boot } from './boot.ts'
export { type Api, ApiError, api, fetchJson, origin, siteAddress, type Trouble } from './client.ts'
export { wardNow } from './clock.ts'
export { forgetKept, forgetWhere } from './kept-answers.ts'
export { answerShape } from './routes.ts'
export {
  type Account,
  OF_ACCOUNT,
  OWN,
  resume,
  type SignedIn,
  signIn,
  signOut,
  useAccount,
  useIsCut,
  wasSignedIn,
} from './session.ts'
