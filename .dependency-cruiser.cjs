/** The import table of the house as law: each room lists the rooms it may know. */
const room = (name) => `^src/${name}/`;

/** Rooms by path; longer paths first, since `ui/kit` is a room of its own. */
const mayKnow = {
  domain: [],
  engine: ['domain'],
  messages: ['domain'],
  rules: ['domain', 'messages'],
  venues: ['domain'],
  reader: ['domain'],
  protocol: ['domain'],
  platform: ['messages'],
  settings: ['domain', 'rules', 'venues', 'platform', 'messages'],
  log: ['domain', 'platform', 'protocol'],
  background: [
    'domain',
    'engine',
    'rules',
    'venues',
    'protocol',
    'settings',
    'log',
    'platform',
    'messages',
    'guard',
  ],
  'ui/simulator': [
    'domain',
    'engine',
    'venues',
    'protocol',
    'settings',
    'platform',
    'messages',
    'rules',
    'ui/kit',
  ],
  'ui/glossary': ['domain', 'protocol', 'settings', 'platform', 'messages', 'ui/kit'],
  'ui/kit': ['domain', 'messages'],
  guard: ['domain', 'venues', 'reader', 'protocol', 'platform', 'messages', 'ui/kit'],
  'ui/popup': ['domain', 'venues', 'protocol', 'settings', 'platform', 'messages', 'rules', 'ui/kit'],
  'ui/log': ['domain', 'venues', 'protocol', 'log', 'platform', 'messages', 'ui/kit'],
  'ui/welcome': [
    'domain',
    'engine',
    'rules',
    'venues',
    'reader',
    'protocol',
    'settings',
    'platform',
    'messages',
    'guard',
    'ui/kit',
  ],
  'ui/options': ['domain', 'venues', 'protocol', 'settings', 'platform', 'messages', 'rules', 'ui/kit'],
};

/** Imports of types only are no coupling at run time; these two rooms describe each other's data. */
const mayKnowTypes = { venues: ['reader'], reader: ['venues'] };

const boundaries = Object.entries(mayKnow).map(([name, known]) => ({
  name: `room-${name.replace('/', '-')}`,
  comment: `src/${name} may know only: ${known.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: room(name), pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^src/',
    pathNot: [...known, name].map(room),
    ...(mayKnowTypes[name] ? { dependencyTypesNot: ['type-only'] } : {}),
  },
}));

const onlyDoor = (name, path, door) => ({
  name,
  severity: 'error',
  from: { path: '^(src|tools|test)/', pathNot: door },
  to: { path },
});

module.exports = {
  forbidden: [
    ...boundaries,
    {
      name: 'page-script-by-address-only',
      comment: 'the worker knows the page scripts as files to register, never as code',
      severity: 'error',
      from: { path: room('background') },
      to: { path: room('guard'), pathNot: '\\.iife\\.tsx?$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', '\\.test\\.tsx?$'] },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    {
      name: 'shipped-code-knows-no-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(test|tools)/' },
    },
    onlyDoor(
      'one-door-to-decimal',
      'node_modules/decimal\\.js',
      '^src/engine/decimal(\\.test)?\\.ts$|^test/',
    ),
    onlyDoor('one-door-to-the-browser', 'node_modules/webextension-polyfill', '^src/platform/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'tsc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'module-sync', 'node', 'default', 'types'],
    },
  },
};
