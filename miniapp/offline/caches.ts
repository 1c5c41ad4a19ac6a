/**
 * Names of what lies in the browser's cache storage. All of it is the same for everybody, so a shared machine keeps it:
 * `shared-device` spares what is called `precache`.
 */
export const PROGRAM_CACHES = 'precache-program-'
export const GUIDES_CACHE = 'precache-guides'
