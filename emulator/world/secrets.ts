/** What Zalo's consoles show the operator of the ward's app, OA and Mini App. */
export interface Secrets {
  appId: string
  appSecret: string
  oaId: string
  oaSecretKey: string
  miniAppId: string
  miniAppKey: string
  /** Key that signs the Mini App webhook; the Open API key unless the console gave another. */
  miniAppWebhookKey?: string
}
