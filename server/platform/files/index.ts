export { openDisk } from './disk.ts'
export { FILE_KINDS, LARGEST_FILE } from './file-kinds.ts'
export { createFileRoutes, filePath } from './file-routes.ts'
export { createFiles, type Files } from './files.ts'
