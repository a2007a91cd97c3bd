const rule = (name, comment, ...[from, to]) => ({ name, comment, severity: 'error', from, to })
const module = names => `(^|/)node_modules/(${names})/`

const TEST = '[.]test[.]tsx?$'
// Cards with canned data, which only the gallery shows.
const STATES = '[.]states[.]tsx$'
const BENCH_OR_TEST = '^(bench|test)/'
// Started by name, by a tool or as a thread, and so imported by nobody.
const ENTRY = [
  '/main[.]tsx?$',
  '/bin[.]mjs$',
  '-worker[.][jt]s$',
  '[.]config[.]',
  '/_blueprint/',
  '[.]d[.]ts$',
  '^[^/]+$',
]
const MACHINE = '^(node:)?(fs|net|dgram|tls|http|https|http2|child_process|worker_threads|cluster|os|dns)(/promises)?$'

export default {
  forbidden: [
    rule('no-cycle', 'Two rooms that need each other are one room.', {}, { circular: true }),
    rule('no-orphan', 'A file nobody imports is dead.', { orphan: true, pathNot: [TEST, BENCH_OR_TEST, ...ENTRY] }, {}),
    rule(
      'no-unresolved',
      'What cannot be found here is not found in the plant either.',
      {},
      // Vite gives the address of a file by this ending; the resolver of this tool reads it as part of the name.
      { couldNotResolve: true, pathNot: ['/generated/', '[.]wasm[?]url$'] },
    ),
    rule(
      'no-test-in-production',
      'Tests, benchmarks and what serves only them are never shipped.',
      { pathNot: [TEST, STATES, '/testing/', BENCH_OR_TEST] },
      { path: [TEST, '/testing/', BENCH_OR_TEST] },
    ),
    rule(
      'no-simulator-in-production',
      'A pretended device is a process of its own; no product code knows it.',
      { pathNot: [TEST, '/testing/', '^firmware-adapters/simulator/', BENCH_OR_TEST] },
      { path: '^firmware-adapters/simulator/' },
    ),
    rule(
      'no-dev-dependency',
      'What runs in the plant is in dependencies.',
      { pathNot: [TEST, '/testing/', '^firmware-adapters/simulator/', BENCH_OR_TEST, '[.]config[.]', '^[.]'] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),

    rule(
      'contract-stands-alone',
      'The shared words depend on TypeBox and nothing else.',
      { path: '^contract/', pathNot: TEST },
      { pathNot: ['^contract/', module('typebox')] },
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
      { path: '^firmware-adapters/(bridge|driver|scale|protocol|payload)/', pathNot: TEST },
      {
        path: [
          '^firmware-adapters/transport/open/',
          module('serialport|@serialport/[^/]+|mqtt|modbus-serial|@lydell/node-pty'),
          MACHINE,
        ],
      },
    ),
    rule(
      'only-the-registry-names-drivers',
      'One list of drivers, in one file.',
      { pathNot: ['^firmware-adapters/(registry[.]ts|driver/|testing/)', TEST, BENCH_OR_TEST] },
      { path: '^firmware-adapters/driver/' },
    ),

    rule(
      'instrument-stands-alone',
      'What a technician tries on a device is a program of its own; the gateway does not lean on it.',
      {
        path: '^(firmware-adapters|edge|cloud|provisioning)/',
        pathNot: ['^firmware-adapters/instrument/', TEST, '/testing/'],
      },
      { path: '^firmware-adapters/instrument/' },
    ),
    rule(
      'edge-takes-only-decoders',
      'The appliance reads the devices file and foreign MQTT payloads with pure decoders; drivers and ports live in another process.',
      { path: '^edge/server/', pathNot: [TEST, '/testing/'] },
      { path: '^firmware-adapters/', pathNot: '^firmware-adapters/(payload|plant)/' },
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
      { pathNot: ['^(edge|cloud)/server/store/', TEST, '/testing/', BENCH_OR_TEST] },
      { path: ['^(node:)?sqlite$', module('better-sqlite3|pg|postgres|postgrator')] },
    ),
    rule(
      'store-is-a-floor',
      'The store knows the contract and the interfaces of the parts; it does not call upward.',
      { path: '^(edge|cloud)/server/store/', pathNot: TEST },
      {
        path: '^(edge|cloud)/server/',
        pathNot: ['^(edge|cloud)/server/store/', '^(edge|cloud)/server/(parts|writer/command)[.]ts$'],
      },
    ),
    rule(
      'domain-touches-nothing',
      'A rule is decided from what it is given: no machine, no database, no door.',
      { path: '^(edge|cloud)/server/domain/', pathNot: TEST },
      {
        path: [
          '^(edge|cloud)/server/(api|broker|sync|live|ingest|app[.]|main[.]|config[.])',
          module('better-sqlite3|pg|fastify|aedes|mqtt'),
          MACHINE,
        ],
      },
    ),
    rule(
      'print-is-pure',
      'Paper is made of the record that is handed in: no store, no door, no rule.',
      { path: '^edge/server/print/', pathNot: TEST },
      { path: '^(edge|cloud|firmware-adapters|provisioning)/', pathNot: '^edge/server/print/' },
    ),
    rule(
      'read-only-reads',
      'Heavy reads see the store and the rules; they change nothing and know no door.',
      { path: '^edge/server/read/', pathNot: [TEST, '/testing/'] },
      {
        path: '^(edge/server/(api|broker|sync|live|ingest|monitor|writer)/|cloud/|firmware-adapters/|provisioning/)',
        pathNot: '^edge/server/writer/(outcome|command)[.]ts$',
      },
    ),
    rule(
      'label-is-pure',
      'A label is a function of what it says and of its paper: what is previewed is what is printed.',
      { path: '^edge/server/label/', pathNot: [TEST, '/testing/'] },
      { path: ['^(edge|cloud|firmware-adapters|provisioning)/', MACHINE], pathNot: '^edge/server/label/' },
    ),
    rule(
      'only-the-spooler-speaks-to-printers',
      'One room holds the connections to label printers; it knows the ledger and the label, no door and no rule.',
      { path: '^edge/server/printing/', pathNot: [TEST, '/testing/'] },
      {
        path: '^edge/server/',
        pathNot: ['^edge/server/(printing|label|store)/', '^edge/server/(parts|writer/command)[.]ts$'],
      },
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
      { pathNot: ['/main([.]test)?[.]ts$', BENCH_OR_TEST] },
      { path: '^(edge|cloud)/server/main[.]ts$' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/generated/', '/dist/', '[.]tap/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
