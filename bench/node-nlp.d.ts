/** The part of node-nlp that is measured; it brings no types. */
declare module 'node-nlp' {
  interface Manager {
    addDocument(language: string, text: string, intent: string): void
    train(): Promise<unknown>
    process(language: string, text: string): Promise<unknown>
  }
  export const NlpManager: new (settings: object) => Manager
}
