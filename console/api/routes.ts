/** Method and path of each operation of the contract; `{key}` is filled in from the input. */
export type Route = [method: string, path: string]
export interface RouteTable {
  [name: string]: Route | RouteTable
}

/** Filled in when the program is built (vite.config.ts). */
export const routes: RouteTable = {}
