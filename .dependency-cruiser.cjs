/**
 * Who may import whom. Patterns, not lists: a new folder is guarded the day it is born.
 * tests/house.test.ts plants a violation of every rule and fails when one goes unseen.
 */
const entry = '(^|/)index\\.tsx?$'
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-believes-only-itself',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/(zod|@orpc/contract|minisearch)/'] },
    },
    {
      name: 'clients-never-import-server',
      severity: 'error',
      from: { path: '^(miniapp|console|emulator)/' },
      to: { path: '^server/' },
    },
    {
      name: 'rooms-never-import-each-other',
      severity: 'error',
      from: { path: '^(miniapp|console|emulator)/' },
      to: { path: '^(miniapp|console|emulator)/', pathNot: '^$1/' },
    },
    {
      name: 'server-never-imports-a-client-room',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(miniapp|console|emulator)/' },
    },
    {
      name: 'a-feature-never-imports-another',
      severity: 'error',
      from: { path: '^server/(?!platform/|commands/)([^/]+)/' },
      to: { path: '^server/(?!platform/|commands/)([^/]+)/', pathNot: '^server/$1/' },
    },
    {
      name: 'platform-never-imports-a-feature',
      severity: 'error',
      from: { path: '^server/platform/' },
      to: { path: '^server/(?!platform/|clock\\.ts|config\\.ts|errors\\.ts)' },
    },
    {
      name: 'a-platform-room-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^server/(?!platform/)' },
      to: { path: '^server/platform/[^/]+/', pathNot: entry },
    },
    {
      name: 'platform-rooms-enter-each-other-by-the-index',
      severity: 'error',
      from: { path: '^server/platform/([^/]+)/' },
      to: { path: '^server/platform/[^/]+/', pathNot: ['^server/platform/$1/', entry] },
    },
    {
      name: 'a-feature-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^server/[^/]+\\.ts$|^server/commands/' },
      to: { path: '^server/(?!platform/|commands/)[^/]+/', pathNot: entry },
    },
    {
      name: 'a-shared-folder-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^(?!shared/)' },
      to: { path: '^shared/[^/]+/', pathNot: entry },
    },
    {
      name: 'a-shared-room-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^shared/([^/]+)/' },
      to: { path: '^shared/[^/]+/', pathNot: ['^shared/$1/', entry] },
    },
    {
      name: 'a-miniapp-room-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^miniapp/([^/]+)/' },
      to: { path: '^miniapp/(api|content|offline|ui|zalo)/', pathNot: ['^miniapp/$1/', entry] },
    },
    {
      name: 'a-console-room-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^console/([^/]+)/' },
      to: { path: '^console/(api|ui)/', pathNot: ['^console/$1/', entry] },
    },
    {
      name: 'zmp-sdk-only-in-miniapp-zalo',
      severity: 'error',
      from: { pathNot: '^miniapp/zalo/' },
      to: { path: 'node_modules/zmp-sdk/' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(server|shared|miniapp|console|emulator)/' },
      to: { path: '^(tests|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(data|www|dist|node_modules/\\.cache)/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
}
