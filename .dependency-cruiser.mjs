const SDKS = 'node_modules/(@slack|discord\\.js|discord-api-types)';

/** Folders of core/ask in the order in which an answer is made: each may use what stands before it. */
const ASK_STAGES = [
  'models',
  'words',
  'question',
  'sentences',
  'grammar',
  'spans',
  'facts',
  'shown',
  'decision',
];

const askFlowsOneWay = (stage, earlier) => ({
  name: `ask-${stage}-uses-earlier-stages`,
  comment:
    'An answer is made in one direction (ARCHITECTURE.md, Asking). Move what an earlier stage needs into that stage; what all of them exchange is in types.ts.',
  severity: 'error',
  from: { path: `^src/core/ask/${stage}/` },
  to: { path: `^src/core/ask/(?!types\\.ts$|(${[...earlier, stage].join('|')})/)` },
});

export default {
  forbidden: [
    {
      name: 'core-stands-alone',
      comment:
        'core knows nothing of chats, stores or the outside. Put what it needs into its arguments, or into a port in core/ports.ts that app.ts fills.',
      severity: 'error',
      from: { path: '^src/core' },
      to: { path: '^src/(?!core)' },
    },
    {
      name: 'core-does-no-io',
      comment:
        'core is words in, words out: no files, no network, no timers. Read outside (ingest, storage) and pass the result in.',
      severity: 'error',
      from: { path: '^src/core' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'chat-sees-only-core',
      comment:
        'chat is platform-neutral. What one platform needs goes behind its adapter; what the core knows comes through core/briefings.ts.',
      severity: 'error',
      from: { path: '^src/chat' },
      to: { path: '^src/(?!chat|core)' },
    },
    {
      name: 'adapters-see-only-chat',
      comment:
        'An adapter turns events into Commands and Cards into messages. It decides nothing: move decisions to chat/ or core/.',
      severity: 'error',
      from: { path: '^src/adapters' },
      to: { path: '^src/(?!adapters|chat|core/errors\\.ts$)' },
    },
    {
      name: 'one-platform-per-adapter',
      comment: 'Adapters do not know each other. What two of them share belongs to chat/.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/(?!$1/)' },
    },
    {
      name: 'sdk-behind-its-adapter',
      comment: 'Only the adapter may import its SDK. Elsewhere use Card, Command and Address.',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/adapters/(slack|discord)/' },
      to: { path: SDKS },
    },
    {
      name: 'ingest-sees-only-core',
      comment: 'ingest turns the outside into Articles and hands them over. It knows no chat and no store.',
      severity: 'error',
      from: { path: '^src/ingest' },
      to: { path: '^src/(?!ingest|core)' },
    },
    {
      name: 'storage-and-runtime-see-core-and-chat',
      comment: 'Stores and runners hold articles, cards and addresses. Concrete things meet in app.ts only.',
      severity: 'error',
      from: { path: '^src/(storage|runtime)/' },
      to: { path: '^src/(?!storage|runtime|core|chat)' },
    },
    {
      name: 'wiring-opens-nothing',
      comment:
        'wiring joins what app.ts has opened: stores come to it as chat/stores.ts describes them, and settings as arguments. Open a store in app.ts.',
      severity: 'error',
      from: { path: '^src/wiring/' },
      to: { path: '^src/(storage/|cli/|config/load)' },
    },
    {
      name: 'nothing-behind-the-command-line',
      comment: 'cli is where a command begins: nothing calls it. Move what others need to wiring/ or app.ts.',
      severity: 'error',
      from: { path: '^src/(?!cli/)' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'config-and-observability-stand-alone',
      comment: 'Settings, logs and metrics are used by all and use nothing of ours.',
      severity: 'error',
      from: { path: '^src/(config|observability)/' },
      to: { path: '^src/(?!config|observability)' },
    },
    {
      name: 'minisearch-behind-one-file',
      comment:
        'core/search/engine.ts is the only file that imports minisearch, so that a database can replace it.',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/core/search/engine\\.ts$' },
      to: { path: 'node_modules/minisearch' },
    },
    {
      name: 'node-cron-behind-one-file',
      comment:
        'runtime/scheduler.ts is the only file that imports node-cron. Ask the Schedule port for due times.',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/runtime/scheduler\\.ts$' },
      to: { path: 'node_modules/node-cron' },
    },
    ...ASK_STAGES.map((stage, place) => askFlowsOneWay(stage, ASK_STAGES.slice(0, place))),
    askFlowsOneWay('followup', ['models', 'words']),
    {
      name: 'no-test-code-in-src',
      comment: 'src never imports tests or bench. Move what both need into src.',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^(tests|bench)' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files answer one question. Move the shared part into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
