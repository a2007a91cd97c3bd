const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const TEST = '[.]test[.]tsx?$'

export default {
  forbidden: [
    rule('no-cycle', 'Two rooms that need each other are one room.', {}, { circular: true }),
    rule(
      'no-orphan',
      'A file nobody imports is dead.',
      { orphan: true, pathNot: [TEST, '/main[.]tsx?$', '/_blueprint/', '[.]d[.]ts$', '^[^/]+$'] },
      {},
    ),
    rule(
      'no-test-in-production',
      'Tests and test helpers are never shipped.',
      { pathNot: [TEST, '/testing/', '^test/'] },
      { path: [TEST, '/testing/', '^test/'] },
    ),
    rule(
      'no-dev-dependency',
      'What runs in the plant is in dependencies.',
      { pathNot: [TEST, '/testing/', '^test/', '[.]config[.]', '^[.]'] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),

    rule(
      'contract-stands-alone',
      'The shared words depend on TypeBox and nothing else.',
      { path: '^contract/', pathNot: TEST },
      { pathNot: ['^contract/', '^node_modules/typebox/'] },
    ),

    rule(
      'adapters-know-the-contract-only',
      'A driver must run without the edge server.',
      { path: '^firmware-adapters/' },
      { path: '^(edge|cloud|provisioning)/' },
    ),
    rule(
      'driver-knows-no-driver',
      'Deleting one driver folder must not break another.',
      { path: '^firmware-adapters/driver/([^/]+)/' },
      { path: '^firmware-adapters/driver/', pathNot: '^firmware-adapters/driver/$1/' },
    ),
    rule(
      'driver-does-no-io',
      'A driver sees the transport interfaces; only transport/open/ touches the machine.',
      { path: '^firmware-adapters/(driver|protocol)/', pathNot: TEST },
      {
        path: [
          '^firmware-adapters/transport/open/',
          '^node_modules/(serialport|@serialport|mqtt|modbus-serial)/',
          '^(node:)?(fs|net|dgram|tls|http|https|child_process)(/promises)?$',
        ],
      },
    ),
    rule(
      'only-the-registry-names-drivers',
      'One list of drivers, in one file.',
      { pathNot: ['^firmware-adapters/(registry[.]ts|driver/|testing/)', TEST] },
      { path: '^firmware-adapters/driver/' },
    ),

    rule(
      'edge-meets-cloud-in-the-contract',
      'Edge and cloud are deployed apart and never import each other.',
      { path: '^edge/' },
      { path: '^cloud/', pathNot: '^cloud/client/' },
    ),
    rule(
      'only-sync-speaks-to-hq',
      'One room knows that headquarters exists.',
      { path: '^edge/', pathNot: '^edge/server/(sync/|main[.]ts$)' },
      { path: '^cloud/client/' },
    ),
    rule(
      'client-is-a-leaf',
      'A client is generated words and a fetch.',
      { path: '^(edge|cloud)/client/' },
      { path: '^(edge|cloud|firmware-adapters|provisioning)/', pathNot: '^(edge|cloud)/client/' },
    ),
    rule(
      'technician-speaks-through-the-client',
      'Provisioning uses the same door as everyone else.',
      { path: '^provisioning/' },
      { path: '^(edge|cloud)/server/' },
    ),
    rule(
      'cloud-never-sees-edge',
      'HQ outlives any one appliance version.',
      { path: '^cloud/' },
      { path: '^(edge|firmware-adapters|provisioning)/' },
    ),
    rule(
      'ui-speaks-through-its-client',
      'A screen knows the API, not the server.',
      { path: '^(edge/ui|cloud/dashboard)/' },
      { path: ['^(edge|cloud)/server/', '^firmware-adapters/'] },
    ),
    rule(
      'ui-is-not-node',
      'Browser code.',
      { path: '^(edge/ui|cloud/dashboard)/', pathNot: [TEST, '[.]config[.]'] },
      { dependencyTypes: ['core'] },
    ),

    rule(
      'sql-lives-in-the-store',
      'One room holds the SQL.',
      { pathNot: ['^(edge|cloud)/server/store/', TEST] },
      { path: ['^(node:)?sqlite$', '^node_modules/(better-sqlite3|pg|postgres)/'] },
    ),
    rule(
      'store-is-a-floor',
      'The store knows the contract; it does not call upward.',
      { path: '^(edge|cloud)/server/store/' },
      { path: '^(edge|cloud)/server/', pathNot: '^(edge|cloud)/server/store/' },
    ),
    rule(
      'only-app-mounts-routes',
      'Routes are doors; no room depends on a door.',
      { path: '^(edge|cloud)/server/', pathNot: ['^(edge|cloud)/server/(app[.]ts|api/)', TEST] },
      { path: '^(edge|cloud)/server/api/' },
    ),
    rule(
      'only-main-assembles',
      'Rooms receive their parts; main.ts builds them.',
      { pathNot: ['/main([.]test)?[.]ts$', '^test/'] },
      { path: '^(edge|cloud)/server/main[.]ts$' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/generated/', '/dist/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
